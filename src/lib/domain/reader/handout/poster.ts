import type { Qr } from '#lib/domain/reader/profile/qr.ts';
import { qrOf } from '#lib/domain/reader/profile/qr.ts';
import { written } from '#lib/domain/reader/profile/short-address.ts';
import { withKana, type Ruby } from '#lib/domain/reader/profile/ruby.ts';
import type { Holdings } from '#lib/domain/region/holdings.ts';
import type { Handout } from './contents.ts';
import { shortened } from './letter-size.ts';

/** In large letters, or with strips to tear off and take along unseen. */
export const posterStyles = ['large', 'strips'] as const;
export type PosterStyle = (typeof posterStyles)[number];

export const posterStyleNames: Record<PosterStyle, string> = {
	large: '大きな文字',
	strips: 'ちぎって持ち帰れる'
};

export const parsePosterStyle = (text: string | null): PosterStyle =>
	posterStyles.find((style) => style === text) ?? 'large';

/** What hangs on a wall. */
export type Poster = {
	/** What it is, over the name. */
	over: string;
	name: Ruby;
	title: string;
	lines: string[];
	facts: { title: string; words: string }[];
	qr: Qr;
	/** Of its page, which the code says too. */
	address: string;
	/** For those without a camera, to be typed. */
	written: string;
	below: string;
	isSample: boolean;
};

const most = { line: 80, fact: 60 };

export function posterOf(handout: Handout): Poster {
	const { profile, region, title } = handout;
	const fact = (title: string, words: string | null) =>
		words ? [{ title, words: shortened(words, most.fact) }] : [];
	const [way] = profile.ways;
	return {
		over: profile.categories.map(({ name }) => name).join('・'),
		name: handout.name,
		title,
		lines: [...handout.notices.slice(0, 1), handout.plainName, handout.texts.about[0]]
			.filter((line) => line !== null && line !== undefined)
			.map((line) => shortened(line, most.line)),
		facts: [
			...fact('いつ', handout.when.join('／')),
			...fact('どこ', profile.address ?? handout.place),
			...fact('費用', profile.fee),
			...fact(way?.title ?? '', way && way.words.length <= most.fact ? way.words : null)
		],
		qr: handout.qr,
		address: handout.address,
		written: handout.short,
		below: [`地域資源ブックマーク（${region.name}）`, profile.checked].filter(Boolean).join('・'),
		isSample: handout.isSample
	};
}

/** What looking costs, beside the QR code of every poster: one sentence. */
export const promise = '見るだけで、大丈夫です。';

/** On the cover of a region's leaflet. */
export const regionLead = [
	'わたしに合う場所を、ゆっくり探したい。',
	'ひとつに決めなくても、今日でなくても、大丈夫です。'
];

export function regionPosterOf(
	region: { slug: string; name: string; kana: string; fictional: boolean },
	{ origin, holdings }: { origin: string; holdings: Holdings }
): Poster {
	const address = `${origin}/regions/${region.slug}`;
	return {
		over: '地域の案内',
		name: withKana(region.name, region.kana),
		title: region.name,
		lines: holdings.total > 0 ? [`${holdings.total}か所のことを、まとめています。`] : [],
		facts:
			holdings.kinds.length > 0
				? [{ title: 'どんなところ', words: holdings.kinds.map(({ name }) => name).join('、') }]
				: [],
		qr: qrOf(address),
		address,
		written: written(address),
		below: '地域資源ブックマーク',
		isSample: region.fictional
	};
}
