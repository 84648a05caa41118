import { setImmediate } from 'node:timers/promises';
import { editionName } from '#lib/domain/edition/edition.ts';
import { featuresOf } from '#lib/domain/listing/geojson.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import type { Database } from '#lib/server/database/client.ts';
import { ordered } from '#lib/server/listings/chart.ts';
import { placed } from '#lib/server/listings/listings.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { isFilter, scopeOf, type Asked, type Selection } from './selection.ts';
import { inSlices } from './slices.ts';
import { cellsFor, columnsOf, contentsOf, contextOf, type Told } from './table.ts';

type Wanted = Asked & { origin: string; year: number | null };

/** A list as RFC 7946 has it: for readers what their map shows, for staff where each place is and all of its cells. */
export async function writeFeatures(
	db: Database,
	selection: Selection,
	wanted: Wanted
): Promise<string> {
	const pages = wanted.staff ? await staffPages(db, selection) : await publicPages(db, wanted);
	return `{"type":"FeatureCollection","features":[${pages.filter((page) => page !== '').join()}]}`;
}

const textOf = (features: readonly object[]): string =>
	features.map((one) => JSON.stringify(one)).join();

function publicPages(db: Database, wanted: Wanted): Promise<string[]> {
	const { regionId, within, origin, year } = wanted;
	const { slug, fictional } = regions.identify(db, regionId);
	const filter = isFilter(within) ? within : parseFilter(new URLSearchParams());
	const query = year === null ? '' : `?edition=${editionName(slug, year)}`;
	const scope = scopeOf(wanted);
	const address = (id: string) => `${origin}/resources/${id}${query}`;
	return inSlices(ordered(db, scope, filter), (documents) => {
		const { features } = featuresOf(placed(db, scope, documents), address, { isSample: fictional });
		return textOf(features);
	});
}

async function staffPages(db: Database, selection: Selection): Promise<string[]> {
	const columns = columnsOf(selection);
	const context = contextOf(db);
	const featureOf = (told: Told) => {
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
	};
	const pages: string[] = [];
	for (const page of contentsOf(db, selection)) {
		pages.push(textOf(page.map(featureOf)));
		await setImmediate();
	}
	return pages;
}
