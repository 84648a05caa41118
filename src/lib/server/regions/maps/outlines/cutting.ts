import { merge, quantize } from 'topojson-client';
import { filter, presimplify } from 'topojson-simplify';
import type { Bounds } from '#lib/domain/map/bounds.ts';
import {
	bands,
	boundsOf,
	polygonsOf,
	areaOf,
	type Band,
	type OutlineTopology,
	type Position
} from '#lib/domain/map/outline.ts';
import { build, type Area, type Basemap } from './basemap.ts';

export type Cut = { area: string; band: Band; bounds: Bounds; topology: OutlineTopology };

/** Area code of the outlines of the prefectures. */
export const wholeCountry = '00';

type Fineness = {
	/** Square degrees of the triangle that a corner has to make. */
	corner: number;
	/** Square degrees of the smallest island that is drawn. */
	island: number;
	/** Degrees to which places are rounded. */
	step: number;
	/** Corners at most: they are what weighs. */
	corners: number;
};

/** About the area of a point on the screen at zoom 8, 11 and 14. */
const fineness: Record<Band, Fineness> = {
	overview: { corner: 1.5e-5, island: 6e-5, step: 1e-3, corners: 2500 },
	middle: { corner: 2.5e-7, island: 2e-6, step: 2e-4, corners: 6000 },
	detail: { corner: 2e-9, island: 0, step: 5e-5, corners: 16_000 }
};
const country: Fineness = { corner: 4e-5, island: 4e-4, step: 2e-3, corners: 9000 };

/** Of what ships with the program: one fineness for every zoom, so that it is small (docs/decisions/037-outlines-that-ship.md). */
export const shippedFineness: Partial<Record<Band, Fineness>> = {
	detail: { corner: 1.3e-5, island: 0, step: 1e-4, corners: Infinity }
};

/** Outlines of every prefecture in every band that has a fineness, and of the country. */
export function cutOutlines(
	basemap: Basemap,
	prefectures: Map<string, string>,
	byBand: Partial<Record<Band, Fineness>> = fineness
): Cut[] {
	// Each corner gets its weight as a third number.
	const weighed = presimplify(basemap) as Basemap;
	const groups = Map.groupBy(weighed.objects.areas.geometries, ({ id }) => id.slice(0, 2));
	const codes = [...groups.keys()].sort();
	const cuts = codes.flatMap((area) =>
		bands.flatMap((band) => {
			const how = byBand[band];
			return how ? [cutOne(weighed, groups.get(area)!, area, band, how)] : [];
		})
	);
	// Built anew: a corner where two towns meet at the sea is none of the country's.
	const whole = build(
		codes.map((id) => ({
			id,
			name: prefectures.get(id)!,
			polygons: merge(basemap, groups.get(id)!).coordinates
		}))
	);
	const weighedWhole = presimplify(whole) as Basemap;
	const areas = weighedWhole.objects.areas.geometries;
	return [...cuts, cutOne(weighedWhole, areas, wholeCountry, 'overview', country)];
}

function cutOne(weighed: Basemap, areas: Area[], area: string, band: Band, how: Fineness): Cut {
	const geometries = areas.map((one) => withoutIslands(weighed, one, how.island));
	const own = prune({ ...weighed, objects: { areas: { type: 'GeometryCollection', geometries } } });
	const lines = own.arcs as unknown as Weighed[][];
	const least = Math.max(how.corner, leastFor(lines, how.corners));
	const simple = { ...own, arcs: lines.map((line) => simplified(line, least)) };
	const all = simple.arcs.flat();
	const west = all.reduce((least, [x]) => Math.min(least, x), Infinity);
	const south = all.reduce((least, [, y]) => Math.min(least, y), Infinity);
	const { objects, arcs, transform } = quantize(simple, {
		scale: [how.step, how.step],
		translate: [tidy(west, how.step), tidy(south, how.step)]
	} as never);
	const topology = {
		type: 'Topology',
		transform,
		arcs,
		objects: { outlines: { type: 'GeometryCollection', geometries: objects.areas.geometries } }
	} as unknown as OutlineTopology;
	return { area, band, bounds: boundsOf(polygonsOf(topology).values())!, topology };
}

type Weighed = [x: number, y: number, weight: number];

const tidy = (value: number, step: number) => Number((Math.floor(value / step) * step).toFixed(6));

/** Drops the lines that nobody refers to any more. */
const prune = (basemap: Basemap): Basemap => filter(basemap, () => true) as Basemap;

/** The weight that leaves no more than so many corners. */
const leastFor = (lines: Weighed[][], corners: number): number =>
	heaviest(lines.flat(), corners) ?? 0;

/** The weight of the one at that place among them, heaviest first. */
const heaviest = (line: Weighed[], place: number): number | undefined =>
	Float64Array.from(line, ([, , weight]) => weight)
		.sort()
		.at(-1 - place);

/** A ring keeps a triangle at least: no municipality disappears. */
function simplified(line: Weighed[], least: number): Position[] {
	let kept = line.filter(([, , weight]) => weight >= least);
	const [first, last] = [line[0]!, line.at(-1)!];
	if (kept.length < 4 && first[0] === last[0] && first[1] === last[1]) {
		const enough = heaviest(line, 3) ?? 0;
		kept = line.filter(([, , weight]) => weight >= enough);
	}
	return kept.map(([x, y]) => [x, y]);
}

/** Without small islands, holes and enclaves; the largest part stays, whatever its size. */
function withoutIslands(basemap: Basemap, area: Area, smallest: number): Area {
	if (smallest === 0) return area;
	const parts = area.arcs.map((rings) => ({ rings, size: areaOf(ringOf(basemap, rings[0]!)) }));
	const largest = parts.reduce((most, { size }) => Math.max(most, size), 0);
	const kept = parts.filter(({ size }) => size >= smallest || size === largest);
	return { ...area, arcs: kept.map(({ rings }) => rings) };
}

const ringOf = ({ arcs }: Basemap, numbers: number[]): Position[] =>
	numbers.flatMap((number) => {
		const line = arcs[number < 0 ? ~number : number] as unknown as Position[];
		return number < 0 ? line.toReversed() : line;
	});
