import {
	stickerSheets,
	stickersOf,
	type Correction,
	type Sticker
} from '#lib/domain/booklet/papers/stickers.ts';
import type { StickerOrder } from '#lib/domain/booklet/papers/sticker-order.ts';
import { plainly } from '#lib/domain/booklet/made.ts';
import { editionName } from '#lib/domain/edition/edition.ts';
import { struck } from '#lib/server/contents/struck.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import type { StaffEdition } from '#lib/server/editions/staff-view.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { pagesOf, type PagesOf } from './pages.ts';
import { compile, type Watching } from '#lib/server/booklet/typesetting/compile.ts';

export type MendedEdition = Pick<editions.Edition, 'id' | 'region' | 'year'>;

/** What the page of errata tells of an edition, in the order of the pages of its booklet. */
export function corrections(
	db: Database,
	edition: MendedEdition,
	{ pages = pagesOf }: { pages?: PagesOf } = {}
): Correction[] {
	const made = pages(db, edition.id, 'a5');
	const pageOf = (number: number) => made?.pageOf[number] ?? null;
	const withdrawn = struck(db, edition.id)
		// Of one that is on paper still nothing has to be mended there.
		.filter(({ why }) => why === 'withdrawn')
		.map(({ number }) => ({ number, page: pageOf(number), since: null, told: null }));
	const told = editions.errata(db, edition).map(({ row, number, since, fields }) => ({
		...{ number, page: pageOf(number), since },
		told: { name: printedName(row.name, fields), fields }
	}));
	return [...told, ...withdrawn].sort((a, b) => placeOf(a) - placeOf(b) || a.number - b.number);
}

/** What is on no known page comes last. */
const placeOf = ({ page }: Correction): number => page ?? Number.MAX_SAFE_INTEGER;

/** The name under which it is found on the page. */
const printedName = (name: string, fields: { field: string; before: string | null }[]): string =>
	fields.find(({ field }) => field === 'name')?.before ?? name;

/** Of what was chosen of an order, one of each. */
export function stickersFor(
	all: readonly Correction[],
	edition: MendedEdition,
	{ order, origin }: { order: StickerOrder; origin: string }
): Sticker[] {
	const { sheet, numbers } = order;
	const path = `${origin}/regions/${edition.region.slug}/${edition.year}/errata`;
	return all
		.filter(({ number }) => numbers === null || numbers.includes(number))
		.flatMap((correction) =>
			stickersOf(correction, {
				edition: `${edition.region.name} ${edition.year}年度版`,
				address: `${path}?number=${correction.number}`,
				sheet
			})
		);
}

/** The sheets as a PDF. */
export async function stickerPdf(
	edition: MendedEdition,
	stickers: Sticker[],
	order: StickerOrder,
	watching: Watching = {}
): Promise<{ name: string; pdf: Uint8Array; pages: number }> {
	const title = `${edition.region.name} ${edition.year}年度版 正誤シール`;
	const data = stickerSheets(title, stickers, order);
	const codes = stickers.flatMap(({ address }) => address ?? []);
	const compiling = { template: 'stickers', data, codes, printing: plainly };
	const { pdf, pages } = await compile(compiling, watching);
	const name = `${editionName(edition.region.slug, edition.year)}-stickers-${order.sheet.faces}.pdf`;
	return { name, pdf, pages };
}

/** Of an edition as staff know it; null: its region is gone. */
export function mendedEdition(
	db: Database,
	{ id, region, year }: Pick<StaffEdition, 'id' | 'region' | 'year'>
): MendedEdition | null {
	const found = regions.find(db, region);
	return found ? { id, year, region: found } : null;
}
