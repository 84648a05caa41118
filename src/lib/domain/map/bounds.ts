/** WGS 84 degrees. */
export type Point = { latitude: number; longitude: number };

/** A part of the map, WGS 84 degrees; never across the 180th meridian. */
export type Bounds = { west: number; south: number; east: number; north: number };

/** All land of Japan, from Yonaguni to Minamitorishima. */
export const japan: Bounds = { west: 122.9, south: 20.4, east: 154, north: 45.6 };

const decimals = 5;

/** `west,south,east,north` as GeoJSON orders it (RFC 7946, 5); null when it is anything else. */
export function parseBounds(text: string | null): Bounds | null {
	if (text === null || text.length > 100) return null;
	const parts = text.split(',');
	if (parts.length !== 4 || !parts.every((part) => /^-?\d{1,3}(\.\d{1,15})?$/.test(part))) {
		return null;
	}
	const [west, south, east, north] = parts.map((part) => round(Number(part))) as [
		number,
		number,
		number,
		number
	];
	const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
	return isOnEarth && west < east && south < north ? { west, south, east, north } : null;
}

/** What `parseBounds` reads, to about a metre. */
export const boundsText = ({ west, south, east, north }: Bounds): string =>
	[west, south, east, north].map(round).join(',');

export const contains = (bounds: Bounds, { latitude, longitude }: Point): boolean =>
	longitude >= bounds.west &&
	longitude <= bounds.east &&
	latitude >= bounds.south &&
	latitude <= bounds.north;

/** The least bounds of all points, null of none. */
export function boundsAround(points: readonly Point[]): Bounds | null {
	if (points.length === 0) return null;
	const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
	for (const { latitude, longitude } of points) {
		bounds.west = Math.min(bounds.west, longitude);
		bounds.east = Math.max(bounds.east, longitude);
		bounds.south = Math.min(bounds.south, latitude);
		bounds.north = Math.max(bounds.north, latitude);
	}
	return bounds;
}

const round = (degrees: number) => Number(degrees.toFixed(decimals));
