const rule = {
	frequency: 'くりかえし',
	interval: '何回ごと',
	days: '曜日',
	positions: '第何週',
	monthDays: '何日',
	months: '何月',
	startsOn: '始まる日',
	endsOn: '終わる日',
	startsAt: '始まる時刻',
	endsAt: '終わる時刻',
	holidays: '祝日',
	closings: '毎年の休み',
	'closings.from': '休みの始まり（月-日）',
	'closings.to': '休みの終わり（月-日）'
};

const inFront = (prefix: string) =>
	Object.fromEntries(Object.entries(rule).map(([name, title]) => [`${prefix}.${name}`, title]));

/**
 * What each field is called beside it, and in the list of what is to be put right. It begins as the column of the
 * field is called in a file, so that both are found by one name.
 */
export const titles: Record<string, string> = {
	name: '名前',
	kana: 'かな（よみを、ひらがなで）',
	plainName: 'やさしい名前（ふだんの呼び名）',
	organization: '団体',
	'organization.name': '団体名',
	'organization.kana': '団体名のかな',
	'organization.corporateNumber': '法人番号',
	'organization.url': '団体のサイト',
	categories: '区分',
	needs: '目的',
	audiences: '対象',
	accessibility: 'バリアフリー（設備など）',
	languages: '言語',
	eases: '参加しやすさ',
	ageMin: '年齢の下限',
	ageMax: '年齢の上限',
	ageOpen: '年齢の上限なし',
	gender: '性別',
	genderNote: '性別の補足',
	residency: '居住地（住んでいる所の条件）',
	residencyNote: '居住地の補足',
	serviceArea: '対象の市区町村',
	summary: '短い紹介',
	description: '説明',
	activities: '活動（していること）',
	firstVisit: 'はじめて行く日',
	'firstVisit.meets': '会う人',
	'firstVisit.first': '最初にすること',
	'firstVisit.people': '人数',
	'firstVisit.bring': '持ちもの',
	'firstVisit.photos': '写真や取材',
	'firstVisit.cannotCome': '行けなくなったら',
	approach: '連絡のしかた（本人・家族から）',
	referral: '支援者からのつなぎ方',
	fee: '費用',
	feeNote: '費用の補足',
	intake: '受入れ',
	intakeOn: '受入れの日付（確かめた日）',
	operation: '運営（開いているか）',
	operationOn: '運営の日付（いつから）',
	operationNote: '運営の補足（その事情）',
	capacity: '定員',
	hoursNote: 'いつの補足',
	schedules: 'いつ',
	'schedules.text': '冊子に載せることば',
	'schedules.ruleFor': 'きまりのもとのことば',
	...inFront('schedules'),
	'schedules.also': 'もう1つのきまり',
	...inFront('schedules.also'),
	'schedules.exceptions': '例外の日',
	'schedules.exceptions.on': '日付',
	'schedules.exceptions.kind': '休みか追加か',
	'schedules.exceptions.startsAt': 'その日の始まり',
	'schedules.exceptions.endsAt': 'その日の終わり',
	'schedules.exceptions.note': 'わけ',
	phones: '電話',
	'phones.number': '番号',
	'phones.kind': '電話・FAXの別',
	'phones.label': '呼び名',
	'phones.visibility': 'だれに見せるか',
	contacts: '連絡先',
	'contacts.value': 'アドレスなど',
	'contacts.kind': '種類',
	'contacts.label': '呼び名',
	'contacts.visibility': 'だれに見せるか',
	links: 'リンク',
	'links.url': 'アドレス',
	'links.label': '呼び名',
	precision: '公開精度（場所をどこまで見せるか）',
	location: '場所',
	'location.municipality': '市区町村',
	'location.town': '町丁目',
	'location.street': '番地以降',
	'location.building': '建物',
	'location.postalCode': '郵便番号',
	'location.latitude': '緯度',
	'location.longitude': '経度',
	access: '行き方',
	accessibilityNote: 'バリアフリーの補足',
	alert: 'お知らせ',
	'alert.text': 'お知らせのことば',
	'alert.from': 'お知らせの開始日',
	'alert.until': 'お知らせの終了日',
	sources: '出典',
	'sources.name': '出典の名前',
	'sources.url': '出典のアドレス',
	'sources.retrievedOn': '見た日',
	consents: '掲載の同意',
	'consents.channel': 'どこに載せるか',
	'consents.givenBy': '同意した人の役割',
	'consents.givenOn': '同意の日',
	'consents.how': '同意のしかた',
	staffNote: '職員メモ',
	reason: '直したわけ'
};

/** 「電話 2つ目：番号」 */
export function titleOf(path: string): string {
	const [list, row] = /^(\w+)\.(\d+)/.exec(path)?.slice(1) ?? [];
	const own = titles[path.replace(/\.\d+/g, '')] ?? path;
	return row === undefined ? own : `${titles[list!]} ${Number(row) + 1}つ目：${own}`;
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}]/u;

/** What is beside the field; a library's own words are not for people. */
export const issueWords = (message: string): string =>
	`${japanese.test(message) ? message : '読み取れませんでした。選びなおすか、書きなおしてください'}。`;
