import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { coverOfSite } from '#lib/domain/reader/profile/cover.ts';
import { drawCover } from '#lib/server/booklet/covers/drawing.ts';

/** The one motif, and what stands for it where nobody is to see which site it is. */
const motifs = {
	ribbon: { file: 'icon.svg', ground: '#faf7f1', prefix: '', withinMask: 0.85 },
	plain: { file: 'plain.svg', ground: '#f4f4f4', prefix: 'plain-', withinMask: 0.7 }
} as const;
type Motif = (typeof motifs)[keyof typeof motifs];

/**
 * `share`: of the side. Phones cut a maskable icon to a circle of four fifths (W3C manifest, 「icon masks」), within
 * which the motif has to be; iOS rounds a touch icon itself, and fills what is clear with black.
 */
async function icon(
	{ file, ground }: Motif,
	size: number,
	{ share = 1, isOpaque = false } = {}
): Promise<Buffer> {
	const side = Math.round(size * share);
	const drawing = readFileSync(path.join('static', file));
	const motif = await sharp(drawing, { density: (72 * side) / 32 })
		.resize(side, side)
		.png()
		.toBuffer();
	const background = isOpaque ? ground : { r: 0, g: 0, b: 0, alpha: 0 };
	return sharp({ create: { width: size, height: size, channels: 4, background } })
		.composite([{ input: motif }])
		.png({ palette: true, compressionLevel: 9, effort: 10 })
		.toBuffer();
}

/** ICO with PNGs in it: what every browser since 2009 reads. */
function ico(images: { size: number; png: Buffer }[]): Buffer {
	const head = Buffer.alloc(6 + 16 * images.length);
	head.writeUInt16LE(1, 2);
	head.writeUInt16LE(images.length, 4);
	let at = head.length;
	for (const [index, { size, png }] of images.entries()) {
		const entry = 6 + 16 * index;
		head.writeUInt8(size, entry);
		head.writeUInt8(size, entry + 1);
		head.writeUInt16LE(1, entry + 4);
		head.writeUInt16LE(32, entry + 6);
		head.writeUInt32LE(png.length, entry + 8);
		head.writeUInt32LE(at, entry + 12);
		at += png.length;
	}
	return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

/** By their path in `static`. */
export async function iconFiles(): Promise<Map<string, Buffer>> {
	const files = new Map<string, Buffer>();
	for (const motif of Object.values(motifs)) {
		for (const size of [192, 512]) {
			files.set(`icons/${motif.prefix}${size}.png`, await icon(motif, size));
		}
		const masked = { share: motif.withinMask, isOpaque: true };
		files.set(`icons/${motif.prefix}maskable.png`, await icon(motif, 512, masked));
		files.set(`icons/${motif.prefix}touch.png`, await icon(motif, 180, { isOpaque: true }));
	}
	// Where phones and feed readers look without having read a page.
	files.set('apple-touch-icon.png', files.get('icons/touch.png')!);
	files.delete('icons/touch.png');
	const sizes = [16, 32, 48];
	const images = sizes.map(async (size) => ({ size, png: await icon(motifs.ribbon, size) }));
	files.set('favicon.ico', ico(await Promise.all(images)));
	return files;
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) {
	mkdirSync('static/icons', { recursive: true });
	for (const [name, bytes] of await iconFiles()) writeFileSync(path.join('static', name), bytes);
	writeFileSync('static/cover.png', await drawCover(coverOfSite));
}
