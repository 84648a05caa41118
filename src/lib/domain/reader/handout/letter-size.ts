import { widthOf } from '#lib/domain/text/width.ts';

/** In points. */
export const letterSizes = [14, 13, 12, 11, 10, 9, 8] as const;
export type LetterSize = (typeof letterSizes)[number];

/** What stands on a page: texts over its whole width, rows beside a title, and the rest by its height. */
export type Bulk = {
	/** Paragraphs. */
	wide: readonly string[];
	/** Of a table, beside their titles. */
	rows: readonly string[];
	/** Of a list. */
	points: readonly string[];
	/** Beside the map. */
	aside: readonly string[];
	/** In lines. */
	others: number;
	/** In millimetres, whatever the letters. */
	drawings: number;
	/** Of the map, which `aside` may outgrow. */
	map: number;
};

const page = { width: 186, height: 266 };
const millimetresPerPoint = 0.3528;
const lineHeight = 1.45;
/** Of a line that is broken by phrase, so much is filled. */
const filled = 0.96;
const besideMap = 118;
/** In letters. */
const titleWidth = 9.6;
/** In lines. */
const between = { paragraphs: 0.3, rows: 0.05 };

/** The largest, but no larger than `most`, that leaves a page one page; null when none does. */
export function letterSizeFor(bulk: Bulk, most: LetterSize): LetterSize | null {
	const sizes = letterSizes.filter((size) => size <= most);
	return sizes.find((size) => heightOf(bulk, size) <= page.height) ?? null;
}

function heightOf(
	{ wide, rows, points, aside, others, drawings, map }: Bulk,
	size: LetterSize
): number {
	const letter = size * millimetresPerPoint;
	const line = letter * lineHeight;
	const linesOf = (texts: readonly string[], width: number, more: number) =>
		texts.reduce((sum, text) => sum + lines(text, Math.floor(width * filled)) + more, 0);
	const across = page.width / letter;
	const text =
		linesOf(wide, across, between.paragraphs) +
		linesOf(rows, across - titleWidth, between.rows) +
		linesOf(points, across - 8, 0) +
		others;
	const beside = linesOf(aside, (map > 0 ? besideMap : page.width) / letter, between.paragraphs);
	return text * line + drawings + Math.max(map, beside * line);
}

/** Half-width letters take half the room. */
const lines = (text: string, perLine: number): number =>
	text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / perLine)), 0);

export const continued = '（続きはQRから）';

/** Whole sentences, as many as have room; what is left out is said to be left out. */
export function shortened(text: string, most: number): string {
	if ([...text].length <= most) return text;
	const letters = [...text].slice(0, most).join('');
	const end = Math.max(letters.lastIndexOf('。'), letters.lastIndexOf('\n'));
	return `${letters.slice(0, end > 0 ? end + 1 : most).trimEnd()}${end > 0 ? '' : '…'}${continued}`;
}
