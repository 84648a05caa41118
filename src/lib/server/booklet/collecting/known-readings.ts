import { asc, inArray } from 'drizzle-orm';
import { readingsOf } from '#lib/domain/labels/vocabulary.ts';
import type { Database } from '#lib/server/database/client.ts';
import { municipalities } from '#lib/server/database/schema/index.ts';
import { names } from '#lib/server/regions/names.ts';
import type { Told } from './entries.ts';

/** Name and kana, by code, of the municipalities that the entries name. */
export function readTowns(
	db: Database,
	told: readonly Told[]
): Map<string, readonly [name: string, kana: string]> {
	const codes = new Set(
		told.flatMap(({ content: { place, serviceArea } }) =>
			[place.municipality ?? [], serviceArea].flat()
		)
	);
	const rows = db
		.select()
		.from(municipalities)
		.where(inArray(municipalities.code, [...codes]))
		.orderBy(asc(municipalities.code))
		.all();
	return new Map(rows.map(({ code, name, kana }) => [code, [name, kana]]));
}

/** How terms, the region and the municipalities of its entries are read: kana that somebody stored. */
export const readingsFor = (
	db: Database,
	region: { name: string; kana: string },
	told: readonly Told[]
): Record<string, string> => ({
	...readingsOf(names(db).vocabularies),
	[region.name]: region.kana,
	...Object.fromEntries(readTowns(db, told).values())
});
