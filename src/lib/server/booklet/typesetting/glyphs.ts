import { readFileSync } from 'node:fs';

/** Characters that a font has a drawing for. */
export type Coverage = { has: (codePoint: number) => boolean };

/** What every one of the fonts can draw; read from their `cmap` tables (OpenType 1.9, formats 4 and 12). */
export function coverageOf(files: readonly string[]): Coverage {
	const fonts = files.map((file) => glyphsOf(readFileSync(file)));
	return { has: (codePoint) => fonts.every((glyphs) => glyphs.has(codePoint)) };
}

/** Glyphs by character. */
function glyphsOf(font: Buffer): Map<number, number> {
	const found = new Map<number, number>();
	const cmap = tableOf(font, 'cmap');
	for (let at = 0; at < font.readUInt16BE(cmap + 2); at += 1) {
		const table = cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4);
		const format = font.readUInt16BE(table);
		if (format === 4) addSegments(font, table, found);
		if (format === 12) addGroups(font, table, found);
	}
	return found;
}

/** How wide letters are, in their own size, by letter: of a font with these. */
export function widthsOf(file: string, letters: Iterable<string>): Record<string, number> {
	const font = readFileSync(file);
	const glyphs = glyphsOf(font);
	const unit = font.readUInt16BE(tableOf(font, 'head') + 18);
	// Glyphs after these are as wide as the last of them.
	const measured = font.readUInt16BE(tableOf(font, 'hhea') + 34);
	const advances = tableOf(font, 'hmtx');
	const widthOf = (glyph: number) =>
		font.readUInt16BE(advances + 4 * Math.min(glyph, measured - 1)) / unit;
	return Object.fromEntries(
		[...letters].flatMap((letter) => {
			const glyph = glyphs.get(letter.codePointAt(0)!);
			return glyph === undefined ? [] : [[letter, widthOf(glyph)]];
		})
	);
}

function tableOf(font: Buffer, tag: string): number {
	const count = font.readUInt16BE(4);
	for (let at = 0; at < count; at += 1) {
		const record = 12 + at * 16;
		if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
	}
	throw new Error(`The font has no table ${tag}`);
}

/** Glyph 0 is the box that stands for what is missing. */
function addSegments(font: Buffer, table: number, found: Map<number, number>): void {
	const length = font.readUInt16BE(table + 6);
	const ends = table + 14;
	const starts = ends + length + 2;
	for (let at = 0; at < length; at += 2) {
		const [start, end] = [font.readUInt16BE(starts + at), font.readUInt16BE(ends + at)];
		const delta = font.readUInt16BE(starts + length + at);
		const offsets = starts + 2 * length + at;
		const offset = font.readUInt16BE(offsets);
		for (let code = start; code <= end && code < 0xffff; code += 1) {
			const glyph =
				offset === 0
					? (code + delta) & 0xffff
					: font.readUInt16BE(offsets + offset + 2 * (code - start));
			if (glyph !== 0) found.set(code, glyph);
		}
	}
}

function addGroups(font: Buffer, table: number, found: Map<number, number>): void {
	const count = font.readUInt32BE(table + 12);
	for (let at = 0; at < count; at += 1) {
		const group = table + 16 + at * 12;
		const [start, end] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
		const glyph = font.readUInt32BE(group + 8);
		for (let code = start; code <= end; code += 1) found.set(code, glyph + code - start);
	}
}

/** 下駄: what printers have always set for a character they do not have. */
const geta = '〓';
/** One after another, a longer run says no more. */
const mostGeta = 3;
/** Choose a form of the character before, join or direct: without a drawing of their own. */
const formless = /[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}\p{Cf}]/gu;

const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** The text with 〓 for what cannot be drawn, and what that was. */
export function drawable(text: string, coverage: Coverage): { text: string; missing: string[] } {
	if (isPlain(text, coverage)) return { text, missing: [] };
	const missing: string[] = [];
	let run = 0;
	const kept = [...letters.segment(text)].map(({ segment }) => {
		const shown = segment.replace(formless, '').replace(/[^\P{Cc}\n]/gu, '');
		if (isPlain(shown, coverage)) {
			if (shown !== '') run = 0;
			return shown;
		}
		missing.push(segment);
		run += 1;
		return run > mostGeta ? '' : geta;
	});
	return { text: kept.join(''), missing: [...new Set(missing)] };
}

const isPlain = (text: string, { has }: Coverage): boolean => {
	for (const letter of text) if (letter !== '\n' && !has(letter.codePointAt(0)!)) return false;
	return true;
};
