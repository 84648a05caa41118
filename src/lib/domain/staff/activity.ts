/** What a record of the log says somebody did, to be read after the name of what it was done to. */
export const actionWords: Record<string, string> = {
	'resource.create': 'を新しく公開した',
	'resource.revise': 'を直して公開した',
	'resource.verify': 'の確認を書いた',
	'resource.unverify': 'の確認を取り消した',
	'resource.withdraw': 'を取り下げた',
	'resource.reinstate': 'を公開に戻した',
	'resource.merge': 'をほかの資源と1つにした',
	'resource.erase': 'のことばを消した',
	'revision.erase': 'の改訂のことばを消した',
	'proposal.create': 'に直しを提案した',
	'proposal.accept': 'の提案を取り入れた',
	'proposal.reject': 'の提案を取り入れなかった',
	'proposal.take-back': 'に出した自分の提案を取り下げた',
	'entry.add': 'を年度版に加えた',
	'entry.remove': 'を年度版から外した',
	'entry.waive': 'を足りないまま載せることにした',
	'entry.rewaive': 'を足りないまま載せる理由を書きなおした',
	'entry.unwaive': 'を足りないまま載せるのをやめた',
	'edition.open': 'をはじめた',
	'edition.words': 'の奥付などのことばを変えた',
	'edition.order': 'の順番を変えた',
	'edition.lock': 'を校了にした',
	'edition.unlock': 'を確認中に戻した',
	'edition.publish': 'を公開した',
	'edition.rehash': 'の控えを、消したことばに合わせた',
	'edition.withdraw': 'を取り下げた',
	'edition.give-up': 'をやめた',
	'edition.preview': 'を編集中として見せた',
	'edition.hide': 'を見せるのをやめた',
	'round.progress': 'の進みぐあいか担当を変えた',
	'edition.export': 'の電話の一覧をファイルに書き出した',
	'activity.export': 'に記録の一覧を書き出した',
	'region.export': 'を職員用の値ごとファイルに書き出した',
	'region.drop': 'を、場所と年度版ごと消した（見本の地域）',
	undo: 'を元に戻した',
	'audit.baseline': 'のいまの状態を控えた',
	'staff.create': 'を招いた',
	'staff.invite': 'の招待のアドレスを作り直した',
	'staff.join': 'のアカウントの準備をした',
	'staff.change': 'の役割を変えた',
	'staff.grant': 'に資源を1つ見せた',
	'staff.ungrant': 'に資源を1つ見せなくした',
	'staff.disable': 'のアカウントを止めた',
	'staff.enable': 'のアカウントを戻した',
	'staff.reset': 'の入り直しの準備をした',
	'staff.rename': 'の名前を変えた',
	'staff.password': 'のパスワードを変えた',
	'staff.authenticator': 'の認証アプリを変えた',
	'staff.recovery': 'の回復コードを作り直した',
	'staff.passkey': 'のパスキーを加えた',
	'staff.passkey-remove': 'のパスキーを外した'
};

/** To be read alone. An action that has no words yet is told by its name. */
export const wordsOf = (action: string): string =>
	actionWords[action]?.replace(/^[をのに]/, '') ?? action;

/** 「こかげ」の確認を書いた */
export const deed = (name: string | null, action: string): string =>
	name === null ? wordsOf(action) : `「${name}」${actionWords[action] ?? `：${action}`}`;

export const kinds = { resource: '資源', edition: '年度版', staff: '職員' } as const;
export type Kind = keyof typeof kinds;

export type ActivityFilter = { kind: Kind | null; person: string | null; before: number | null };

export function parseActivityFilter(params: URLSearchParams): ActivityFilter {
	const kind = params.get('kind');
	const person = params.get('person') ?? '';
	const before = params.get('before') ?? '';
	return {
		kind: (Object.keys(kinds) as Kind[]).find((one) => one === kind) ?? null,
		person: /^[\w-]{1,40}$/.test(person) ? person : null,
		before: /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null
	};
}
