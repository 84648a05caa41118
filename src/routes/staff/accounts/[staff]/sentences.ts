export const lastAdmin =
	'この人のほかに管理の人がいないので、できません。先に、もう1人を管理にしてください。';
export const noResource = 'その資源が見つかりません。ページのアドレスを、そのまま貼ってください。';
export const disabled = 'このアカウントは止めてあります。先に、また入れるようにしてください。';
