import type { FieldChange } from '#lib/domain/editing/field-change.ts';
import { widthOf } from '#lib/domain/text/width.ts';
import type { LabelSheet } from './label-sheets.ts';
import type { StickerOrder } from './sticker-order.ts';

/** What has to be mended in the copies of a booklet. */
export type Correction = {
	number: number;
	/** On which it is printed; null: no booklet was made here. */
	page: number | null;
	/** Day since when it is otherwise; null: nobody tells. */
	since: string | null;
	/** null: it was withdrawn, and nothing more is told of it. */
	told: { name: string; fields: FieldChange[] } | null;
};

export type StickerLine = { title: string; before: string | null; after: string | null };

export type Sticker = {
	/** 「さくら地域 2026年度版」 */
	edition: string;
	/** 「12ページ・15番」 */
	where: string;
	name: string | null;
	/** 「1/2」; null: it is the only one. */
	part: string | null;
	lines: StickerLine[];
	/** A sentence, and where to read on: an address for a QR code. */
	more: string | null;
	address: string | null;
};

/** What stands on a face: full-width letters in a line, and lines. */
type Face = { width: number; lines: number };

const millimetresPerPoint = 0.3528;
export const stickerLine = 1.42;
export const stickerMargins = { side: 4.5, end: 2.6 };
/** Of edition and place, in lines. */
const head = 1.3;

/** The smallest that are planned with: a sticker with few words is set larger. */
export const lettersOn = ({ faces }: Pick<LabelSheet, 'faces'>): number => (faces > 20 ? 7.5 : 9);

function faceOf(sheet: LabelSheet): Face {
	const letter = lettersOn(sheet) * millimetresPerPoint;
	const width = (sheet.width - 2 * stickerMargins.side) / letter;
	const lines = (sheet.height - 2 * stickerMargins.end) / (letter * stickerLine) - head;
	return { width: Math.floor(width), lines };
}

/** More of one entry than these are nothing that anybody pastes in. */
const mostOfOne = 3;
/** What was printed has to be found on the page, not read. */
const mostBefore = 24;

/** All stickers of a correction, in the order in which they are pasted. */
export function stickersOf(
	correction: Correction,
	{ edition, address, sheet }: { edition: string; address: string; sheet: LabelSheet }
): Sticker[] {
	const { number, page, told } = correction;
	const where = page === null ? `${number}番` : `${page}ページ・${number}番`;
	const empty: Sticker = {
		...{ edition, where, name: told?.name ?? null },
		...{ part: null, lines: [], more: null, address: null }
	};
	if (!told) return [{ ...empty, more: 'この掲載は、取り下げられました。' }];
	const whole = faceOf(sheet);
	const face = { ...whole, lines: whole.lines - Math.ceil(widthOf(told.name) / (whole.width - 1)) };
	const items = told.fields.map(itemOf);
	const fits = items.filter((item) => linesOf(item, face) <= face.lines);
	const long = items.filter((item) => !fits.includes(item));
	const packed = pack(fits, face);
	const isMuch = packed.length > mostOfOne;
	const detail = isMuch ? items : long;
	const plain = (isMuch ? [] : packed).map((lines) => ({ ...empty, lines }));
	const further = detail.length > 0 ? [furtherOf(empty, detail, address)] : [];
	return numbered([...plain, ...further]);
}

const furtherOf = (empty: Sticker, detail: StickerLine[], address: string): Sticker => ({
	...empty,
	more: `${cut(detail.map(({ title }) => title).join('・'), 18)}が変わりました。詳しくは、右のコードから。`,
	address
});

function numbered(stickers: Sticker[]): Sticker[] {
	if (stickers.length < 2) return stickers;
	return stickers.map((one, at) => ({ ...one, part: `${at + 1}/${stickers.length}` }));
}

/** Only what differs: a list of numbers of which one changed is long, and the others still hold. */
function itemOf({ title, before, after }: FieldChange): StickerLine {
	const [was, is] = [partsOf(before), partsOf(after)];
	const gone = was.filter((part) => !is.includes(part));
	const come = is.filter((part) => !was.includes(part));
	// The same parts in another order.
	const differs = gone.length + come.length > 0;
	const words = (parts: string[], whole: string | null) =>
		(differs ? parts.join('／') : whole) || null;
	const old = words(gone, before);
	return {
		title,
		before: old === null ? null : cut(oneLine(old), mostBefore),
		after: words(come, after) && oneLine(words(come, after)!)
	};
}

const partsOf = (words: string | null): string[] => words?.split('／') ?? [];
const cut = (words: string, most: number): string =>
	[...words].length <= most ? words : `${[...words].slice(0, most - 1).join('')}…`;
const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Letters around the words: the title, the arrow, and what is said where there is nothing. */
const around = 9;

const linesOf = ({ title, before, after }: StickerLine, { width }: Face): number => {
	const letters = widthOf(title) + widthOf(before ?? '') + widthOf(after ?? '') + around;
	// A line may end a letter early, so that none begins with a comma.
	return Math.ceil(letters / (width - 1));
};

/** In their order, as many to a face as it holds. */
function pack(items: StickerLine[], face: Face): StickerLine[][] {
	const packed: { lines: StickerLine[]; height: number }[] = [];
	for (const item of items) {
		const height = linesOf(item, face);
		const last = packed.at(-1);
		if (last && last.height + height <= face.lines) {
			last.lines.push(item);
			last.height += height;
		} else packed.push({ lines: [item], height });
	}
	return packed.map(({ lines }) => lines);
}

/** Of a whole order: which sticker stands on each face, from the first of the first sheet. */
export type StickerSheets = {
	title: string;
	sheet: LabelSheet;
	letters: number;
	line: number;
	margins: typeof stickerMargins;
	outlines: boolean;
	stickers: Sticker[];
	/** Places in `stickers`; null: already peeled off. */
	faces: (number | null)[];
};

export function stickerSheets(
	title: string,
	stickers: Sticker[],
	order: StickerOrder
): StickerSheets {
	const { sheet, start, copies, outlines } = order;
	return {
		...{ title, sheet, outlines, stickers },
		...{ letters: lettersOn(sheet), line: stickerLine, margins: stickerMargins },
		faces: [
			...Array.from({ length: start - 1 }, () => null),
			...stickers.flatMap((_, at) => Array.from({ length: copies }, () => at))
		]
	};
}
