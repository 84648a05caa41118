import { isDate } from '#lib/domain/calendar/calendar.ts';
import { textOf, type SentForm } from '#lib/domain/input/form.ts';
import { letterIssue, tidy } from '#lib/domain/input/letters.ts';
import type { BookletWarning } from '#lib/domain/booklet/layout.ts';

/** As they are kept. */
export const pictureTypes = ['image/jpeg'] as const;
export type PictureType = (typeof pictureTypes)[number];

type Size = { width: number; height: number };

export const pictureKinds = ['cover', 'photo'] as const;
export type PictureKind = (typeof pictureKinds)[number];

/** In pixels, of the longer side as it is kept. */
export const longestSide: Record<PictureKind, number> = { cover: 2400, photo: 1200 };
/** In bytes, as it is kept: a booklet of 300 photos still has to be downloaded. */
export const largestKept: Record<PictureKind, number> = { cover: 500 * 1024, photo: 150 * 1024 };
/** In bytes, as it is sent. */
export const largestSent = 20 * 1024 * 1024;
/** In pixels, width times height: what the largest telephones take. */
export const mostPixels = 110_000_000;
/** In pixels, of the shorter side as it is sent: a smaller one is an icon. */
export const shortestSide = 100;

/** In millimetres: the room it has in a booklet of A5. A photo is seen whole, a cover fills its room. */
export const printedRoom: Record<PictureKind, Size> = {
	cover: { width: 124, height: 44 },
	photo: { width: 124, height: 42 }
};
/** Dots per inch below which a print looks coarse. */
export const leastDpi = 200;
const inch = 25.4;

export function dpiOf(kind: PictureKind, { width, height }: Size): number {
	const room = printedRoom[kind];
	const both = [width / room.width, height / room.height];
	return Math.floor(inch * (kind === 'cover' ? Math.min(...both) : Math.max(...both)));
}

/** null: fine enough for print. */
export function coarseness(kind: PictureKind, size: Size): string | null {
	const dpi = dpiOf(kind, size);
	if (dpi >= leastDpi) return null;
	const least = Math.ceil((size.width * leastDpi) / dpi / 10) * 10;
	return `${kindWords[kind]}が印刷には粗く（約${dpi}dpi）、ぼやけて見えます。横${least}ピクセルくらいより大きなものに替えてください（いまは横${size.width}ピクセル）。`;
}

export const kindWords: Record<PictureKind, string> = { cover: '表紙の絵', photo: '写真' };

/** `field` is `picture`: it is mended on the page of pictures, not in the editor. */
export const coarseWarning = (
	kind: PictureKind,
	size: Size,
	{ number, resource }: Pick<BookletWarning, 'number' | 'resource'>
): BookletWarning | null => {
	const words = coarseness(kind, size);
	return words === null ? null : { number, resource, field: 'picture', words };
};

/** What somebody says with a picture. */
export type PictureWords = {
	alt: string;
	/** A role. */
	agreedBy: string;
	/** `YYYY-MM-DD` in Japan. */
	agreedOn: string;
};
export type PictureTyped = Record<'alt' | 'agreedBy' | 'agreedOn', string> & { agreed: boolean };
export type PictureIssues = Partial<Record<'file' | 'alt' | 'agreed' | 'agreedOn', string>>;

const longestAlt = 200;
const longestRole = 40;

export type Putting = { typed: PictureTyped; issues: PictureIssues; words: PictureWords | null };

/** What is sent with a file; `words` null where something is wrong. `today`: nobody has agreed later. */
export function parsePutting(
	form: SentForm,
	{ hasFile, today }: { hasFile: boolean; today: string }
): Putting {
	const typed = {
		...{ alt: textOf(form, 'alt'), agreedBy: textOf(form, 'agreedBy') },
		...{ agreedOn: textOf(form, 'agreedOn'), agreed: textOf(form, 'agreed') !== '' }
	};
	const alt = parseAlt(typed.alt);
	const agreedBy = tidy(typed.agreedBy);
	const agreedOn = typed.agreedOn.trim();
	const found = {
		file: hasFile ? null : '写真のファイルを選んでください。',
		alt: 'issue' in alt ? alt.issue : null,
		agreed: agreementIssue(typed.agreed, agreedBy),
		agreedOn: dayIssue(agreedOn, today)
	};
	const issues: PictureIssues = Object.fromEntries(
		Object.entries(found).filter(([, words]) => words !== null)
	);
	const isGood = Object.keys(issues).length === 0 && 'value' in alt;
	return { typed, issues, words: isGood ? { alt: alt.value, agreedBy, agreedOn } : null };
}

function dayIssue(on: string, today: string): string | null {
	if (!isDate(on)) {
		return `同意をもらった日を、2026-06-01 のように書いてください（いまは「${on}」）。`;
	}
	return on > today ? `同意をもらった日が、まだ来ていない日（${on}）になっています。` : null;
}

function agreementIssue(isAgreed: boolean, by: string): string | null {
	if (!isAgreed) {
		return '写っている人とその場所が、載ることに同意しているときだけ入れられます。同意をもらってから、印をつけてください。';
	}
	if (by === '')
		return 'だれから同意をもらったかを、役割で書いてください（例：代表と、写っている全員）。';
	if (by.length > longestRole) {
		return `同意した人の役割は${longestRole}文字までです。いまは${by.length}文字あります。`;
	}
	const letter = letterIssue(by, '同意した人の役割の');
	return letter && `${letter}。`;
}

export function parseAlt(text: string): { value: string } | { issue: string } {
	const value = tidy(text).replaceAll('\n', ' ');
	if (value === '') {
		return {
			issue: '何が写っているかを、ことばで書いてください。写真の見えない人に、声で伝わります。'
		};
	}
	if (value.length > longestAlt) {
		return { issue: `説明は${longestAlt}文字までです。いまは${value.length}文字あります。` };
	}
	const letter = letterIssue(value, '説明の');
	return letter ? { issue: `${letter}。` } : { value };
}
