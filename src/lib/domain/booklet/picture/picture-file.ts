/** Kinds of files by their first bytes; what a file is called says nothing. */

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
	String.fromCharCode(...bytes.subarray(from, to));

const starts = (bytes: Uint8Array, ...values: number[]): boolean =>
	values.every((value, at) => bytes[at] === value);

const readable: [string, (bytes: Uint8Array) => boolean][] = [
	['jpeg', (bytes) => starts(bytes, 0xff, 0xd8, 0xff)],
	['png', (bytes) => starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
	['webp', (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP']
];

const way =
	'JPEG・PNG・WebP の写真を選んでください。電話やパソコンの写真アプリで「JPEGで書き出す」と、だいたい使えます。';
const heic =
	'iPhone の HEIC の写真は、そのままでは読めません。写真を共有するときの「オプション」で「最も互換性のあるフォーマット」を選ぶか、JPEG で書き出してから、もう一度お送りください。';

const others: [(bytes: Uint8Array) => boolean, string][] = [
	[
		(bytes) =>
			ascii(bytes, 4, 8) === 'ftyp' && /hei[cx]|hev[cx]|mif1|msf1/.test(ascii(bytes, 8, 12)),
		heic
	],
	[(bytes) => ascii(bytes, 4, 8) === 'ftyp', `動画か、読めない形の写真（AVIF など）です。${way}`],
	[(bytes) => ascii(bytes, 0, 4) === 'GIF8', `GIF は使えません。${way}`],
	[
		(bytes) => ascii(bytes, 0, 5) === '%PDF-',
		`PDF は使えません。写真そのものを入れてください。${way}`
	],
	[
		(bytes) => starts(bytes, 0x50, 0x4b),
		`圧縮したファイルか、ワードやエクセルの文書です。中の写真だけを取り出してください。${way}`
	],
	[
		(bytes) => /^\s*(<\?xml|<svg|<!doctype|<html)/i.test(ascii(bytes, 0, 200)),
		`写真ではなく、文書か線画（SVG など）です。${way}`
	],
	[
		(bytes) => starts(bytes, 0x49, 0x49, 0x2a, 0) || starts(bytes, 0x4d, 0x4d, 0, 0x2a),
		`TIFF か、カメラの生のデータ（RAW）です。${way}`
	]
];

/** Of a file that may be read; otherwise a sentence that says what it is. */
export function pictureFormat(bytes: Uint8Array): { format: string } | { problem: string } {
	if (bytes.length === 0) return { problem: `ファイルが空です。${way}` };
	const format = readable.find(([, is]) => is(bytes))?.[0];
	if (format) return { format };
	const sentence = others.find(([is]) => is(bytes))?.[1];
	return { problem: sentence ?? `写真として読めないファイルです。${way}` };
}
