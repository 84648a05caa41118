import type { Place } from '#lib/domain/resource/precision.ts';

/** Chapters for what may be told of no municipality, in the order in which they come last. */
const elsewhere = {
	online: { words: 'オンライン', kana: 'おんらいん', inIndex: 'オンライン' },
	private: {
		...{ words: '場所は非公開', kana: 'ばしょはひこうかい' },
		inIndex: '場所を公開していないところ'
	},
	unknown: {
		...{ words: '市区町村は未確認', kana: 'しくちょうそんはみかくにん' },
		inIndex: '市区町村が未確認のところ'
	}
} as const;

/** Code of a municipality, or of a chapter beside them: a place that is withheld is in no municipality's. */
export const municipalityChapter = ({
	precision,
	municipality
}: Pick<Place, 'precision' | 'municipality'>): string =>
	precision === 'online' || precision === 'private' ? precision : (municipality ?? 'unknown');

/** How a chapter beside the municipalities is called, on a tab and as a heading of an index. */
export const elsewhereOf = (
	code: string
): { words: string; kana: string; inIndex: string } | null =>
	Object.hasOwn(elsewhere, code) ? elsewhere[code as keyof typeof elsewhere] : null;

/** The region's own in its order, other municipalities by code, then what is in none. */
export function municipalityOrder(own: readonly string[], used: Iterable<string>): string[] {
	const others = [...new Set(used)]
		.filter((code) => !own.includes(code) && !elsewhereOf(code))
		.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
	return [...own, ...others, ...Object.keys(elsewhere)];
}
