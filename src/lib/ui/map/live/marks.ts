import Supercluster from 'supercluster';
import type { Bounds, Point } from '#lib/domain/map/bounds.ts';
import { areasWords, spotsWords, spotWords, townsOf, townsPill } from '#lib/domain/map/words.ts';
import type { Area, Spot } from '#lib/domain/map/drawing.ts';

/** One button on the map, in the order of the list. */
export type Mark = {
	/** The same as long as it stands for the same places. */
	key: string;
	at: Point;
	/** The least of its numbers. */
	first: number;
	name: string;
	/** Of a cluster: its town, in few letters. */
	town: string | null;
	/** How many places. */
	count: number;
	/** Those places, where they are known here; else none. */
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
	const known = places.areas.flatMap((area) => (area.at ? [{ ...area, ...area.at }] : []));
	const spots = clustersOf(places.spots, apart.spots, ofSpots);
	const areas = clustersOf(known, apart.areas, ofAreas);
	return (bounds: Bounds, zoom: number): Mark[] =>
		[...spots(bounds, zoom), ...areas(bounds, zoom)].sort((one, other) => one.first - other.first);
}

type Where = Pick<Mark, 'at' | 'zoom'>;

export function ofSpots(members: Spot[], where: Where): Mark {
	const spots = members.sort((one, other) => one.number - other.number);
	const name = spots.length === 1 ? spotWords(spots[0]!) : spotsWords(spots);
	const key = `${name} ${spots[0]!.id}`;
	const town = spots.length === 1 ? null : townsPill(townsOf(spots));
	return {
		...where,
		key,
		name,
		town,
		count: spots.length,
		spots,
		areas: [],
		first: spots[0]!.number
	};
}

function ofAreas(members: Area[], where: Where): Mark {
	const areas = members.sort((one, other) => least(one) - least(other));
	const name = areasWords(areas);
	const key = `${name} ${areas[0]!.municipality}`;
	const count = areas.reduce((sum, { numbers }) => sum + numbers.length, 0);
	return { ...where, key, name, town: null, count, spots: [], areas, first: least(areas[0]!) };
}

const least = ({ numbers }: Area) => numbers.reduce((one, other) => Math.min(one, other), Infinity);

/** Each mark is made when it is first seen, and kept: a panned map sees the same ones again. */
function clustersOf<P extends Point>(
	points: readonly P[],
	radius: number,
	markOf: (members: P[], where: Where) => Mark
) {
	const index = new Supercluster<Held<P>, Held<P>>({
		radius,
		extent: tile,
		maxZoom: nearest,
		map: ({ held }) => ({ held }),
		// Pairs of pairs: a list would be copied at every merge, and asking for leaves searches again.
		reduce: (sum, { held }) => (sum.held = { one: sum.held, other: held })
	});
	index.load(
		points.map((point) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [point.longitude, point.latitude] },
			properties: { held: { point } }
		}))
	);
	const made = new Map<Tree<P>, Mark>();
	const make = (held: Tree<P>, at: Point, cluster: number | null): Mark => {
		const members = pointsOf(held);
		const isOne = cluster === null || isOneSpot(members);
		const opens = isOne ? Infinity : index.getClusterExpansionZoom(cluster);
		return markOf(members, { at, zoom: opens > nearest ? null : opens });
	};
	return ({ west, south, east, north }: Bounds, zoom: number): Mark[] =>
		index.getClusters([west, south, east, north], zoom).map(({ geometry, properties }) => {
			const [longitude, latitude] = geometry.coordinates as [number, number];
			const cluster = 'cluster_id' in properties ? properties.cluster_id : null;
			const { held } = properties;
			const mark = made.get(held) ?? make(held, { latitude, longitude }, cluster);
			made.set(held, mark);
			return mark;
		});
}

type Tree<P> = { point: P } | { one: Tree<P>; other: Tree<P> };
type Held<P> = { held: Tree<P> };

function pointsOf<P>(tree: Tree<P>): P[] {
	const points: P[] = [];
	const waiting = [tree];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		if ('point' in next) points.push(next.point);
		else waiting.push(next.one, next.other);
	}
	return points;
}

function isOneSpot([first, ...others]: readonly Point[]): boolean {
	return others.every(
		({ latitude, longitude }) => latitude === first!.latitude && longitude === first!.longitude
	);
}
