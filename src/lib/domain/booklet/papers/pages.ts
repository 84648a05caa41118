import { layouts, type Layout } from '#lib/domain/booklet/layout.ts';

/** Where a booklet that was made prints its entries. */
export type BookletPages = {
	/** The last page. */
	pages: number;
	/** First page, as printed on it, of every entry by number. */
	pageOf: Record<number, number>;
};

/** What of the booklet in hand somebody asks about. */
export type InHand = { by: 'page' | 'number'; at: number; layout: Layout };

/** `typed`: what goes back into the field. `issue`: a sentence where nothing can be asked with it. */
export type AskedInHand = { asked: InHand | null; typed: string; issue: string | null };

const mostTyped = 20;
const nothing: AskedInHand = { asked: null, typed: '', issue: null };

/** `?page=12`, with `form=large` where the booklet in hand is another one than A5; `?number=12`. */
export function parseInHand(query: URLSearchParams): AskedInHand {
	const by = query.get('page')?.trim() ? 'page' : 'number';
	const typed = (query.get(by) ?? '').trim().slice(0, mostTyped);
	if (typed === '') return nothing;
	const form = query.get('form') ?? 'a5';
	const layout = layouts.find((one) => one === form);
	if (!layout) return { asked: null, typed, issue: 'その形の冊子は、ここにはありません。' };
	const read = /^(?:p\.?|no\.?)? ?(\d{1,5}) ?(ページ|頁|番)?$/i.exec(typed.normalize('NFKC'));
	const at = Number(read?.[1] ?? 0);
	if (at === 0) {
		return {
			...{ asked: null, typed },
			issue: `「${typed}」からは、わかりませんでした。12のように数字で入れてください。`
		};
	}
	// Somebody who sees a number and no page may type 「15番」 into the one field there is.
	const unit = read?.[2];
	const meant = unit === '番' ? 'number' : unit === undefined ? by : 'page';
	return { asked: { by: meant, at, layout }, typed, issue: null };
}

/** The two pages of A5 on a sheet of A4 have the numbers that they have in A5. */
export const pagedLike = (layout: Layout): Layout => (layout === 'a4' ? 'a5' : layout);

/** `begins`: they begin there; otherwise the one that may go on from a page before. */
export type EntriesOn = { numbers: number[]; begins: boolean };

export function entriesOn({ pageOf }: Pick<BookletPages, 'pageOf'>, page: number): EntriesOn {
	const all = Object.entries(pageOf)
		.map(([number, first]) => ({ number: Number(number), first }))
		.sort((a, b) => a.first - b.first || a.number - b.number);
	const begun = all.filter(({ first }) => first === page);
	if (begun.length > 0) return { numbers: begun.map(({ number }) => number), begins: true };
	const next = all.findIndex(({ first }) => first > page);
	return { numbers: next > 0 ? [all[next - 1]!.number] : [], begins: false };
}

/** 「14番・15番」 */
export const numbersWords = (numbers: readonly number[]): string =>
	numbers.map((number) => `${number}番`).join('・');
