/** A square of the Web Mercator map: zoom, column from the west, row from the north. */
export type Tile = { z: number; x: number; y: number };

export const minZoom = 5;
export const maxZoom = 18;

/** WGS 84 degrees; 沖ノ鳥島, 南鳥島, 与那国島 and 択捉島 are in it. */
export const japan = { west: 122, south: 20, east: 154.5, north: 46.5 };

const decimal = /^(0|[1-9]\d{0,5})$/;

/** A tile that shows some of Japan, from the three parts of an address; null for anything else. */
export function parseTile(z: string, x: string, y: string): Tile | null {
	if (![z, x, y].every((part) => decimal.test(part))) return null;
	const tile = { z: Number(z), x: Number(x), y: Number(y) };
	if (tile.z < minZoom || tile.z > maxZoom) return null;
	const first = tileAt(japan.west, japan.north, tile.z);
	const last = tileAt(japan.east, japan.south, tile.z);
	const isInside = tile.x >= first.x && tile.x <= last.x && tile.y >= first.y && tile.y <= last.y;
	return isInside ? tile : null;
}

export function tileAt(longitude: number, latitude: number, z: number): Tile {
	const size = 2 ** z;
	const radians = (latitude * Math.PI) / 180;
	const down = (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2;
	return { z, x: Math.floor(((longitude + 180) / 360) * size), y: Math.floor(down * size) };
}
