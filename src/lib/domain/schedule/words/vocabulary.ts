/** Every word the reader knows. A letter that is in none of them makes a line unread. */
const words = {
	youbi: ['曜日', '曜'],
	everyWeek: ['毎週', '毎'],
	everyMonth: ['毎月'],
	everyYear: ['毎年'],
	daily: ['毎日'],
	always: ['年中無休', '無休', '365日'],
	workdays: ['平日'],
	holiday: ['国民の祝日', '祝祭日', '祝休日', '祝日', '祝'],
	fortnight: ['隔週', '2週に1回', '2週間に1回', '2週間ごと', '2週ごと', '1週おき', '1週間おき'],
	everyOtherMonth: ['隔月'],
	oddMonths: ['奇数月'],
	evenMonths: ['偶数月'],
	oddDays: ['奇数日'],
	evenDays: ['偶数日'],
	monthEnd: ['月末日', '月末', '月の末日', '末日'],
	nth: ['第'],
	last: ['最終', '最後の', '最後', 'さいごの', 'さいご'],
	digitDay: ['のつく日', 'の付く日', 'がつく日', 'の日'],
	hour: ['時'],
	half: ['半'],
	minute: ['分'],
	allHours: ['24時間'],
	allDay: ['終日'],
	am: ['午前の部', '午前の', '午前', 'ごぜん', 'am', 'a.m.'],
	pm: ['午後の部', '午後の', '午後', 'ごご', 'pm', 'p.m.'],
	morning: ['早朝', '朝の', '朝'],
	midday: ['お昼の', 'お昼', '昼の', '昼'],
	evening: ['夕方の', '夕方', '夕'],
	night: ['夜間', '夜の', '夜', '晩'],
	noon: ['正午', 'お昼の12時', '昼の12時', '昼12時'],
	year: ['年'],
	fiscalYear: ['年度'],
	era: ['令和', 'r'],
	firstYear: ['元年'],
	week: ['週'],
	times: ['回'],
	from: ['から', 'より'],
	until: ['までの', 'まで', '迄'],
	nextYear: ['翌年の', '翌年', '翌'],
	ha: ['の場合は', '場合は', 'にあたる場合は', 'に当たる場合は', 'は'],
	mo: ['も'],
	no: ['の'],
	wo: ['を'],
	filler: ['に', 'で', 'が', 'ただし', '但し', '※', 'なお', '*'],
	except: ['除外', '除く', '除き', 'のぞく', 'のぞき', '以外'],
	closed: [
		...['お休みします', 'お休みです', 'お休み', '休みます', '休みです', '休み'],
		...['休止', '休会', '休', '閉館', '閉室', '閉所', '開催しません', '開催なし'],
		...['行いません', 'やっていません', 'ありません', 'なし']
	],
	closedLabel: [
		'休館',
		'休業',
		'休室',
		'休所',
		'休診',
		'休館日',
		'休業日',
		'休室日',
		'休所日',
		'定休日',
		'休診日',
		'定休'
	],
	open: [
		...[
			'開催します',
			'開催',
			'開館します',
			'開館',
			'営業します',
			'営業',
			'実施します',
			'実施',
			'開所'
		],
		...['開室', '開いています', 'やっています', '開きます', '行います', '受け付けています', '対応']
	],
	include: ['を含みます', 'を含む', 'をふくむ', '含む', 'ふくむ'],
	only: ['のみ', 'だけ', '限定'],
	pause: ['お昼休み', '昼休み', '昼休憩', '休憩時間', '休憩'],
	yearEnd: ['年末年始の', '年末年始'],
	obon: ['お盆期間', 'お盆', '盆'],
	newYearsDay: ['元日', '元旦'],
	newYearsDays: ['三が日', '正月三が日'],
	newYearsEve: ['大晦日', '大みそか'],
	begins: ['スタート', '開始', '開演'],
	note: [
		...['開催日時', '開催日', '開催曜日', '日時', '日程', '開館時間', '営業時間', '開所時間'],
		...[
			'開設時間',
			'開室時間',
			'利用時間',
			'活動時間',
			'対応時間',
			'相談時間',
			'受付時間',
			'時間帯'
		],
		...['時間', '開館日', '営業日', '開所日', '開室日', '活動日', '相談日', '利用日', '開設日'],
		...['定例会', '例会', '活動', '開設', 'オープン', '電話相談', '面接相談', '来所相談', '相談'],
		...[
			'チャット相談',
			'チャット',
			'line相談',
			'sns相談',
			'メール相談',
			'オンライン相談',
			'個別相談'
		],
		...[
			'面談',
			'訪問',
			'合同相談会',
			'相談会',
			'説明会',
			'学習会',
			'勉強会',
			'講座',
			'教室',
			'自習室'
		],
		...[
			'フリースペース',
			'自助グループ',
			'ミーティング',
			'女性の会',
			'本人の会',
			'食堂',
			'集い',
			'つどい'
		],
		...[
			'ひきこもり',
			'窓口',
			'サロン',
			'茶話会',
			'居場所',
			'カフェ',
			'交流会',
			'家族会',
			'当事者会',
			'親の会'
		],
		...['完全予約制', '事前予約制', '要事前予約', '要予約', '予約制', '予約不要', '予約優先'],
		...[
			'要事前申込',
			'事前申込制',
			'申込制',
			'要申込',
			'要申込み',
			'要申し込み',
			'申込不要',
			'申込み不要',
			'申し込み不要'
		],
		...['事前申込不要', '出入り自由', '出入自由', '入退室自由', '途中参加可', '見学可', '参加自由'],
		...['参加費無料', '参加無料', '無料', 'どなたでも', 'オンライン', '対面', '先着順', 'です'],
		...['通年', 'zoom', '雨天中止', '雨天決行', '小雨決行', '定例']
	]
} as const;

export type Word = keyof typeof words;
export type Entry = { text: string; word: Word };

/** Begins with a known word and means something else: 休 and 日 are no closed Sunday. */
const stumbling = ['休日'];

/** By first letter, the longest first. */
const byLetter = Map.groupBy(
	[
		...Object.entries(words).flatMap(([word, texts]) =>
			texts.map((text: string): Entry => ({ text, word: word as Word }))
		),
		...stumbling.map((text) => ({ text, word: null }))
	].sort((a, b) => b.text.length - a.text.length),
	({ text }) => text[0]!
);

/** The longest known word at a place; 毎月曜 is 毎 and 月曜, not 毎月. */
export function wordAt(text: string, at: number): Entry | null {
	for (const entry of byLetter.get(text[at]!) ?? []) {
		if (!text.startsWith(entry.text, at)) continue;
		const end = at + entry.text.length;
		if (text[end] === '曜' && /[月日]$/.test(entry.text)) continue;
		return entry.word === null ? null : { text: entry.text, word: entry.word };
	}
	return null;
}
