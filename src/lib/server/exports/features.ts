import { editionName } from '#lib/domain/edition/edition.ts';
import { featuresOf } from '#lib/domain/listing/geojson.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import type { Database } from '#lib/server/database/client.ts';
import { placesOf } from '#lib/server/listings/map.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { isFilter, scopeOf, type Asked, type Selection } from './selection.ts';
import { cellsFor, columnsOf, contentsOf, contextOf } from './table.ts';

type Wanted = Asked & { origin: string; year: number | null };

/** A list as RFC 7946 has it: for readers what their map shows, for staff where each place is and all of its cells. */
export const collectionOf = (db: Database, selection: Selection, wanted: Wanted) =>
	wanted.staff ? staffCollection(db, selection) : publicCollection(db, wanted);

function publicCollection(db: Database, wanted: Wanted) {
	const { regionId, within, origin, year } = wanted;
	const { slug, fictional } = regions.identify(db, regionId);
	const filter = isFilter(within) ? within : parseFilter(new URLSearchParams());
	const query = year === null ? '' : `?edition=${editionName(slug, year)}`;
	const places = placesOf(db, scopeOf(wanted), filter);
	return featuresOf(places, (id) => `${origin}/resources/${id}${query}`, { isSample: fictional });
}

function staffCollection(db: Database, selection: Selection) {
	const columns = columnsOf(selection);
	const context = contextOf(db);
	const features = [...contentsOf(db, selection)].flat().map((told) => {
		const { one, content } = told;
		const { latitude, longitude } = content.location;
		const cells = cellsFor(told, columns, context);
		const properties = columns.map(({ label }, place) => [label, cells[place] || null]);
		return {
			type: 'Feature' as const,
			id: one.id,
			geometry:
				latitude === null || longitude === null
					? null
					: { type: 'Point' as const, coordinates: [longitude, latitude] },
			properties: Object.fromEntries(properties) as Record<string, string | null>
		};
	});
	return { type: 'FeatureCollection' as const, features };
}
