import Supercluster from 'supercluster';
import type { Bounds, Point } from '#lib/domain/map/bounds.ts';
import { areasWords, spotsWords, spotWords } from '#lib/domain/map/words.ts';
import type { Area, Spot } from '#lib/domain/map/drawing.ts';

/** One button on the map, in the order of the list. */
export type Mark = {
	/** The same as long as it stands for the same places. */
	key: string;
	at: Point;
	/** The least of its numbers. */
	first: number;
	name: string;
	spots: Spot[];
	/** Towns, for what is shown by its town alone. */
	areas: Area[];
	/** Where the map zooms to show its parts; null where there are none to be told apart. */
	zoom: number | null;
};

/** Zooms of tiles of 256 pixels. */
export const nearest = 18;
const tile = 256;
/** Pixels: nearer to each other than that, buttons of 44 would cover one another. */
const apart = { spots: 46, areas: 88 };

/** What is to be pressed on a map of these places, by what of it is seen. */
export function marksOf(places: { spots: readonly Spot[]; areas: readonly Area[] }) {
	const spots = clustersOf(places.spots, apart.spots);
	const known = places.areas.flatMap((area) => (area.at ? [{ ...area, ...area.at }] : []));
	const areas = clustersOf(known, apart.areas);
	return (bounds: Bounds, zoom: number): Mark[] =>
		[
			...spots(bounds, zoom).map(({ members, ...rest }) => {
				const spots = members.sort((one, other) => one.number - other.number);
				const name = spots.length === 1 ? spotWords(spots[0]!) : spotsWords(spots);
				const key = `${name} ${spots[0]!.id}`;
				return { ...rest, key, name, spots, areas: [], first: spots[0]!.number };
			}),
			...areas(bounds, zoom).map(({ members: areas, ...rest }) => {
				const name = areasWords(areas);
				const key = `${name} ${areas[0]!.municipality}`;
				const first = least(areas.flatMap(({ numbers }) => numbers));
				return { ...rest, key, name, spots: [], areas, first };
			})
		].sort((one, other) => one.first - other.first);
}

const least = (numbers: readonly number[]) =>
	numbers.reduce((one, other) => Math.min(one, other), Infinity);

function clustersOf<P extends Point>(points: readonly P[], radius: number) {
	const index = new Supercluster<{ point: P }>({ radius, extent: tile, maxZoom: nearest });
	index.load(
		points.map((point) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [point.longitude, point.latitude] },
			properties: { point }
		}))
	);
	return ({ west, south, east, north }: Bounds, zoom: number) =>
		index.getClusters([west, south, east, north], zoom).map((feature) => {
			const [longitude, latitude] = feature.geometry.coordinates as [number, number];
			const at = { latitude, longitude };
			if (!('cluster_id' in feature.properties)) {
				const { point } = feature.properties;
				return { at, members: [point], zoom: null };
			}
			const id = feature.properties.cluster_id;
			const members = index.getLeaves(id, Infinity).map(({ properties }) => properties.point);
			const opens = isOneSpot(members) ? Infinity : index.getClusterExpansionZoom(id);
			return { at, members, zoom: opens > nearest ? null : opens };
		});
}

function isOneSpot([first, ...others]: readonly Point[]): boolean {
	return others.every(
		({ latitude, longitude }) => latitude === first!.latitude && longitude === first!.longitude
	);
}
