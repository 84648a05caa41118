import { sql } from 'drizzle-orm';
import { dateWords, japanDate } from '#lib/domain/calendar/calendar.ts';
import type { PageErrata } from '#lib/domain/booklet/papers/page-errata.ts';
import {
	entriesOn,
	numbersWords,
	pagedLike,
	type BookletPages,
	type InHand
} from '#lib/domain/booklet/papers/pages.ts';
import { struckWords } from '#lib/domain/edition/edition.ts';
import { struck } from '#lib/server/contents/struck.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import { pagesOf, type PagesOf } from './pages.ts';

type Context = { now: Date; pages?: PagesOf };
type Answer = { found: PageErrata } | { issue: string };

/** What is otherwise today than it stands on a page, or in an entry, of the booklet in hand. */
export function errataInHand(
	db: Database,
	edition: editions.Edition,
	asked: InHand,
	{ now, pages = pagesOf }: Context
): Answer {
	if (asked.by === 'number') return ofNumber(db, edition, asked.at, now);
	const made = pages(db, edition.id, pagedLike(asked.layout));
	if (!made) {
		return {
			issue: `${edition.year}年度版のこの形の冊子は、まだここでつくられていません。ページの代わりに、「15番」のように掲載の番号を入れてください。`
		};
	}
	if (asked.at > made.pages) {
		return {
			issue: `この冊子は${made.pages}ページまでです。1から${made.pages}までの数字で入れてください。`
		};
	}
	return { found: ofPage(db, edition, { page: asked.at, made, now }) };
}

function ofPage(
	db: Database,
	edition: editions.Edition,
	{ page, made, now }: { page: number; made: BookletPages; now: Date }
): PageErrata {
	const { numbers, begins } = entriesOn(made, page);
	const goesOn =
		numbers.length === 0
			? 'このページには、掲載は載っていません。'
			: `このページからはじまる掲載はありません。前のページから続く${numbersWords(numbers)}のことをお知らせします。`;
	return answer(db, edition, {
		...{ title: `${page}ページ`, numbers, now },
		notes: begins ? [] : [goesOn],
		place: 'この紙面'
	});
}

function ofNumber(db: Database, edition: editions.Edition, number: number, now: Date): Answer {
	const most = lastNumber(db, edition.id);
	if (number > most) {
		return {
			issue:
				most === 0
					? `${edition.year}年度版には、まだ番号のついた掲載がありません。`
					: `${edition.year}年度版の番号は${most}番までです。1から${most}までの数字で入れてください。`
		};
	}
	const found = answer(db, edition, {
		...{ title: `${number}番`, numbers: [number], notes: [], now },
		place: 'この掲載'
	});
	return { found: { ...found, entries: '' } };
}

function answer(
	db: Database,
	edition: editions.Edition,
	{
		title,
		numbers,
		notes,
		place,
		now
	}: { title: string; numbers: number[]; notes: string[]; place: string; now: Date }
): PageErrata {
	const errata = editions
		.errata(db, edition, { numbers })
		.map(({ row, number, since, fields }) => ({
			...{ id: row.id, name: row.name, number, fields },
			since: dateWords(since)
		}));
	const gone = struck(db, edition.id)
		.filter(({ number }) => numbers.includes(number))
		.map(({ number, why }) => `${number}番 ${struckWords[why]}`);
	const isCalm = errata.length === 0 && gone.length === 0;
	return {
		...{ title, entries: numbersWords(numbers), notes, errata, struck: gone },
		calm: isCalm
			? `${place}には、変わったところはありません（${dateWords(japanDate(now))}現在）。`
			: null
	};
}

const lastNumber = (db: Database, editionId: number): number =>
	db.get<{ most: number | null }>(
		sql`SELECT max(number) AS most FROM entries WHERE edition_id = ${editionId}`
	)?.most ?? 0;
