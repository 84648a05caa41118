import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import type { Layout, Printing, Typeset } from '#lib/domain/booklet/layout.ts';
import { compile, type Watching } from './compile.ts';
import type { Compiled } from './messages.ts';
import { warningsOf, type Told } from './warnings.ts';

/** An edition as a PDF to print, with the page of every entry and what somebody should look at. */
export async function typeset(
	booklet: Booklet,
	layout: Layout,
	printing: Printing,
	watching: Watching = {}
): Promise<Typeset> {
	const date = booklet.lockedOn ?? booklet.publishedOn;
	const make = (pages: number) =>
		compile(
			{
				...{ template: 'booklet', printing, date, data: { booklet, layout } },
				codes: codesOf(booklet, pages)
			},
			watching
		);
	const guess = pagesOf(booklet);
	const first = await make(guess);
	const made = first.pages > guess ? await make(first.pages) : first;
	return { ...{ pdf: made.pdf, pages: made.pages }, ...readingOf(booklet, made) };
}

function readingOf(booklet: Booklet, { labels, missing }: Compiled) {
	const told = labels as Told[];
	const pairs = told
		.filter(({ kind }) => kind === 'entry')
		.map(({ number, page }) => [number, page] as const);
	const pageOf = Object.fromEntries(pairs);
	return { pageOf, warnings: warningsOf(booklet, { told, pageOf, missing }) };
}

/** Of the entries' pages, of the edition, and of the 正誤 of each page of the booklet. */
function codesOf({ addresses, chapters, windows }: Booklet, pages: number): string[] {
	const entries = [...chapters.flatMap(({ entries }) => entries), ...windows];
	return [
		...Object.values(addresses),
		...entries.flatMap(({ address }) => (address === null ? [] : [address])),
		...Array.from({ length: pages }, (_, at) => `${addresses.errata}?page=${at + 1}`)
	];
}

/** More than most booklets have; one that has more still is set again. */
const pagesOf = ({ chapters }: Booklet): number =>
	24 + Math.ceil(chapters.reduce((sum, { entries }) => sum + entries.length + 2, 0) * 0.8);
