import { has } from '#lib/domain/bitset.ts';
import { facets, filterAddress, type Filter } from '#lib/domain/filter.ts';
import { understood } from '#lib/domain/listing.ts';
import { boundsAround, type Bounds, type Point } from '#lib/domain/map/bounds.ts';
import { clustersOf, type Clusters, type Mark } from '#lib/domain/map/clusters.ts';
import type { Spot } from '#lib/domain/map/drawing.ts';
import type { Placed } from '#lib/domain/map/view.ts';
import type { Database } from './database.ts';
import { keptByGeneration } from './generation.ts';
import * as listings from './listings.ts';
import { names } from './names.ts';
import { catalogue, type Scope } from './search/catalogue.ts';

/** What is seen of a list in a part of the map. */
export type MapAnswer = {
	/** Of the list, and of those how many may be shown on a map. */
	total: number;
	onMap: number;
	/** Of all that may be shown. */
	bounds: Bounds | null;
	marks: (Spot | Extract<Mark, { count: number }>)[];
};

type Made = {
	documents: number[];
	located: number[];
	clusters: Clusters;
	bounds: Bounds | null;
	total: number;
};

const kept = keptByGeneration(() => new Map<string, Made>());
const mostKept = 24;

/** Every place of a list, in its order. */
export function placesOf(db: Database, scope: Scope, filter: Filter): Placed[] {
	return listings.placed(db, scope, ordered(db, scope, filter));
}

/** Clusters and single places within the bounds; numbers are places in the list. */
export function marksOf(
	db: Database,
	scope: Scope,
	filter: Filter,
	{ bounds, zoom }: { bounds: Bounds; zoom: number }
): MapAnswer {
	const { documents, located, clusters, bounds: whole, total } = madeOf(db, scope, filter);
	const marks = clusters(bounds, zoom);
	const single = marks.flatMap((mark) => ('at' in mark ? [located[mark.at]!] : []));
	const placed = listings.placed(
		db,
		scope,
		single.map((at) => documents[at]!)
	);
	let next = 0;
	return {
		total,
		onMap: located.length,
		bounds: whole,
		marks: marks.map((mark) => {
			if (!('at' in mark)) return mark;
			const { row } = placed[next]!;
			const number = row.number ?? single[next]! + 1;
			next += 1;
			const { id, name, category, symbol, place } = row;
			const { latitude, longitude } = mark;
			return { number, id, name, category, symbol, place, latitude, longitude };
		})
	};
}

function madeOf(db: Database, scope: Scope, filter: Filter): Made {
	// What somebody searched for is no key.
	if (filter.q !== '') return make(db, scope, filter);
	const known = kept(db);
	const key = JSON.stringify(scope) + filterAddress({ ...filter, page: 1 });
	let made = known.get(key);
	if (!made) {
		if (known.size >= mostKept) known.delete(known.keys().next().value!);
		known.set(key, (made = make(db, scope, filter)));
	}
	return made;
}

function make(db: Database, scope: Scope, filter: Filter): Made {
	const { point, values } = catalogue(db, scope);
	const documents = ordered(db, scope, filter);
	const kinds = [...names(db).vocabularies.category.values()]
		.filter(({ parent }) => parent === null)
		.map(({ code, label }) => ({ label, documents: values.category.having([code]) }));
	const located: number[] = [];
	const places: (Point & { kind: string })[] = [];
	documents.forEach((document, at) => {
		const found = point(document);
		if (!found) return;
		located.push(at);
		const kind = kinds.find(({ documents }) => has(documents, document));
		places.push({ ...found, kind: kind?.label ?? 'そのほか' });
	});
	return {
		documents,
		located,
		clusters: clustersOf(places),
		bounds: boundsAround(places),
		total: documents.length
	};
}

function ordered(db: Database, scope: Scope, filter: Filter): number[] {
	const { selection } = understood(catalogue(db, scope), { ...filter, page: 1 }, facets, 1);
	return selection.first(selection.total);
}
