import { boardMatches, type BoardEntry, type BoardFilter } from '#lib/domain/edition/board.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { progressNames } from '#lib/domain/edition/round.ts';
import { contactLines, type ContactLine } from '#lib/domain/resource/contact-lines.ts';
import { contents } from '#lib/server/contents/read.ts';
import { csv, marked } from '#lib/domain/formats/csv.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';
import { board } from './board.ts';

/** An entry, and how to ask it. */
export type Asked = BoardEntry & {
	town: string | null;
	contacts: ContactLine[];
	note: string | null;
};

export function askedFrom(db: Database, entries: readonly BoardEntry[]): Asked[] {
	const { municipalities } = names(db);
	const read = contentsOf(db, entries);
	return entries.map((entry) => {
		const content = read.get(entry.entryId)!;
		return {
			...entry,
			town: entry.municipality && (municipalities.get(entry.municipality) ?? null),
			contacts: contactLines(content),
			note: content.staffNote
		};
	});
}

/** What a filter finds, and what is left unless the filter asks for a step of the round. */
export const toBeAsked = (db: Database, editionId: number, filter: BoardFilter): Asked[] =>
	askedFrom(
		db,
		boardMatches(board(db, editionId), { ...filter, progress: filter.progress ?? 'left' })
	);

/** What entries print, by their ids. */
export function contentsOf(
	db: Database,
	entries: readonly Pick<BoardEntry, 'entryId'>[]
): Map<number, Content> {
	const ids = JSON.stringify(entries.map(({ entryId }) => entryId));
	const pins = db.$client
		.prepare('SELECT id, revision_id FROM entries WHERE id IN (SELECT value FROM json_each(?))')
		.raw()
		.all(ids) as [number, number][];
	const read = contents(
		db,
		pins.map(([, revision]) => revision)
	);
	return new Map(pins.map(([entry, revision]) => [entry, read.get(revision)!]));
}

/** For staff: what is for them alone is in it. */
export const callsCsv = (asked: readonly Asked[], { isSample = false } = {}): string =>
	csv(
		marked(
			[
				['番号', '名前', 'よみ', '市区町村', '進みぐあい', '連絡先', '職員メモ'],
				...asked.map((one) => [
					one.number,
					one.name,
					one.kana,
					one.town,
					progressNames[one.progress],
					one.contacts.map(({ what, value }) => `${what} ${value}`).join(' / '),
					one.note
				])
			],
			isSample
		)
	);
