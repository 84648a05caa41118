import type { Bounds } from './bounds.ts';
import type { Position } from './outline.ts';

type Edge = {
	isInside: (at: Position) => boolean;
	crossing: (from: Position, to: Position) => Position;
};

/** A ring cut to a rectangle (Sutherland and Hodgman, 1974); empty where nothing of it lies within. */
export function clipRing(ring: readonly Position[], bounds: Bounds): Position[] {
	let points: readonly Position[] = ring;
	for (const { isInside, crossing } of edgesOf(bounds)) {
		const kept: Position[] = [];
		let from = points.at(-1);
		for (const to of points) {
			if (isInside(to)) {
				if (!isInside(from!)) kept.push(crossing(from!, to));
				kept.push(to);
			} else if (isInside(from!)) {
				kept.push(crossing(from!, to));
			}
			from = to;
		}
		points = kept;
		if (points.length === 0) return [];
	}
	return [...points];
}

function edgesOf({ west, south, east, north }: Bounds): Edge[] {
	const upright = (x: number, isInside: Edge['isInside']): Edge => ({
		isInside,
		crossing: ([x1, y1], [x2, y2]) => [x, y1 + ((y2 - y1) * (x - x1)) / (x2 - x1)]
	});
	const level = (y: number, isInside: Edge['isInside']): Edge => ({
		isInside,
		crossing: ([x1, y1], [x2, y2]) => [x1 + ((x2 - x1) * (y - y1)) / (y2 - y1), y]
	});
	return [
		upright(west, ([x]) => x >= west),
		upright(east, ([x]) => x <= east),
		level(south, ([, y]) => y >= south),
		level(north, ([, y]) => y <= north)
	];
}
