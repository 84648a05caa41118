import type { Bounds } from './bounds.ts';
import { project, unproject } from './mercator.ts';
import type { Outline, Position } from './outline.ts';

/** Land under a drawn map, as one path in a frame of its own, so that it serves maps of every size. */
export type Land = {
	/** Of the frame, which is `side` units wide and high. */
	bounds: Bounds;
	path: string;
	credit: string;
};

export const side = 1000;
/** Units: what is nearer to the last corner is left out, and so is what is no larger. */
const fine = 2.4;
const least = 4;

/** A square around some bounds that every drawing of them lies in. */
export function frameAround(bounds: Bounds): Bounds {
	const { x: left, y: top } = project({ latitude: bounds.north, longitude: bounds.west });
	const { x: right, y: bottom } = project({ latitude: bounds.south, longitude: bounds.east });
	const half = Math.max(right - left, bottom - top) * 0.95;
	const [x, y] = [(left + right) / 2, (top + bottom) / 2];
	const northWest = unproject({ x: x - half, y: y - half });
	const southEast = unproject({ x: x + half, y: y + half });
	return {
		west: northWest.longitude,
		south: southEast.latitude,
		east: southEast.longitude,
		north: northWest.latitude
	};
}

/** Outlines as SVG path data, whole numbers and steps, which is short. */
export function landOf(outlines: Iterable<Outline>, bounds: Bounds, credit: string): Land {
	const { x: left, y: top } = project({ latitude: bounds.north, longitude: bounds.west });
	const scale = side / (project({ latitude: 0, longitude: bounds.east }).x - left);
	const place = ([longitude, latitude]: Position) => {
		const { x, y } = project({ latitude, longitude });
		return { x: (x - left) * scale, y: (y - top) * scale };
	};
	const seen = (one: Bounds) =>
		one.west < bounds.east &&
		one.east > bounds.west &&
		one.south < bounds.north &&
		one.north > bounds.south;
	const paths: string[] = [];
	for (const outline of outlines) {
		if (!seen(outline.bounds)) continue;
		for (const ring of outline.polygons.flat()) paths.push(pathOf(ring.map(place)));
	}
	return { bounds, path: paths.join(''), credit };
}

type Corner = { x: number; y: number };

function pathOf(ring: Corner[]): string {
	const clipped = clip(ring);
	const kept: Corner[] = [];
	for (const { x, y } of clipped) {
		const last = kept.at(-1);
		if (last && Math.abs(x - last.x) + Math.abs(y - last.y) < fine) continue;
		kept.push({ x: Math.round(x), y: Math.round(y) });
	}
	const size = (of: (corner: Corner) => number) =>
		Math.max(...kept.map(of)) - Math.min(...kept.map(of));
	if (kept.length < 3 || size(({ x }) => x) + size(({ y }) => y) < least) return '';
	const steps = kept.slice(1).map(({ x, y }, at) => {
		const [right, down] = [x - kept[at]!.x, y - kept[at]!.y];
		return down < 0 ? `${right}${down}` : `${right} ${down}`;
	});
	return `M${kept[0]!.x} ${kept[0]!.y}l${steps.join(' ')}z`;
}

/** To the frame and somewhat beyond, so that no edge of it is seen (Sutherland and Hodgman). */
function clip(ring: Corner[]): Corner[] {
	const beyond = 20;
	const edges = [
		['x', -beyond, 1],
		['x', side + beyond, -1],
		['y', -beyond, 1],
		['y', side + beyond, -1]
	] as const;
	return edges.reduce<Corner[]>((corners, [axis, limit, sign]) => {
		const isIn = (corner: Corner) => (corner[axis] - limit) * sign >= 0;
		return corners.flatMap((corner, at) => {
			const before = corners.at(at - 1)!;
			if (isIn(corner) === isIn(before)) return isIn(corner) ? [corner] : [];
			const part = (limit - before[axis]) / (corner[axis] - before[axis]);
			const crossing = {
				x: before.x + (corner.x - before.x) * part,
				y: before.y + (corner.y - before.y) * part
			};
			return isIn(corner) ? [crossing, corner] : [crossing];
		});
	}, ring);
}
