import sharp from 'sharp';
import {
	largestKept,
	longestSide,
	mostPixels,
	shortestSide,
	type PictureKind
} from '#lib/domain/booklet/picture/picture.ts';
import { pictureFormat } from '#lib/domain/booklet/picture/picture-file.ts';

/** A picture as it is kept: JPEG, upright, in sRGB, with nothing but its pixels. */
export type MadePicture = {
	type: 'image/jpeg';
	width: number;
	height: number;
	bytes: Uint8Array;
};
export type Making = { made: MadePicture } | { problem: string };

sharp.cache(false);
sharp.concurrency(1);
// Of what could be read, three decoders: no SVG, PDF or GIF that only looks like a photo reaches another.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
	operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer']
});

/** Seconds for one reading or writing. */
const longest = 15;
const qualities = [84, 74, 64, 54];
const smaller = 0.75;
/** So much too large that a lower quality would not help. */
const hopeless = 2;

/** Reads what a stranger sent: only in a process of its own (`child.ts`). */
export async function makePicture(bytes: Uint8Array, kind: PictureKind): Promise<Making> {
	const known = pictureFormat(bytes);
	if ('problem' in known) return known;
	try {
		const problem = await problemOf(bytes, known.format);
		return problem === null ? { made: await made(bytes, kind) } : { problem };
	} catch (error) {
		return { problem: sentenceOf(error) };
	}
}

const open = (bytes: Uint8Array) =>
	sharp(bytes, {
		...{ failOn: 'error', limitInputPixels: mostPixels, sequentialRead: true },
		...{ animated: false, unlimited: false }
	}).timeout({ seconds: longest });

async function problemOf(bytes: Uint8Array, format: string): Promise<string | null> {
	const { width, height, pages = 1, ...found } = await open(bytes).metadata();
	if (found.format !== format) return unreadable;
	if (pages > 1) return '動く画像は使えません。動かない写真を選んでください。';
	if (width * height > mostPixels) return tooManyPixels;
	if (Math.min(width, height) < shortestSide) {
		return `小さすぎる画像です（${width}×${height}ピクセル）。短いほうの辺が${shortestSide}ピクセル以上の写真を選んでください。`;
	}
	return null;
}

/** Smaller until it is light enough; decoded once. */
async function made(bytes: Uint8Array, kind: PictureKind): Promise<MadePicture> {
	const side = longestSide[kind];
	const { data, info } = await open(bytes)
		.autoOrient()
		.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
		.flatten({ background: '#ffffff' })
		.toColourspace('srgb')
		.raw()
		.toBuffer({ resolveWithObject: true });
	const { channels } = info;
	for (let factor = 1; ; factor *= smaller) {
		const width = Math.max(1, Math.round(info.width * factor));
		for (const quality of qualities) {
			const jpeg = await sharp(data, { raw: { width: info.width, height: info.height, channels } })
				.resize({ width })
				.jpeg({ quality })
				.toBuffer({ resolveWithObject: true });
			if (jpeg.data.length > hopeless * largestKept[kind]) break;
			if (jpeg.data.length > largestKept[kind]) continue;
			const { width: wide, height } = jpeg.info;
			return { type: 'image/jpeg', width: wide, height, bytes: new Uint8Array(jpeg.data) };
		}
	}
}

const unreadable =
	'写真として読めません。途中で切れているか、壊れています。もとの写真を開けるかを確かめて、もう一度お送りください。';
const tooManyPixels = `大きすぎる画像です。${mostPixels / 1_000_000}百万画素までの写真にしてください。`;

function sentenceOf(error: unknown): string {
	const message = error instanceof Error ? error.message : '';
	if (/pixel limit|too large|dimension/i.test(message)) return tooManyPixels;
	if (/timeout/i.test(message)) {
		return '写真を読むのに時間がかかりすぎます。写真アプリで小さくしてから、もう一度お送りください。';
	}
	return unreadable;
}
