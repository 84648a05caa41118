import type { FieldChange } from '#lib/domain/editing/field-change.ts';

/** One entry of which something is otherwise than it was printed. */
export type PageErratum = {
	id: string;
	name: string;
	number: number;
	/** In words. */
	since: string;
	fields: FieldChange[];
};

/** What became of a page, or of one entry, of the booklet in hand. */
export type PageErrata = {
	/** 「12ページ」 */
	title: string;
	/** 「14番・15番」; '' where no entry is printed. */
	entries: string;
	/** Sentences that stand before everything else. */
	notes: string[];
	errata: PageErratum[];
	/** 「15番 取り下げられました」 */
	struck: string[];
	/** Where nothing is otherwise. */
	calm: string | null;
};
