import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import type { Layout, Printing, Typeset } from '#lib/domain/booklet/layout.ts';
import type { Limits } from './child.ts';
import { compile, type Watching } from './compile.ts';
import type { Compiled } from './messages.ts';
import { named } from './guilty.ts';
import { warningsOf, type Told } from './warnings.ts';

/** `folder`: of templates; the product's own. */
export type Making = Watching & { folder?: string };

const folderOf = ({ folder }: Making) => (folder === undefined ? {} : { folder });

/** An edition as a PDF to print, with the page of every entry and what somebody should look at. */
export async function typeset(
	booklet: Booklet,
	layout: Layout,
	printing: Printing,
	making: Making = {}
): Promise<Typeset> {
	if (layout !== 'a4') return inPages(booklet, layout, printing, making);
	// An office printer cuts nothing.
	const plain = { ...printing, hasMarks: false };
	const inA5 = await inPages(booklet, 'a5', plain, making);
	return onSheets(booklet, inA5, plain, making);
}

/** Two pages and two on sheets of A4; the pages told of stay those of the booklet. */
async function onSheets(
	booklet: Booklet,
	inA5: Typeset,
	printing: Printing,
	making: Making
): Promise<Typeset> {
	const { region, year, title } = booklet;
	const { pdf, pages } = await compile(
		{
			...folderOf(making),
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
		making
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
	making: Making
): Promise<Typeset> {
	const date = dateOf(booklet);
	const limits = making.limits ?? limitsFor(booklet, layout);
	const make = (part: Booklet, pages: number) =>
		compile(
			{
				...folderOf(making),
				...{ template: 'booklet', printing, date, data: { booklet: part, layout } },
				hasReadings: layout === 'yasashii',
				codes: codesOf(part, pages)
			},
			{ ...making, limits }
		);
	const guess = pagesOf(booklet);
	const first = await make(booklet, guess).catch(async (error: unknown) => {
		throw await named(error, booklet, (part) => make(part, 0));
	});
	const made = first.pages > guess ? await make(booklet, first.pages) : first;
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

/** A region's 300 entries take 450 MB and two seconds; each one more takes a little of both. */
function limitsFor({ chapters }: Booklet, layout: Layout): Limits {
	const entries = chapters.reduce((sum, { entries }) => sum + entries.length, 0);
	const more = Math.max(entries - 300, 0);
	const dictionary = layout === 'yasashii' ? 300 : 0;
	return {
		megabytes: 500 + dictionary + Math.ceil(more * 1.3),
		seconds: 120 + Math.ceil(more / 10)
	};
}

/** More than most booklets have; one that has more still is set again. */
const pagesOf = ({ chapters }: Booklet): number =>
	24 + Math.ceil(chapters.reduce((sum, { entries }) => sum + entries.length + 2, 0) * 0.8);
