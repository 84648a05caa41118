import { clipRing } from './clip.ts';
import type { Bounds } from './bounds.ts';
import { project } from './mercator.ts';
import {
	edgesOf,
	linesOf,
	polygonsOf,
	type Line,
	type LineKind,
	type OutlineTopology,
	type Outlines,
	type Position
} from './outline.ts';

export type Size = { width: number; height: number };

/** Beyond the edge of the drawing, so that no border is seen there. */
const beyond = 0.02;

/** What lies under a drawing, as SVG path data that fills it exactly (Web Mercator). */
export type Ground = {
	/** One path for each municipality. */
	land: string[];
	/** The coast and the borders of prefectures. */
	edges: string[];
	rivers: string[];
	railways: string[];
	/** Whose it is; null of nothing. */
	credit: string | null;
};

/** Outlines and lines of an area, and whose they are. */
export type Area = Shapes & { credit: string };
export type Shapes = {
	outlines: Outlines;
	edges: readonly (readonly Position[])[];
	lines: readonly Line[];
};

export const shapesOf = (topology: OutlineTopology): Shapes => ({
	outlines: polygonsOf(topology),
	edges: edgesOf(topology),
	lines: linesOf(topology)
});

/** The ground of what lies within the bounds. */
export function groundOf(areas: Iterable<Area>, bounds: Bounds, size: Size): Ground {
	const place = placer(bounds, size);
	const around = widened(bounds);
	const drawn = [...areas].map(({ outlines, edges, lines, credit }) => {
		const land = landPaths(outlines, around, place);
		const pathsOf = (all: readonly (readonly Position[])[]) =>
			all
				.flatMap((line) => runsIn(line, around))
				.map((run) => pathOf(run.map(place), ''))
				.filter(Boolean);
		const linesOf = (kind: LineKind) =>
			pathsOf(lines.filter((line) => line.kind === kind).map(({ positions }) => positions));
		return {
			...{ land, edges: pathsOf(edges) },
			...{ rivers: linesOf('river'), railways: linesOf('railway') },
			credit: land.length > 0 ? credit : null
		};
	});
	const credits = new Set(drawn.map(({ credit }) => credit).filter((one) => one !== null));
	return {
		land: drawn.flatMap(({ land }) => land),
		edges: drawn.flatMap(({ edges }) => edges),
		rivers: drawn.flatMap(({ rivers }) => rivers),
		railways: drawn.flatMap(({ railways }) => railways),
		credit: [...credits].join('／') || null
	};
}

type Place = (position: Position) => readonly [x: number, y: number];

function placer(bounds: Bounds, { width, height }: Size): Place {
	const { x: left, y: top } = project({ latitude: bounds.north, longitude: bounds.west });
	const { x: right, y: bottom } = project({ latitude: bounds.south, longitude: bounds.east });
	return ([longitude, latitude]) => {
		const { x, y } = project({ latitude, longitude });
		return [((x - left) / (right - left)) * width, ((y - top) / (bottom - top)) * height];
	};
}

function widened({ west, south, east, north }: Bounds): Bounds {
	const [wide, high] = [(east - west) * beyond, (north - south) * beyond];
	return { west: west - wide, south: south - high, east: east + wide, north: north + high };
}

/** The parts of a line that come near the bounds. */
function runsIn(line: readonly Position[], bounds: Bounds): Position[][] {
	const runs: Position[][] = [];
	let run: Position[] = [];
	for (let at = 1; at < line.length; at++) {
		const [from, to] = [line[at - 1]!, line[at]!];
		const box = {
			west: Math.min(from[0], to[0]),
			south: Math.min(from[1], to[1]),
			east: Math.max(from[0], to[0]),
			north: Math.max(from[1], to[1])
		};
		if (!meet(box, bounds)) run = [];
		else if (run.length === 0) runs.push((run = [from, to]));
		else run.push(to);
	}
	return runs;
}

/** What is smaller than a pixel is left out. */
const landPaths = (outlines: Outlines, around: Bounds, place: Place): string[] =>
	[...outlines.values()]
		.filter(({ bounds }) => meet(bounds, around))
		.map(({ polygons }) =>
			polygons
				.flat()
				.map((ring) => pathOf(clipRing(ring, around).map(place), 'Z'))
				.join('')
		)
		.filter(Boolean);

export const meet = (one: Bounds, other: Bounds): boolean =>
	one.west < other.east &&
	other.west < one.east &&
	one.south < other.north &&
	other.south < one.north;

function pathOf(points: readonly (readonly [number, number])[], end: 'Z' | ''): string {
	const kept: string[] = [];
	let [lastX, lastY] = [Infinity, Infinity];
	for (const [x, y] of points) {
		if (Math.abs(x - lastX) + Math.abs(y - lastY) < 1) continue;
		kept.push(`${x.toFixed(1)} ${y.toFixed(1)}`);
		[lastX, lastY] = [x, y];
	}
	return kept.length > (end ? 2 : 1) ? `M${kept.join('L')}${end}` : '';
}

/**
 * The ground alone, to lie under a map as an image: see-through, so that land is as light or dark as the page
 * and as the paper; the sea is what is shaded.
 */
export function groundSvg(
	{ land, edges, rivers, railways, credit }: Ground,
	{ width, height }: Size
): string {
	// The sea is all but the land; its own edge lies outside.
	const sea = `M-9-9H${width + 9}V${height + 9}H-9Z`;
	const parts =
		land.length === 0
			? ''
			: `<path d="${sea}${land.join('')}" fill="#3d86b8" fill-opacity=".22" fill-rule="evenodd" stroke="#80796b" stroke-opacity=".35"/>` +
				`<path d="${edges.join('')}" fill="none" stroke="#80796b" stroke-width="1.5"/>` +
				`<path d="${rivers.join('')}" fill="none" stroke="#3d86b8" stroke-opacity=".7" stroke-width="2"/>` +
				`<path d="${railways.join('')}" fill="none" stroke="#80796b" stroke-width="3" stroke-dasharray="7 4"/>`;
	const words =
		credit === null
			? ''
			: `<text x="${width - 6}" y="${height - 6}" text-anchor="end" font-size="8" font-family="sans-serif" fill="#807a6c">${escape(credit)}</text>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${parts}${words}</svg>`;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escape = (words: string) => words.replace(/[&<>"]/g, (one) => escapes[one]!);
