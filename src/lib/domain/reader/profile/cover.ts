import type { Row } from '#lib/domain/listing/row.ts';
import type { Holdings } from '#lib/domain/region/holdings.ts';

/** The picture beside a link where somebody sends it on (ogp.me). Nothing is in it that its page does not say. */
export type Cover = {
	over: string;
	title: string;
	words: string;
	below: string;
	isSample: boolean;
};

/** Pixels. */
export const coverSize = { width: 1200, height: 630 };

const site = '地域資源ブックマーク';
const most = { title: 44, words: 80, over: 26 };

const cut = (text: string, most: number): string => {
	const letters = [...text];
	return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
};

const coverOf = ({ over, title, words, ...rest }: Cover): Cover => ({
	over: cut(over, most.over),
	title: cut(title, most.title),
	words: cut(words, most.words),
	...rest
});

export const coverOfPlace = (
	{ name, category, place, summary, notice }: Row,
	region: { name: string; fictional: boolean }
): Cover =>
	coverOf({
		over: [category, place, notice].filter(Boolean).join('・'),
		title: name,
		words: summary ?? '',
		below: `${site}（${region.name}）`,
		isSample: region.fictional
	});

export const coverOfRegion = (
	region: { name: string; fictional: boolean },
	{ total, kinds }: Pick<Holdings, 'total' | 'kinds'>
): Cover =>
	coverOf({
		over: '地域の案内',
		title: region.name,
		words:
			total > 0
				? `${total}か所：${kinds.map(({ name }) => name).join('、')}`
				: 'どこの地域にもある相談窓口を、案内しています。',
		below: site,
		isSample: region.fictional
	});

/** Of pages that are of no region. */
export const coverOfSite: Cover = {
	over: '地域の案内',
	title: 'わたしに合う場所を、ゆっくり探したい。',
	words: 'ひとつに決めなくても、今日でなくても、大丈夫です。見るだけでも、かまいません。',
	below: site,
	isSample: false
};
