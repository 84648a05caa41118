import Supercluster from 'supercluster';
import type { Bounds, Point } from './bounds.ts';
import { countsOf } from './words.ts';

/** What stands at one spot of a map at one zoom; places by where they are in the list of what was given. */
export type Mark =
	| (Point & { at: number })
	| (Point & {
			count: number;
			/** The first of its places. */
			first: number;
			/** Where it falls apart; null where it does not. */
			zoom: number | null;
			/** How many of which, most first. */
			kinds: [kind: string, count: number][];
			/** Its towns, most places first, at most `mostTowns`. */
			towns: string[];
			/** Its places where they cannot be told apart on the map, at most `mostListed`. */
			places: number[];
	  });

export type Clusters = (bounds: Bounds, zoom: number) => Mark[];

/** Zooms of tiles of 256 pixels. */
export const zooms = { least: 0, most: 18 };
/** Pixels: nearer to each other than that, buttons of 44 would cover one another. */
export const apart = 46;
export const mostListed = 100;
/** One more than are said. */
export const mostTowns = 3;

type Held = {
	at: number;
	spot: string | null;
	kinds: Record<string, number>;
	towns: Towns;
};
/** Pairs of pairs: there are too many towns to be counted at every merge. */
type Towns = string | null | [Towns, Towns];

/** Places that would cover each other at a zoom, as one; made once, asked for any part of the map. */
export function clustersOf(
	places: readonly (Point & { kind: string; town: string | null })[]
): Clusters {
	const index = new Supercluster<Held, Held>({
		radius: apart,
		extent: 256,
		minZoom: zooms.least,
		maxZoom: zooms.most,
		map: (held) => held,
		reduce(into, { at, spot, kinds, towns }) {
			into.towns = [into.towns, towns];
			into.at = Math.min(into.at, at);
			if (into.spot !== spot) into.spot = null;
			into.kinds = { ...into.kinds };
			for (const [kind, count] of Object.entries(kinds)) {
				into.kinds[kind] = (into.kinds[kind] ?? 0) + count;
			}
		}
	});
	index.load(
		places.map(({ latitude, longitude, kind, town }, at) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [longitude, latitude] },
			properties: { at, spot: `${latitude} ${longitude}`, kinds: { [kind]: 1 }, towns: town }
		}))
	);
	const known = new WeakMap<object, string[]>();
	const namesOf = (towns: Towns): string[] => {
		if (!Array.isArray(towns)) return towns === null ? [] : [towns];
		let names = known.get(towns);
		if (!names) {
			names = countsOf(leavesOf(towns))
				.slice(0, mostTowns)
				.map(([town]) => town);
			known.set(towns, names);
		}
		return names;
	};
	return ({ west, south, east, north }, zoom) =>
		index.getClusters([west, south, east, north], zoom).map(({ geometry, properties }) => {
			const [longitude, latitude] = geometry.coordinates as [number, number];
			const { at } = properties;
			if (!('cluster' in properties)) return { latitude, longitude, at };
			const { cluster_id, point_count, spot, kinds, towns } = properties;
			const opens = spot === null ? index.getClusterExpansionZoom(cluster_id) : Infinity;
			const isOpen = opens <= zooms.most;
			return {
				latitude,
				longitude,
				count: point_count,
				first: at,
				zoom: isOpen ? opens : null,
				kinds: Object.entries(kinds).sort((a, b) => b[1] - a[1]),
				towns: namesOf(towns),
				places: isOpen
					? []
					: index.getLeaves(cluster_id, mostListed).map((leaf) => leaf.properties.at)
			};
		});
}

function leavesOf(towns: Towns): string[] {
	const names: string[] = [];
	const waiting = [towns];
	while (waiting.length > 0) {
		const next = waiting.pop()!;
		if (Array.isArray(next)) waiting.push(...next);
		else if (next !== null) names.push(next);
	}
	return names;
}
