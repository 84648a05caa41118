import { contains, type Bounds, type Point } from './bounds.ts';

/** How closely an outline follows the ground, from the whole country to a street. */
export const bands = ['overview', 'middle', 'detail'] as const;
export type Band = (typeof bands)[number];

export const isBand = (text: string): text is Band => (bands as readonly string[]).includes(text);

/** The band for a zoom of the map. */
export const bandAt = (zoom: number): Band =>
	zoom < 9 ? 'overview' : zoom < 12 ? 'middle' : 'detail';

export type Position = [longitude: number, latitude: number];

type Arcs = number[][];
type Geometry = { id: string; properties: { name: string } } & (
	{ type: 'Polygon'; arcs: Arcs } | { type: 'MultiPolygon'; arcs: Arcs[] }
);

export const lineKinds = ['river', 'railway'] as const;
export type LineKind = (typeof lineKinds)[number];

/** TopoJSON (https://github.com/topojson/topojson-specification), quantized. */
export type OutlineTopology = {
	type: 'Topology';
	transform: { scale: [number, number]; translate: [number, number] };
	arcs: [number, number][][];
	objects: {
		/** `id`: code of a municipality, of a prefecture (two digits) in the outlines of Japan. */
		outlines: { type: 'GeometryCollection'; geometries: Geometry[] };
		/** Only of the sample region: N03 has none. */
		lines?: {
			type: 'GeometryCollection';
			geometries: {
				type: 'LineString';
				properties: { kind: LineKind; name: string };
				arcs: number[];
			}[];
		};
	};
};

export type Line = { kind: LineKind; name: string; positions: Position[]; bounds: Bounds };

/** The first ring of a polygon is its edge, closed; the others are its holes. */
export type Outline = { name: string; polygons: Position[][][]; bounds: Bounds };
export type Outlines = Map<string, Outline>;

/** The outlines in degrees, by code. */
export function polygonsOf(topology: OutlineTopology): Outlines {
	const positionsOf = decoder(topology);
	return new Map(
		topology.objects.outlines.geometries.map((geometry) => {
			const parts = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
			const polygons = parts.map((rings) => rings.map(positionsOf));
			const { name } = geometry.properties;
			return [geometry.id, { name, polygons, bounds: boundsOfRings(polygons) }];
		})
	);
}

/** Rivers and railways in degrees. */
export function linesOf(topology: OutlineTopology): Line[] {
	const { lines } = topology.objects;
	if (!lines) return [];
	const positionsOf = decoder(topology);
	return lines.geometries.map(({ properties: { kind, name }, arcs }) => {
		const positions = positionsOf(arcs);
		return { kind, name, positions, bounds: boundsOfRings([[positions]]) };
	});
}

/** The lines that two municipalities do not share: the coast, and the border of the prefecture. */
export function edgesOf(topology: OutlineTopology): Position[][] {
	const uses = new Map<number, number>();
	for (const { arcs } of topology.objects.outlines.geometries) {
		for (const number of (arcs as unknown[]).flat(Infinity) as number[]) {
			const line = number < 0 ? ~number : number;
			uses.set(line, (uses.get(line) ?? 0) + 1);
		}
	}
	const positionsOf = decoder(topology);
	return [...uses].flatMap(([line, count]) => (count === 1 ? [positionsOf([line])] : []));
}

/** Joins arcs, by their numbers, into one line. */
function decoder({ arcs, transform }: OutlineTopology): (numbers: number[]) => Position[] {
	const [across, up] = transform.scale;
	const [west, south] = transform.translate;
	const lines = arcs.map((arc) => {
		let [x, y] = [0, 0];
		return arc.map(([right, upwards]): Position => {
			x += right;
			y += upwards;
			return [west + x * across, south + y * up];
		});
	});
	return (numbers) =>
		numbers.reduce<Position[]>((joined, number) => {
			// ~number is the same line the other way round.
			const line = number < 0 ? lines[~number]!.toReversed() : lines[number]!;
			return joined.concat(joined.length === 0 ? line : line.slice(1));
		}, []);
}

/** What they take up together; null when there are none. */
export function boundsOf(outlines: Iterable<{ bounds: Bounds }>): Bounds | null {
	let whole: Bounds | null = null;
	for (const { bounds } of outlines) whole = whole ? around(whole, bounds) : bounds;
	return whole;
}

const around = (a: Bounds, b: Bounds): Bounds => ({
	west: Math.min(a.west, b.west),
	south: Math.min(a.south, b.south),
	east: Math.max(a.east, b.east),
	north: Math.max(a.north, b.north)
});

