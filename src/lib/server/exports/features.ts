import { featuresOf } from '#lib/domain/listing/geojson.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import type { Database } from '#lib/server/database/client.ts';
import { placesOf } from '#lib/server/listings/map.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { Asked, Selection } from './selection.ts';
import { cellsIn, columnsOf, contentsOf, contextOf } from './table.ts';

type Wanted = Asked & { origin: string; year: number | null };

/** A list as RFC 7946 has it: for readers what their map shows, for staff where each place is and all of its cells. */
export const collectionOf = (db: Database, selection: Selection, wanted: Wanted) =>
	wanted.staff ? staffCollection(db, selection) : publicCollection(db, wanted);

export function publicCollection(
	db: Database,
	{ regionId, editionId, within, origin, year }: Omit<Wanted, 'staff'>
) {
	const { slug, fictional } = regions.identify(db, regionId);
	const scope = editionId === null ? { region: regionId } : { edition: editionId };
	const filter = within && 'chosen' in within ? within : parseFilter(new URLSearchParams());
	const query = year === null ? '' : `?edition=${slug}-${year}`;
	const places = placesOf(db, scope, filter);
	return featuresOf(places, (id) => `${origin}/resources/${id}${query}`, { isSample: fictional });
}

function staffCollection(db: Database, selection: Selection) {
	const columns = columnsOf(selection);
	const contents = [...contentsOf(db, selection)].flat();
	const cells = [...cellsIn(db, selection, columns, contextOf(db))].flat();
	const features = contents.map(({ one, content: { location } }, at) => {
		const { latitude, longitude } = location;
		const properties = columns.map(({ label }, place) => [label, cells[at]![place] || null]);
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
