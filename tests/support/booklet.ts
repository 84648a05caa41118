import type {
	Booklet,
	BookletChapter,
	BookletEntry,
	BookletIndex
} from '#lib/domain/booklet/booklet.ts';
import { withKana } from '#lib/domain/reader/profile/ruby.ts';

const origin = 'https://bookmark.example.jp';

const chapters = [
	['ibasho', '居場所', 'いばしょ', 'chair'],
	['peer', '当事者会', 'とうじしゃかい', 'circle'],
	['family', '家族会', 'かぞくかい', 'home'],
	['consultation', '相談窓口', 'そうだんまどぐち', 'talk'],
	['medical', '医療', 'いりょう', 'cross'],
	['work', '就労・しごと', 'しゅうろう・しごと', 'tool'],
	['learning', '学び', 'まなび', 'book'],
	['online', 'オンライン', 'おんらいん', 'screen']
] as const;

const kinds = [
	['居場所', 'いばしょ'],
	['集いの家', 'つどいのいえ'],
	['相談室', 'そうだんしつ'],
	['フリースペース', 'ふりーすぺーす'],
	['若者サロン', 'わかものさろん'],
	['家族の会', 'かぞくのかい']
] as const;

const owns = [
	['ひだまり', 'ひだまり'],
	['月の庭', 'つきのにわ'],
	['こもれび', 'こもれび'],
	['灯', 'あかり'],
	['渡り廊下', 'わたりろうか'],
	['ゆずりは', 'ゆずりは'],
	['星空', 'ほしぞら'],
	['縁側', 'えんがわ'],
	['みちくさ', 'みちくさ'],
	['川辺', 'かわべ'],
	['そよかぜ', 'そよかぜ'],
	['ランタン', 'らんたん'],
	['むすびめ', 'むすびめ']
] as const;

const texts = [
	'何もしなくてよい部屋です。本を読んだり、お茶を飲んだり、ただ座っていたり。帰りたくなったら、あいさつなしで帰れます。',
	'月に二度、公民館の和室で集まっています。話す人も、聞くだけの人もいます。はじめての日は、世話人が入口で待っています。',
	'名前を言わずに電話できます。うまく話せなくても大丈夫です。黙っている電話も切りません。',
	'学びなおしたい人の勉強部屋です。小学校の漢字からでも、高卒認定でも。先生ではなく、となりの席の人がいます。',
	'週に一日、二時間から。袋づめや畑の手伝いを、自分の速さで。休んだ日の理由は聞きません。',
	'ひとこと。'
];

const towns = ['さくら市', 'かえで市', 'もみじ町', 'つばき村', 'すみれ町'];
const needs = ['安心していたい', '会って話したい', '聴いてもらいたい', '自分らしく働きたい'];
const methods = ['電話', '訪問', 'メール', '公式サイト'];

const eases = [
	{ symbol: '予', words: '予約不要' },
	{ symbol: '見', words: '見学可' },
	{ symbol: '黙', words: '話さなくてよい' },
	{ symbol: '匿', words: '匿名可' },
	{ symbol: '文', words: '電話なしで申込可' },
	{ symbol: '夜', words: '夜・休日に開く' }
];

const one = <T>(list: readonly T[], at: number): T => list[at % list.length]!;
const said = (text: string) => [{ text }];

/** A believable entry; what is said of it differs from number to number. */
export function anyEntry(number: number, change: Partial<BookletEntry> = {}): BookletEntry {
	const [, category, , symbol] = one(chapters, number);
	const [kind, kindKana] = one(kinds, number * 5);
	const [own, ownKana] = one(owns, number * 7);
	const round = Math.floor(number / owns.length);
	const name = `${kind} ${own}${round > 0 ? ` ${round}号室` : ''}`;
	const kana = `${kindKana} ${ownKana}${round > 0 ? ` ${round}ごうしつ` : ''}`;
	const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
	const telephone = `000-${String(100 + (number % 900))}-${String(1000 + (number % 9000))}`;
	const hasMuch = number % 3 !== 0;
	return {
		id,
		number,
		name: withKana(name, kana),
		kana,
		organization: hasMuch ? withKana(`${own}の会`, `${ownKana}のかい`) : null,
		category,
		symbol,
		notice: number % 17 === 0 ? said('お休み中（2026年4月1日）。建物を直しています') : null,
		who: said(one(['本人・経験者（15歳から、年齢の上限なし）', '家族', 'どなたでも'], number)),
		text: number % 19 === 0 ? null : said(one(texts, number)),
		firstVisit: hasMuch
			? [
					said('お茶をいれて、部屋を見てまわります。'),
					said('迎える人：世話人のだれか'),
					said('人数：3〜6人')
				]
			: [],
		when: [said(one(['第2・第4土曜 14時〜16時', '月〜金 10:00〜17:00（祝日休み）'], number))],
		where: said(
			number % 4 === 0 ? 'さくら市（詳しい場所は申込のあとに）' : `${one(towns, number)}本町1-2-3`
		),
		access: number % 4 === 0 ? null : said('さくら駅から歩いて5分'),
		contacts: [
			{ words: `電話 ${telephone}`, link: `tel:${telephone.replaceAll('-', '')}` },
			...(hasMuch
				? [
						{
							words: `メール place${number}@example.jp`,
							link: `mailto:place${number}@example.jp`
						}
					]
				: [])
		],
		fee: said(one(['無料', '一部有料・実費（お茶代100円）', '有料'], number)),
		eases: eases.filter((_, at) => (number + at) % 2 === 0),
		checked:
			number % 23 === 0 ? null : `${one(methods, number)}で確認 2026年5月${(number % 28) + 1}日`,
		address: `${origin}/resources/${id}`,
		picture: null,
		...change
	};
}

