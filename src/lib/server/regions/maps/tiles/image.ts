export type TileImage = { body: Buffer; type: string };

export const maxImageBytes = 512 * 1024;

const startsWith = (body: Buffer, text: string, at = 0) =>
	body.toString('latin1', at, at + text.length) === text;

/** By its first bytes: what a server calls it proves nothing. */
export function typeOfImage(body: Buffer): string | null {
	if (startsWith(body, '\x89PNG\r\n\x1a\n')) return 'image/png';
	if (startsWith(body, '\xff\xd8\xff')) return 'image/jpeg';
	if (startsWith(body, 'RIFF') && startsWith(body, 'WEBP', 8)) return 'image/webp';
	return null;
}

/** One transparent point: where the upstream has no map, the sea above all. */
export const blank: TileImage = {
	type: 'image/png',
	body: Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=',
		'base64'
	)
};
