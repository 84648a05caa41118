import { contains, type Bounds } from '#lib/domain/map/bounds.ts';
import type { Mark } from '#lib/domain/map/clusters.ts';
import type { Area, Spot } from '#lib/domain/map/drawing.ts';
import type { Placed } from '#lib/domain/listing/map-view.ts';
import type { Filter } from '#lib/domain/search/filter.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as listings from './listings.ts';
import { chartOf, ordered } from './chart.ts';
import type { Scope } from '#lib/server/search/catalogue.ts';

type Cluster = Omit<Extract<Mark, { count: number }>, 'places'> & { spots: Spot[] };

/** What is seen of a list in a part of the map. */
export type MapAnswer = {
	/** Of the list, and of those how many have a place on a map. */
	total: number;
	onMap: number;
	/** On the list alone. */
	hidden: number;
	/** Of all that may be shown exactly. */
	bounds: Bounds | null;
	/** In the order of the list; `first` is the least number in a cluster, about so in an edition. */
	marks: (Spot | Cluster)[];
	/** What is shown by its town alone. */
	areas: Area[];
};

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
	const { documents, located, clusters, towns, hidden, around } = chartOf(db, scope, filter);
	const marks = clusters(bounds, zoom);
	const named = marks.flatMap((mark) => ('at' in mark ? mark.at : mark.places));
	const spots = new Map(
		listings
			.placed(
				db,
				scope,
				named.map((at) => documents[located[at]!]!)
			)
			.map((one, index) => [named[index]!, spotOf(one, located[named[index]!]!)])
	);
	const spotAt = (at: number) => spots.get(at)!;
	const seen = towns.filter(({ at }) => contains(bounds, at));
	return {
		total: documents.length,
		onMap: documents.length - hidden,
		hidden,
		bounds: around,
		marks: marks
			.sort((one, other) => firstOf(one) - firstOf(other))
			.map((mark) => {
				if ('at' in mark) return spotAt(mark.at);
				const { places, first, ...cluster } = mark;
				return { ...cluster, first: located[first]! + 1, spots: places.map(spotAt) };
			}),
		areas: seen.map(({ municipality, name, at, places }) => ({
			...{ municipality, name, at },
			numbers: numbersOf(db, scope, documents, places)
		}))
	};
}

const firstOf = (mark: Mark) => ('at' in mark ? mark.at : mark.first);

function spotOf({ row, point }: Placed, at: number): Spot {
	const { id, name, category, symbol, place } = row;
	return { number: row.number ?? at + 1, id, name, category, symbol, place, ...point! };
}

/** Those that an edition printed, else places in the list. */
function numbersOf(db: Database, scope: Scope, documents: number[], places: number[]): number[] {
	if (scope === 'everything' || 'region' in scope) return places.map((at) => at + 1);
	const placed = listings.placed(
		db,
		scope,
		places.map((at) => documents[at]!)
	);
	return placed.map(({ row }, index) => row.number ?? places[index]! + 1);
}
