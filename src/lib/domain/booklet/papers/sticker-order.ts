import { labelSheets, type LabelSheet } from './label-sheets.ts';

/** How stickers are to be printed. */
export type StickerOrder = {
	sheet: LabelSheet;
	/** The first face that is still on the sheet, from 1. */
	start: number;
	/** Of each sticker. */
	copies: number;
	/** Edges of the labels too, for a test on plain paper. */
	outlines: boolean;
	/** Of entries; null: all that have something to be mended. */
	numbers: number[] | null;
};

/** What was typed, by field, goes back into the form with a sentence for what cannot be used. */
export type StickerForm = {
	order: StickerOrder;
	typed: { start: string; copies: string };
	issues: { start?: string; copies?: string };
};

export const mostCopies = 300;
/** A hundred sheets of 24. */
export const mostFaces = 2400;

const whole = (text: string, most: number): number | null => {
	const read = /^\d{1,4}$/.exec(text.normalize('NFKC'));
	const number = read ? Number(read[0]) : 0;
	return number >= 1 && number <= most ? number : null;
};

export function parseStickerForm(query: URLSearchParams): StickerForm {
	const asked = query.get('sheet');
	const sheet = labelSheets.find(({ faces }) => String(faces) === asked) ?? labelSheets[0]!;
	const typedIn = (name: string) => (query.get(name) ?? '').trim().slice(0, 10) || '1';
	const typed = { start: typedIn('start'), copies: typedIn('copies') };
	const start = whole(typed.start, sheet.faces);
	const copies = whole(typed.copies, mostCopies);
	const numbers = query.getAll('number').flatMap((text) => whole(text, 9999) ?? []);
	const found = (text: string) => `「${text}」は使えません。`;
	return {
		order: {
			...{ sheet, start: start ?? 1, copies: copies ?? 1 },
			outlines: query.get('outlines') !== null,
			numbers: query.has('chosen') || numbers.length > 0 ? numbers : null
		},
		typed,
		issues: {
			...(start === null && {
				start: `${found(typed.start)}この用紙は${sheet.faces}面です。1から${sheet.faces}までの数字を入れてください。`
			}),
			...(copies === null && {
				copies: `${found(typed.copies)}1から${mostCopies}までの数字を入れてください。`
			})
		}
	};
}

/** A sentence where it would be more than can be made at once. */
export function tooMany(stickers: number, { copies, sheet }: StickerOrder): string | null {
	const faces = stickers * copies;
	if (faces <= mostFaces) return null;
	const sheets = Math.ceil(faces / sheet.faces);
	return `${stickers}枚ずつ${copies}組で${faces}面（用紙${sheets}枚）になります。一度につくれるのは${mostFaces}面までです。枚数を減らすか、直すところを選んでください。`;
}