function boundsOfRings(polygons: Position[][][]): Bounds {
	const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
	for (const [edge] of polygons) {
		for (const [longitude, latitude] of edge!) {
			bounds.west = Math.min(bounds.west, longitude);
			bounds.south = Math.min(bounds.south, latitude);
			bounds.east = Math.max(bounds.east, longitude);
			bounds.north = Math.max(bounds.north, latitude);
		}
	}
	return bounds;
}

/** Code of the municipality that a point lies in. */
export function municipalityAt(outlines: Outlines, point: Point): string | null {
	for (const [code, outline] of outlines) if (covers(outline, point)) return code;
	return null;
}

export const covers = ({ bounds, polygons }: Outline, point: Point): boolean =>
	contains(bounds, point) &&
	// An odd number of edges to cross, its holes' among them.
	polygons.some((rings) => rings.filter((ring) => surrounds(ring, point)).length % 2 === 1);

function surrounds(ring: Position[], { latitude, longitude }: Point): boolean {
	let isInside = false;
	for (let index = 1; index < ring.length; index++) {
		const [x1, y1] = ring[index - 1]!;
		const [x2, y2] = ring[index]!;
		if (y1 > latitude === y2 > latitude) continue;
		if (longitude < x1 + ((x2 - x1) * (latitude - y1)) / (y2 - y1)) isInside = !isInside;
	}
	return isInside;
}

const metresPerDegree = 111_320;

/** Metres from a point to the outline, 0 within it; flat, so for short ways only. */
export function distanceTo(outline: Outline, point: Point): number {
	if (covers(outline, point)) return 0;
	const narrowing = Math.cos((point.latitude * Math.PI) / 180);
	let nearest = Infinity;
	for (const ring of outline.polygons.flat()) {
		for (let index = 1; index < ring.length; index++) {
			const [from, to] = [ring[index - 1]!, ring[index]!].map(([x, y]) => ({
				x: (x - point.longitude) * narrowing,
				y: y - point.latitude
			})) as [{ x: number; y: number }, { x: number; y: number }];
			const [dx, dy] = [to.x - from.x, to.y - from.y];
			const along = -(from.x * dx + from.y * dy) / (dx * dx + dy * dy || 1);
			const part = Math.max(0, Math.min(1, along));
			nearest = Math.min(nearest, Math.hypot(from.x + part * dx, from.y + part * dy));
		}
	}
	return nearest * metresPerDegree;
}

/** Lines that are drawn through the largest part to find where it is wide. */
const scans = 15;

/** A point inside, where there is room for a name. */
export function centerOf({ polygons }: Outline): Point {
	const largest = polygons.reduce((best, one) => (areaOf(one[0]!) > areaOf(best[0]!) ? one : best));
	const { west, south, east, north } = boundsOfRings([largest]);
	let widest = { width: -1, longitude: (west + east) / 2, latitude: (south + north) / 2 };
	for (let scan = 1; scan < scans; scan++) {
		const latitude = south + ((north - south) * scan) / scans;
		// Towards the middle, where two lines are nearly as wide.
		const worth = 1 - Math.abs(scan / scans - 0.5) / 2;
		const crossings = largest.flatMap((ring) => crossingsOf(ring, latitude)).sort((a, b) => a - b);
		for (let index = 1; index < crossings.length; index += 2) {
			const [from, to] = [crossings[index - 1]!, crossings[index]!];
			const width = (to - from) * worth;
			if (width > widest.width) widest = { width, longitude: (from + to) / 2, latitude };
		}
	}
	const { longitude, latitude } = widest;
	return { longitude, latitude };
}

function crossingsOf(ring: Position[], latitude: number): number[] {
	const found: number[] = [];
	for (let index = 1; index < ring.length; index++) {
		const [x1, y1] = ring[index - 1]!;
		const [x2, y2] = ring[index]!;
		if (y1 > latitude !== y2 > latitude) {
			found.push(x1 + ((x2 - x1) * (latitude - y1)) / (y2 - y1));
		}
	}
	return found;
}

/** In square degrees. */
export function areaOf(ring: Position[]): number {
	let twice = 0;
	for (let index = 1; index < ring.length; index++) {
		const [x1, y1] = ring[index - 1]!;
		const [x2, y2] = ring[index]!;
		twice += x1 * y2 - x2 * y1;
	}
	return Math.abs(twice) / 2;
}
