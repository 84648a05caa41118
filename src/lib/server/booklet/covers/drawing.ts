import type { OverlayOptions, Sharp } from 'sharp';
import { coverSize, type Cover } from '#lib/domain/reader/profile/cover.ts';
import { sampleMark } from '#lib/domain/region/sample.ts';
import { shipped } from '#lib/server/database/migrations.ts';
import { fontFiles } from '#lib/server/booklet/typesetting/compile.ts';
import { coverageOf, drawable, type Coverage } from '#lib/server/booklet/typesetting/glyphs.ts';

const { width, height } = coverSize;
const left = 210;
const measure = width - left - 80;
const paper = '#faf7f1';
const ink = { text: '#2a2722', quiet: '#5f594f', ribbon: '#1f6660' };

/** Letters, and what is drawn of them from a file: no machine needs fonts of its own. */
type Words = { text: string; size: number; isBold?: boolean; colour: string };

let coverage: Coverage | undefined;

/** A PNG, the same bytes for the same words. */
export async function drawCover(cover: Cover): Promise<Buffer> {
	// Only when one is asked for: it holds twenty megabytes.
	process.env['FONTCONFIG_FILE'] = shipped('data', 'booklet', 'fonts.conf');
	const { default: sharp } = await import('sharp');
	sharp.cache(false);
	sharp.concurrency(1);
	const size = cover.title.length > 30 ? 54 : cover.title.length > 16 ? 64 : 78;
	const { text, quiet, ribbon } = ink;
	const over = await layer(sharp, { text: cover.over, size: 32, colour: quiet });
	const title = await layer(sharp, { text: cover.title, size, isBold: true, colour: text });
	const words = await layer(sharp, { text: cover.words, size: size < 60 ? 30 : 36, colour: text });
	const below = await layer(sharp, { text: cover.below, size: 30, isBold: true, colour: ribbon });
	const mark = cover.isSample
		? await layer(sharp, { text: sampleMark, size: 28, colour: text })
		: null;
	const top = 84;
	const titleTop = top + over.height + 30;
	const belowTop = height - 70 - below.height;
	const markTop = belowTop + Math.round((below.height - (mark?.height ?? 0)) / 2);
	const markLeft = width - 84 - (mark?.width ?? 0);
	const pill = mark && {
		...{ left: markLeft - 24, top: markTop - 14 },
		...{ width: mark.width + 48, height: mark.height + 28 }
	};
	const layers: OverlayOptions[] = [
		{ input: ground(pill), top: 0, left: 0 },
		{ ...over.drawn, left, top },
		{ ...title.drawn, left, top: titleTop },
		{ ...words.drawn, left, top: titleTop + title.height + 36 },
		{ ...below.drawn, left, top: belowTop },
		...(mark ? [{ ...mark.drawn, left: markLeft, top: markTop }] : [])
	];
	return sharp({ create: { width, height, channels: 3, background: paper } })
		.composite(layers)
		.png({ palette: true, colours: 32, effort: 1 })
		.toBuffer();
}

/** The ribbon, and what is under the mark of the sample. */
const ground = (
	mark: { left: number; top: number; width: number; height: number } | null
): Buffer =>
	Buffer.from(
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
			<path d="M80 0h80v330l-40-30-40 30z" fill="${ink.ribbon}"/>
			${mark ? `<rect x="${mark.left}" y="${mark.top}" width="${mark.width}" height="${mark.height}" rx="${mark.height / 2}" fill="#f6e7b4"/>` : ''}
		</svg>`
	);

type Drawn = { drawn: OverlayOptions; width: number; height: number };

/** One clear pixel where there is nothing to say. */
async function layer(sharp: (options: object) => Sharp, words: Words): Promise<Drawn> {
	const files = fontFiles();
	coverage ??= coverageOf(files);
	const { text } = drawable(words.text, coverage);
	const { size, isBold = false, colour } = words;
	const image =
		text.trim() === ''
			? sharp({ create: { width: 1, height: 1, channels: 4, background: '#0000' } })
			: sharp({
					text: {
						text: `<span foreground="${colour}">${inMarkup(unbroken(text))}</span>`,
						font: `BIZ UDPGothic ${isBold ? 'Bold ' : ''}${size}`,
						fontfile: files[isBold ? 1 : 0],
						...{ width: measure, dpi: 72, rgba: true, wrap: 'word-char' },
						spacing: Math.round(size / 4)
					}
				});
	const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
	const { width, height, channels } = info;
	return { drawn: { input: data, raw: { width, height, channels } }, width, height };
}

const inMarkup = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const words = new Intl.Segmenter('ja', { granularity: 'word' });
const joiner = '\u2060';
/** Belongs to the word before it: に、を、です。, and what closes. */
const isTail = /^[\p{Script=Hiragana}ー]{1,4}$|^[、。・，．）」』】！？：]+$/u;

/** The text with lines that break between phrases. */
function unbroken(text: string): string {
	let last = '';
	return [...words.segment(text)]
		.map(({ segment }, at) => {
			const isJoined = at > 0 && isTail.test(segment) && !/[、。\s]$/u.test(last);
			last = segment;
			return (isJoined ? joiner : '') + [...segment].join(joiner);
		})
		.join('');
}
