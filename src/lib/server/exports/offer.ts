import { absence, closedWords, holds, licenceWords } from '#lib/domain/formats/export/about.ts';
import type { Database } from '#lib/server/database/client.ts';
import { lostLetters, type Lost } from './file.ts';
import { encodingIn } from './public.ts';
import { selectionOf, type Asked } from './selection.ts';

const mostNames = 5;

/** What can be taken out, as a page says it before somebody does. */
type Offer = {
	title: string;
	rows: number;
	condition: string | null;
	/** What is in it and what is not. */
	says: string[];
	isSample: boolean;
	/** Query of the list, with `?`. */
	query: string;
	/** Letters that CP932 does not have; null where nobody has asked yet. */
	lost: (Lost & { more: number })[] | null;
};

export async function offerOf(db: Database, asked: Asked, params: URLSearchParams): Promise<Offer> {
	const { about } = selectionOf(db, asked);
	const isAsked = encodingIn(params) === 'cp932';
	const query = new URLSearchParams(params);
	for (const name of ['encoding', 'page', 'view']) query.delete(name);
	return {
		...{ title: about.title, rows: about.rows, condition: about.condition },
		...{ isSample: about.isSample, query: query.size > 0 ? `?${query}` : '' },
		says: [holds(about.staff), absence(about), closedWords(about), licenceWords(about)].filter(
			(one) => one !== null
		),
		lost: isAsked
			? (await lostLetters(db, asked)).map(({ names, ...one }) => ({
					...{ ...one, names: names.slice(0, mostNames) },
					more: Math.max(0, names.length - mostNames)
				}))
			: null
	};
}