/** A believable booklet of so many entries over all chapters, made without a database. */
export function anyBooklet(count: number, change: Partial<Booklet> = {}): Booklet {
	const all = Array.from({ length: count }, (_, at) => anyEntry(at + 1));
	const ordered = chapters.flatMap(([, label]) => all.filter(({ category }) => category === label));
	const numbered = ordered.map((entry, at) => ({ ...entry, number: at + 1 }));
	return {
		channel: 'web',
		title: '地域資源ブックマーク',
		region: { slug: 'sakura', name: 'さくら地域', kana: 'さくらちいき', isSample: true },
		year: 2026,
		colour: '#1f6660',
		words: {
			cover: '一つに決めなくて、かまいません。',
			foreword:
				'三年目の一冊です。\n「夜に開いている所を知りたい」という声をもとに、たずね歩きました。',
			imprint: 'さくら地域資源ブックマーク編集委員会（見本） 2026年6月19日発行',
			licence: '出典を書けば、転載・複製・加工ができます（CC BY 4.0）。',
			funding: 'この冊子は、見本県地域福祉基金（架空）の助成を受けて作成しました。'
		},
		wishes: needs.map((words, at) => ({
			words,
			numbers: numbered.filter(({ number }) => number % 4 === at).map(({ number }) => number)
		})),
		lockedOn: '2026-06-08',
		publishedOn: '2026-06-19',
		addresses: {
			region: `${origin}/regions/sakura`,
			edition: `${origin}/regions/sakura/2026`,
			errata: `${origin}/regions/sakura/2026/errata`
		},
		chapters: chaptersOf(numbered),
		windows: numbered.filter(({ category }) => category === '相談窓口').slice(0, 1),
		indexes: indexesOf(numbered),
		checks: methods
			.map((words) => ({
				words,
				count: numbered.filter(({ checked }) => checked?.startsWith(words)).length
			}))
			.filter(({ count }) => count > 0),
		credits: ['地図：国土数値情報（行政区域データ）（国土交通省）をもとに作成'],
		legend: [
			...chapters.map(([, words, , symbol]) => ({ symbol, words })),
			...eases.map((ease) => ({ ...ease }))
		],
		struck: [],
		cover: null,
		readings: { 居場所: 'いばしょ', 家族会: 'かぞくかい', 相談窓口: 'そうだんまどぐち' },
		...change
	};
}

function chaptersOf(entries: readonly BookletEntry[]): BookletChapter[] {
	return chapters
		.map(([code, label, kana, symbol]) => {
			const own = entries.filter(({ category }) => category === label);
			return { code, label: withKana(label, kana), symbol, map: mapOf(label, own), entries: own };
		})
		.filter(({ entries }) => entries.length > 0)
		.map((chapter, place) => ({ ...chapter, place }));
}

function mapOf(label: string, entries: readonly BookletEntry[]): BookletChapter['map'] {
	if (label === 'オンライン') return null;
	const pins = entries.slice(0, 20).map(({ number }, at) => {
		const [x, y] = [60 + (at % 5) * 120, 60 + Math.floor(at / 5) * 90];
		return `<rect x="${x - 16}" y="${y - 13}" width="32" height="26" rx="13" fill="#ffffff" stroke="#1a1a1a" stroke-width="1.5"/><text x="${x}" y="${y + 4.7}" text-anchor="middle" font-weight="bold">${number}</text>`;
	});
	return {
		svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 420" width="640" height="420" font-family="BIZ UDPGothic" font-size="13" fill="#1a1a1a"><title>${label}の地図</title><path d="M20 20H620V400H20Z" fill="#f1eee8" stroke="#b9b3a8"/>${pins.join('')}</svg>`,
		alt: `${label}の地図。番号は掲載の番号です。${entries.map(({ number }) => `${number}番`).join('、')}`
	};
}

const rows = 'あかさたなはまやらわ';

function indexesOf(entries: readonly BookletEntry[]): BookletIndex[] {
	const grouped = (headings: readonly string[], of: (entry: BookletEntry) => string) =>
		headings
			.map((heading) => ({
				heading,
				items: entries
					.filter((entry) => of(entry) === heading)
					.toSorted((a, b) => (a.kana ?? '').localeCompare(b.kana ?? '', 'ja'))
					.map(({ name, number }) => ({ words: name.map(({ text }) => text).join(''), number }))
			}))
			.filter(({ items }) => items.length > 0);
	const rowOf = ({ kana }: BookletEntry) =>
		[...rows].findLast((row) => (kana ?? '').localeCompare(row, 'ja') >= 0) ?? 'あ';
	return [
		{ code: 'kana', title: '五十音のさくいん', groups: grouped([...rows], rowOf) },
		{
			code: 'need',
			title: '目的のさくいん',
			groups: grouped(needs, ({ number }) => one(needs, number))
		},
		{
			code: 'municipality',
			title: '市区町村のさくいん',
			groups: grouped(towns, ({ number }) => one(towns, number))
		}
	];
}
