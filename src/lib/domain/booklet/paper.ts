import type { BookletForm } from './made.ts';

/** Paper for so many copies. */
export type Paper = {
	copies: number;
	/** Of A4, for one copy, printed on both sides. */
	perCopy: number;
	sheets: number;
	/** Packs of 500 sheets, begun ones counted. */
	reams: number;
	/** Pages at the end that stay empty, since a fold has four. */
	empty: number;
};

/** Pages of one sheet of A4 that is printed on both sides: A5 is folded in the middle. */
const pagesOf: Partial<Record<BookletForm, number>> = { a5: 4, yasashii: 4, a4: 2, large: 2 };
const ream = 500;
export const mostCopies = 100_000;

/** null: not a form that is bound of sheets. */
export function paperFor(form: BookletForm, pages: number, copies: number): Paper | null {
	const each = pagesOf[form];
	if (each === undefined) return null;
	const perCopy = Math.ceil(pages / each);
	const sheets = perCopy * copies;
	return {
		...{ copies, perCopy, sheets },
		reams: Math.ceil(sheets / ream),
		empty: perCopy * each - pages
	};
}

/** A number of copies as typed; null: it is none. */
export function parseCopies(text: string | null): number | null {
	const folded = (text ?? '').normalize('NFKC').replaceAll(',', '').trim();
	if (!/^\d{1,6}$/.test(folded)) return null;
	const copies = Number(folded);
	return copies >= 1 && copies <= mostCopies ? copies : null;
}
