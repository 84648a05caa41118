import { createHash, randomBytes } from 'node:crypto';
import { has } from '#lib/domain/search/index/bitset.ts';
import { filterAddress, type Filter } from '#lib/domain/search/filter.ts';
import { select } from '#lib/domain/listing/catalogue.ts';
import { boundsAround, type Bounds, type Point } from '#lib/domain/map/bounds.ts';
import { clustersOf, type Clusters } from '#lib/domain/map/clusters.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByVersion } from '#lib/server/database/data-version.ts';
import { names } from '#lib/server/regions/names.ts';
import { catalogue, type Scope } from '#lib/server/search/catalogue.ts';
import { towns as townsOf } from '#lib/server/regions/towns.ts';

/** A town and where in the list its places are that are shown by it alone. */
type Town = { municipality: string; name: string; at: Point; places: number[] };

/** A whole list, made ready to be asked for parts of the map. */
type Chart = {
	documents: number[];
	/** Where in the list each place of the clusters is. */
	located: number[];
	clusters: Clusters;
	towns: Town[];
	hidden: number;
	around: Bounds | null;
};

const kept = cachedByVersion(() => new Map<string, Chart>());
const mostKept = 24;
const salt = randomBytes(32);

/** The one of a scope and filter, made once until the database changes. */
export function chartOf(db: Database, scope: Scope, filter: Filter): Chart {
	const known = kept(db);
	const asked = JSON.stringify(scope) + filterAddress({ ...filter, page: 1, view: 'map' });
	// Nobody can tell from a key what somebody searched for.
	const key = createHash('sha256').update(salt).update(asked).digest('base64');
	let chart = known.get(key);
	if (chart) known.delete(key);
	else chart = make(db, scope, filter);
	known.set(key, chart);
	if (known.size > mostKept) known.delete(known.keys().next().value!);
	return chart;
}

/** The documents of a list. */
export function ordered(db: Database, scope: Scope, filter: Filter): number[] {
	const { first, total } = select(catalogue(db, scope), { ...filter, page: 1 }, [], 1);
	return first(total);
}

function make(db: Database, scope: Scope, filter: Filter): Chart {
	const { point, values, places: sorted } = catalogue(db, scope);
	const { vocabularies, municipalities } = names(db);
	const kinds = [...vocabularies.category.values()]
		.filter(({ parent }) => parent === null)
		.map(({ code, label }) => ({ label, documents: values.category.having([code]) }));
	const codes = [...municipalities.keys()];
	const known = townsOf(db);
	const documents = ordered(db, scope, filter);
	const located: number[] = [];
	const places: (Point & { kind: string; town: string | null })[] = [];
	const towns = new Map<string, Town>();
	let hidden = 0;
	documents.forEach((document, at) => {
		const found = point(document);
		if (found) {
			const kind = kinds.find(({ documents }) => has(documents, document));
			located.push(at);
			const town = municipalities.get(codes[sorted.municipality(document) - 1] ?? '') ?? null;
			places.push({ ...found, kind: kind?.label ?? 'そのほか', town });
			return;
		}
		// One after the last where no town may be told.
		const municipality = codes[sorted.municipality(document) - 1] ?? '';
		const town = known.get(municipality);
		if (!town) hidden += 1;
		else {
			const { name, ...middle } = town;
			const one = towns.get(municipality) ?? { municipality, name, at: middle, places: [] };
			towns.set(municipality, one);
			one.places.push(at);
		}
	});
	const around = boundsAround(places);
	const clusters = clustersOf(places);
	return { documents, located, clusters, towns: [...towns.values()], hidden, around };
}
