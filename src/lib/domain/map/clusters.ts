import Supercluster from 'supercluster';
import type { Bounds, Point } from './bounds.ts';

/** What stands at one spot of a map at one zoom. */
export type Mark =
	/** By its place in the list of what was given. */
	| (Point & { at: number })
	/** `zoom`: where it falls apart; `kinds`: how many of which, most first. */
	| (Point & { count: number; zoom: number; kinds: [kind: string, count: number][] });

export type Clusters = (bounds: Bounds, zoom: number) => Mark[];

/** Zooms of tiles of 256 pixels. */
export const zooms = { least: 0, most: 18 };
/** Pixels. */
const radius = 56;

type Kinds = { kinds: Record<string, number> };

/** Places that would cover each other at a zoom, as one; made once, asked for any part of the map. */
export function clustersOf(places: readonly (Point & { kind: string })[]): Clusters {
	const index = new Supercluster<{ at: number; kind: string }, Kinds>({
		radius,
		extent: 256,
		minZoom: zooms.least,
		maxZoom: zooms.most - 1,
		map: ({ kind }) => ({ kinds: { [kind]: 1 } }),
		reduce(into, { kinds }) {
			into.kinds = { ...into.kinds };
			for (const [kind, count] of Object.entries(kinds)) {
				into.kinds[kind] = (into.kinds[kind] ?? 0) + count;
			}
		}
	});
	index.load(
		places.map(({ latitude, longitude, kind }, at) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [longitude, latitude] },
			properties: { at, kind }
		}))
	);
	return ({ west, south, east, north }, zoom) =>
		index.getClusters([west, south, east, north], zoom).map(({ geometry, properties }) => {
			const [longitude, latitude] = geometry.coordinates as [number, number];
			if (!('cluster' in properties)) return { latitude, longitude, at: properties.at };
			return {
				latitude,
				longitude,
				count: properties.point_count,
				zoom: index.getClusterExpansionZoom(properties.cluster_id),
				kinds: Object.entries(properties.kinds).sort((a, b) => b[1] - a[1])
			};
		});
}
