import type { Facet } from '#lib/domain/search/filter.ts';
import type { Speaker } from '#lib/domain/reader/handout/opening.ts';

/** What is hard, or wished for, as somebody would say it, and what is looked for then. */
export type Wish = {
	code: string;
	words: string;
	/** Over what was found. */
	title: string;
	asks: [facet: Facet, codes: string[]];
	/** Whom the place has to be for; by default whoever asks. */
	for?: Speaker;
};

const own: Wish[] = [
	{
		code: 'unsure',
		words: '何に困っているのか、自分でもよくわからない',
		title: 'ことばにならないまま話せるところ',
		asks: ['need', ['not-sure']]
	},
	{
		code: 'place',
		words: 'ただ、居てもいい場所がほしい',
		title: 'ただ居てよいところ',
		asks: ['category', ['ibasho']]
	},
	{
		code: 'quiet',
		words: '人のいる所に行きたいけれど、話すのはつらい',
		title: '話さなくてよいところ',
		asks: ['ease', ['no-talking']]
	},
	{
		code: 'home',
		words: '家から出ないで、だれかとつながりたい',
		title: '家からつながれるところ',
		asks: ['online', ['yes']]
	},
	{
		code: 'heard',
		words: 'だれかに、話を聴いてほしい',
		title: '話を聴いてくれるところ',
		asks: ['need', ['be-heard']]
	},
	{
		code: 'same',
		words: '同じような経験をした人と会ってみたい',
		title: '経験のある人どうしの会',
		asks: ['category', ['peer', 'women']]
	},
	{
		code: 'enjoy',
		words: '好きなことを、だれかとしてみたい',
		title: '好きなことで集まるところ',
		asks: ['need', ['enjoy']]
	},
	{
		code: 'health',
		words: '眠れない。からだや心の調子がよくない',
		title: '体や心の調子をみてもらえるところ',
		asks: ['need', ['health']]
	},
	{
		code: 'daily',
		words: 'ごはんや、そうじや、朝起きることがたいへん',
		title: '毎日の暮らしを手伝ってくれるところ',
		asks: ['need', ['daily-help']]
	},
	{
		code: 'money',
		words: 'お金や手続きのことが気になる',
		title: 'お金や手続きのことを聞けるところ',
		asks: ['need', ['money-matters']]
	},
	{
		code: 'living',
		words: '住む場所のことを考えたい',
		title: '住む場所のことを聞けるところ',
		asks: ['need', ['place-to-live']]
	},
	{
		code: 'learn',
		words: '学びたい。やりなおしたい',
		title: '自分のペースで学べるところ',
		asks: ['need', ['learn']]
	},
	{
		code: 'work',
		words: '自分に合う働き方を、ゆっくり探したい',
		title: '働き方を、ゆっくり探せるところ',
		asks: ['need', ['own-way-work']]
	}
];

const ofFamily: Wish[] = [
	{
		code: 'family-heard',
		words: '家族のことを、だれかに聴いてほしい',
		title: '家族の話を聴いてくれるところ',
		asks: ['need', ['family-trouble']],
		for: 'family'
	},
	{
		code: 'family-alone',
		words: '本人は行かず、家族だけで相談したい',
		title: '家族だけで行けるところ',
		asks: ['ease', ['family-alone']],
		for: 'family'
	},
	{
		code: 'family-same',
		words: '同じ立場の家族と話したい',
		title: '家族どうしで話すところ',
		asks: ['category', ['family']],
		for: 'family'
	},
	{
		code: 'visiting',
		words: '家まで来てくれる人を探している',
		title: '家や近くまで来てくれるところ',
		asks: ['ease', ['comes-to-you']]
	},
	{
		code: 'which-window',
		words: 'どこに聞けばいいのか、わからない',
		title: '一緒に考えてくれる窓口',
		asks: ['category', ['consultation']]
	},
	{
		code: 'person-place',
		words: '本人が居られそうな場所を、知っておきたい',
		title: '本人が、ただ居てよいところ',
		asks: ['category', ['ibasho']],
		for: 'person'
	}
];

const together: Wish = {
	code: 'together',
	words: '一緒に行ける場所を探している',
	title: '付き添って行けるところ',
	asks: ['ease', ['accompany']]
};

const byCode = new Map([...own, ...ofFamily, together].map((wish) => [wish.code, wish]));
const these = (codes: string[]): Wish[] => codes.map((code) => byCode.get(code)!);

const choices: Record<Speaker, Wish[]> = {
	person: own,
	family: [...ofFamily, ...these(['health', 'money'])],
	supporter: [
		together,
		...these(['place', 'quiet', 'home', 'heard', 'visiting', 'health', 'daily', 'money', 'living']),
		...these(['work', 'family-heard', 'which-window'])
	]
};

/** What is shown when nobody said what they wish. */
const usual: Record<Speaker, Wish[]> = {
	person: these(['place', 'heard', 'home']),
	family: these(['family-heard', 'family-same', 'which-window']),
	supporter: these(['together', 'place', 'which-window'])
};

export const wishesFor = (whom: Speaker | null): Wish[] => choices[whom ?? 'person'];

export const usualFor = (whom: Speaker | null): Wish[] =>
	whom ? usual[whom] : [...usual.person, ...these(['family-heard'])];

/** Those that are known, in the order of the page. */
export const chosenWishes = (codes: readonly string[]): Wish[] =>
	[...byCode.values()].filter(({ code }) => codes.includes(code));

/** Whom places are for when this person asks; everybody for a supporter. */
export function audiencesOf(whom: Speaker | null): string[] {
	switch (whom) {
		case 'person':
			return ['person', 'experienced', 'anyone'];
		case 'family':
			return ['family', 'anyone'];
		default:
			return [];
	}
}

/** How one would rather get in touch or go: eases, as somebody would say them. */
export const manners: { code: string; words: string }[] = [
	{ code: 'no-phone', words: '電話をかけずに、メールやフォームで' },
	{ code: 'anonymous', words: '名前を言わずに' },
	{ code: 'no-booking', words: '予約をしないで、そのまま行く' },
	{ code: 'visit-first', words: '先に見るだけ' },
	{ code: 'accompany', words: 'だれかと一緒に' },
	{ code: 'comes-to-you', words: '家まで来てもらう、むかえに来てもらう' }
];
