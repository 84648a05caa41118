/** What of an edition is typeset: `a4` is two pages of A5 on one sheet, `large` large print on A4. */
export const layouts = ['a5', 'a4', 'large', 'yasashii'] as const;
export type Layout = (typeof layouts)[number];

/** How it is printed. */
export type Printing = {
	/** Without colour: patterns and symbols tell chapters apart. */
	isMonochrome: boolean;
	/** Crop marks and 3 mm of bleed, for a printing shop. */
	hasMarks: boolean;
	/** 「校正」 over every page; null: none. */
	watermark: string | null;
	/** Of `a4`: sheets to fold and staple in the middle (中とじ), not to read one after another. */
	isFolded?: boolean;
};

/** A value that may be too long, too coarse or missing, with where to mend it. */
export type BookletWarning = {
	/** Of the entry; null: of the edition. */
	number: number | null;
	resource: string | null;
	/** Name of the field in the editor; null where there is none. */
	field: string | null;
	/** A sentence. */
	words: string;
	/** The same without whom it is of, where many may have it: 「に、よみがありません。…」 */
	lack?: string;
};

/** From so many on, the same lack of many entries is told once. */
const fewest = 5;

/** Warnings in their order, those with the same lack together; `words` of all of them. */
export function warningGroups(
	warnings: readonly BookletWarning[]
): { words: string; of: BookletWarning[] }[] {
	const lacks = Map.groupBy(warnings, ({ lack }) => lack);
	return warnings.flatMap((one) => {
		const same = one.lack === undefined ? [one] : lacks.get(one.lack)!;
		if (same.length < fewest) return [{ words: one.words, of: [one] }];
		return same[0] === one ? [{ words: `${same.length}件${one.lack}`, of: same }] : [];
	});
}

export type Typeset = {
	pdf: Uint8Array;
	pages: number;
	/** First page, as printed on it, of every entry by number. */
	pageOf: Record<number, number>;
	warnings: BookletWarning[];
};
