import { addressOf } from './profile/profile.ts';
import { waysOf } from './profile/ways.ts';
import type { Row, Names } from '#lib/domain/listing/row.ts';
import type { LetteredMap } from '#lib/domain/map/lettered.ts';
import { isChecked } from '#lib/domain/resource/public-data.ts';
import type { PublicContent } from '#lib/domain/resource/publication.ts';
import type { Verification } from '#lib/domain/resource/verification.ts';

/** What paper says of a place beside its row: nobody can press anything there. */
export type OnPaper = {
	address: string | null;
	ways: string[];
	/** Of what nobody has checked. */
	sources: string[];
};

/** A list for paper: all that was found or, where that is too much, a part that says so. */
export type PrintedList = {
	rows: (Row & OnPaper)[];
	total: number;
	/** Of the first and the last row, from 1 on. */
	from: number;
	to: number;
	/** What was looked for; empty: everything. */
	sentence: string;
	map: LetteredMap | null;
	/** Where those come from that nobody has checked. */
	sources: string[];
};

/** On one page of the web, and about twenty of paper. */
export const mostPrinted = 500;

export function onPaperOf(
	content: Pick<PublicContent, 'place' | 'contacts' | 'phones' | 'sources'>,
	verification: Verification | null,
	names: Names
): OnPaper {
	return {
		address: addressOf(content.place, names),
		ways: waysOf(content).map(({ title, words }) => `${title} ${words}`),
		sources: isChecked(verification) ? [] : content.sources.map(({ name }) => name)
	};
}

/** 「77か所すべてです。」「358か所のうち、1〜30番めです。」 */
export function extentWords({ from, to, total }: Pick<PrintedList, 'from' | 'to' | 'total'>) {
	return to - from + 1 === total
		? `${total}か所すべてです。`
		: `全${total}か所のうち、${from}〜${to}番めです。`;
}

export const sourcesOf = (rows: PrintedList['rows']): string[] => [
	...new Set(rows.flatMap(({ sources }) => sources))
];
