import type { Place } from '#lib/domain/resource/precision.ts';

/** Chapters for what may be told of no municipality, in the order in which they come last. */
const elsewhere = {
	online: ['オンライン', 'おんらいん'],
	private: ['場所は非公開のところ', 'ばしょはひこうかいのところ'],
	unknown: ['市区町村は未確認', 'しくちょうそんはみかくにん']
} as const;

/** Code of a municipality, or of a chapter beside them: a place that is withheld is in no municipality's. */
export const municipalityChapter = ({
	precision,
	municipality
}: Pick<Place, 'precision' | 'municipality'>): string =>
	precision === 'online' || precision === 'private' ? precision : (municipality ?? 'unknown');

/** Words and kana of a chapter beside the municipalities. */
export const elsewhereOf = (code: string): readonly [words: string, kana: string] | null =>
	Object.hasOwn(elsewhere, code) ? elsewhere[code as keyof typeof elsewhere] : null;

/** The region's own in its order, other municipalities by code, then what is in none. */
export function municipalityOrder(own: readonly string[], used: Iterable<string>): string[] {
	const others = [...new Set(used)]
		.filter((code) => !own.includes(code) && !elsewhereOf(code))
		.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
	return [...own, ...others, ...Object.keys(elsewhere)];
}
