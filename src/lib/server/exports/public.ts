import { encodings, type Encoding, type Form } from '#lib/domain/formats/export/about.ts';
import { isFiltered, parseFilter, type Filter } from '#lib/domain/search/filter.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { exportFile, type ExportFile } from './file.ts';
import type { Asked } from './selection.ts';

type Params = { slug: string; year?: string };

export const encodingIn = (query: URLSearchParams): Encoding =>
	encodings.find((one) => one === query.get('encoding')) ?? 'utf-8';

/** The filter of a list, without what is no condition; null where nothing is chosen. */
export function filterIn(query: URLSearchParams): Filter | null {
	const filter: Filter = { ...parseFilter(query), year: null, view: 'list', page: 1 };
	return isFiltered(filter) ? filter : null;
}

/** What an address of readers asks for; undefined: there is no such region or edition for them. */
export function askedBy(
	db: Database,
	{ slug, year }: Params,
	query: URLSearchParams
): (Asked & { year: number | null }) | undefined {
	const region = regions.find(db, slug);
	const edition = year === undefined ? null : editions.findByName(db, `${slug}-${year}`);
	if (!region || edition === undefined) return undefined;
	return {
		...{ regionId: region.id, editionId: edition?.id ?? null, year: edition?.year ?? null },
		...{ staff: false, within: filterIn(query) }
	};
}

/** The file that an address of readers names. */
export async function publicFile(
	db: Database,
	params: Params,
	{ query, origin, form }: { query: URLSearchParams; origin: string; form: Form }
): Promise<ExportFile | undefined> {
	const asked = askedBy(db, params, query);
	const encoding = form === 'csv' ? encodingIn(query) : 'utf-8';
	return asked && exportFile(db, { ...asked, form, encoding, origin });
}
