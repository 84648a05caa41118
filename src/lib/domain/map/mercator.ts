import type { Bounds, Point } from './bounds.ts';

/** A point on the square of the Web Mercator map (EPSG:3857), 0…1 from the north-west. */
export type Projected = { x: number; y: number };

const most = 85.0511287798;

export function project({ latitude, longitude }: Point): Projected {
	const sine = Math.sin((Math.min(most, Math.max(-most, latitude)) * Math.PI) / 180);
	return {
		x: longitude / 360 + 0.5,
		y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
	};
}

export function unproject({ x, y }: Projected): Point {
	return {
		latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
		longitude: (x - 0.5) * 360
	};
}

/** The longer side of what is within bounds, at a zoom of tiles of 256 pixels. */
export function pixelsOf({ west, south, east, north }: Bounds, zoom: number): number {
	const { x: left, y: top } = project({ latitude: north, longitude: west });
	const { x: right, y: bottom } = project({ latitude: south, longitude: east });
	return Math.max(right - left, bottom - top) * 256 * 2 ** zoom;
}

export type View = {
	/** Pixels of a point within the view. */
	place(point: Point): { x: number; y: number };
	/** What the view shows. */
	bounds: Bounds;
	/** Pixels of a kilometre in its middle. */
	kilometre: number;
};

const equator = 40_075.017;

/**
 * A view of `width` × `height` pixels that shows the bounds as large as it can with `margin` pixels
 * around them; never nearer than `nearest` (a zoom of tiles of 256 pixels).
 */
export function viewOf(
	bounds: Bounds,
	{ width, height, margin, nearest = 15 }: ViewSize & { nearest?: number }
): View {
	const { x: left, y: top } = project({ latitude: bounds.north, longitude: bounds.west });
	const { x: right, y: bottom } = project({ latitude: bounds.south, longitude: bounds.east });
	const scale = Math.min(
		(width - 2 * margin) / (right - left),
		(height - 2 * margin) / (bottom - top),
		256 * 2 ** nearest
	);
	const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
	const corner = { x: middle.x - width / 2 / scale, y: middle.y - height / 2 / scale };
	const northWest = unproject(corner);
	const southEast = unproject({ x: corner.x + width / scale, y: corner.y + height / scale });
	return {
		place(point) {
			const { x, y } = project(point);
			return { x: (x - corner.x) * scale, y: (y - corner.y) * scale };
		},
		bounds: {
			west: northWest.longitude,
			south: southEast.latitude,
			east: southEast.longitude,
			north: northWest.latitude
		},
		kilometre: scale / (equator * Math.cos((unproject(middle).latitude * Math.PI) / 180))
	};
}

/** Pixels. */
export type ViewSize = { width: number; height: number; margin: number };
