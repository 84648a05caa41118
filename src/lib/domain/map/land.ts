import { clipRing } from './clip.ts';
import type { Bounds } from './bounds.ts';
import { project } from './mercator.ts';
import type { Outlines, Position } from './outline.ts';
import { escape } from './svg.ts';

export type Size = { width: number; height: number };

/** Beyond the edge of the drawing, so that no border is seen there. */
const beyond = 0.02;

/**
 * The land within the bounds as SVG path data, one for each municipality; the bounds fill the
 * drawing exactly (Web Mercator). What is smaller than a pixel is left out.
 */
export function landPaths(
	all: Iterable<Outlines>,
	bounds: Bounds,
	{ width, height }: Size
): string[] {
	const { x: left, y: top } = project({ latitude: bounds.north, longitude: bounds.west });
	const { x: right, y: bottom } = project({ latitude: bounds.south, longitude: bounds.east });
	const place = ([longitude, latitude]: Position) => {
		const { x, y } = project({ latitude, longitude });
		return [((x - left) / (right - left)) * width, ((y - top) / (bottom - top)) * height] as const;
	};
	const wide = (bounds.east - bounds.west) * beyond;
	const high = (bounds.north - bounds.south) * beyond;
	const around = {
		west: bounds.west - wide,
		south: bounds.south - high,
		east: bounds.east + wide,
		north: bounds.north + high
	};
	const paths: string[] = [];
	for (const outlines of all) {
		for (const { bounds: theirs, polygons } of outlines.values()) {
			if (!meet(theirs, around)) continue;
			const path = polygons
				.flat()
				.map((ring) => pathOf(clipRing(ring, around).map(place)))
				.join('');
			if (path) paths.push(path);
		}
	}
	return paths;
}

export const meet = (one: Bounds, other: Bounds): boolean =>
	one.west < other.east &&
	other.west < one.east &&
	one.south < other.north &&
	other.south < one.north;

function pathOf(points: readonly (readonly [number, number])[]): string {
	const kept: string[] = [];
	let [lastX, lastY] = [Infinity, Infinity];
	for (const [x, y] of points) {
		if (Math.abs(x - lastX) + Math.abs(y - lastY) < 1) continue;
		kept.push(`${x.toFixed(1)} ${y.toFixed(1)}`);
		[lastX, lastY] = [x, y];
	}
	return kept.length > 2 ? `M${kept.join('L')}Z` : '';
}

/**
 * A drawing of land alone, to lie under a map as an image: in the middle between black and white, so
 * that it is seen on a light and on a dark ground, and on paper. `credit`: whose land it is.
 */
export function landSvg(paths: readonly string[], { width, height }: Size, credit = ''): string {
	const land = paths.map((d) => `<path d="${d}"/>`).join('');
	const words =
		paths.length > 0 && credit !== ''
			? `<text x="${width - 6}" y="${height - 6}" text-anchor="end" font-size="8" font-family="sans-serif" fill="#807a6c">${escape(credit)}</text>`
			: '';
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><g fill="#807a6c" fill-opacity=".1" stroke="#807a6c" stroke-opacity=".55" stroke-width="1" fill-rule="evenodd">${land}</g>${words}</svg>`;
}
