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
	if (layout !== 'a4') return inPages(booklet, layout, printing, watching);
	// An office printer cuts nothing.
	const plain = { ...printing, hasMarks: false };
	const inA5 = await inPages(booklet, 'a5', plain, watching);
	return onSheets(booklet, inA5, plain, watching);
}

/** Two pages and two on sheets of A4; the pages told of stay those of the booklet. */
async function onSheets(
	booklet: Booklet,
	inA5: Typeset,
	printing: Printing,
	watching: Watching
): Promise<Typeset> {
	const { region, year, title } = booklet;
	const { pdf, pages } = await compile(
		{
			...{ template: 'sheets', date: dateOf(booklet), files: { 'pages.pdf': inA5.pdf } },
			data: {
				title: `${title} ${region.name} ${year}年度版`,
				pages: inA5.pages,
				sheets: sheetsOf(inA5.pages, printing.isFolded ?? false)
			},
			// The pages have the watermark already.
			printing: { ...printing, watermark: null },
			// Typst has no tags for pages of another PDF.
			isAccessible: false
		},
		watching
	);
	return { ...inA5, pdf, pages };
}

/** Left and right page of each side of a sheet; null: nothing. */
export function sheetsOf(pages: number, isFolded: boolean): (number | null)[][] {
	if (!isFolded) {
		const spreads = Array.from({ length: Math.floor(pages / 2) + 1 }, (_, at) => 2 * at);
		return spreads.map((left) => [left || null, left < pages ? left + 1 : null]);
	}
	const whole = Math.ceil(pages / 4) * 4;
	return Array.from({ length: whole / 2 }, (_, at) => {
		const [low, high] = [at + 1, whole - at];
		return at % 2 === 0 ? [high, low] : [low, high];
	});
}

const dateOf = ({ lockedOn, publishedOn }: Booklet): string | null => lockedOn ?? publishedOn;

async function inPages(
	booklet: Booklet,
	layout: Exclude<Layout, 'a4'>,
	printing: Printing,
	watching: Watching
): Promise<Typeset> {
	const date = dateOf(booklet);
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
