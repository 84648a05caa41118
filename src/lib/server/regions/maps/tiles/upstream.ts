import type { Tile } from '#lib/domain/map/tile.ts';
import { maxImageBytes, typeOfImage, type TileImage } from './image.ts';

/** 国土地理院 */
export const survey = 'https://cyberjapandata.gsi.go.jp/';
/** 地理院タイル 淡色地図, https://maps.gsi.go.jp/development/ichiran.html */
export const surveyTiles = `${survey}xyz/pale/{z}/{x}/{y}.png`;

/** `ask` gives null where there is no map, and throws when no answer of use came. */
export type Upstream = { ask(tile: Tile): Promise<TileImage | null> };

/** What is sent is the tile's address and nothing else: whoever looks stays unknown. */
const headers = {
	accept: 'image/png,image/jpeg,image/webp',
	'accept-language': '*',
	'user-agent': 'chiiki-bookmark'
};

/** `address` with `{z}`, `{x}` and `{y}`; `timeout` in milliseconds, to the last byte. */
export function createUpstream(address: string, timeout: number): Upstream {
	return {
		async ask({ z, x, y }) {
			const url = address
				.replaceAll('{z}', String(z))
				.replaceAll('{x}', String(x))
				.replaceAll('{y}', String(y));
			const response = await fetch(url, {
				headers,
				redirect: 'manual',
				signal: AbortSignal.timeout(timeout)
			});
			if (response.status !== 200) {
				await response.body?.cancel();
				if (response.status === 404 || response.status === 204) return null;
				throw new Error(`The tile server answered ${response.status}`);
			}
			return imageOf(response.headers.get('content-type') ?? '', response.body);
		}
	};
}

async function imageOf(said: string, sent: AsyncIterable<Uint8Array> | null): Promise<TileImage> {
	const parts: Uint8Array[] = [];
	let length = 0;
	for await (const part of sent ?? []) {
		length += part.byteLength;
		// Leaving the loop cancels the rest.
		if (length > maxImageBytes) throw new Error('The tile is too large');
		parts.push(part);
	}
	const body = Buffer.concat(parts);
	const type = typeOfImage(body);
	if (!type || said.split(';')[0]!.trim().toLowerCase() !== type) {
		throw new Error('The tile is not an image');
	}
	return { body, type };
}
