import { asc, inArray } from 'drizzle-orm';
import { readingsOf } from '#lib/domain/labels/vocabulary.ts';
import type { Database } from '#lib/server/database/client.ts';
import { municipalities } from '#lib/server/database/schema/index.ts';
import { names } from '#lib/server/regions/names.ts';
import type { Told } from './entries.ts';

/** How terms, the region and the municipalities of its entries are read: kana that somebody stored. */
export function readingsFor(
	db: Database,
	region: { name: string; kana: string },
	told: readonly Told[]
): Record<string, string> {
	const codes = new Set(
		told.flatMap(({ content: { place, serviceArea } }) =>
			[place.municipality ?? [], serviceArea].flat()
		)
	);
	const towns = db
		.select({ name: municipalities.name, kana: municipalities.kana })
		.from(municipalities)
		.where(inArray(municipalities.code, [...codes]))
		.orderBy(asc(municipalities.code))
		.all();
	return {
		...readingsOf(names(db).vocabularies),
		[region.name]: region.kana,
		...Object.fromEntries(towns.map(({ name, kana }) => [name, kana]))
	};
}
