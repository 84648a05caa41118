import { and, desc, eq } from 'drizzle-orm';
import { isDeepStrictEqual } from 'node:util';
import type { EditionWords } from '#lib/domain/edition/words.ts';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { edition_words, editions, staff } from '#lib/server/database/schema/index.ts';
import { isMade } from '#lib/server/contents/still-made.ts';

type Act = { by: string; at: Date };

/** One version; `by` is a name. */
export type WrittenWords = { id: number; words: EditionWords; at: string; by: string };

/** What an edition says beside its entries. */
export const words = (db: Database, editionId: number): EditionWords =>
	db
		.select({
			foreword: editions.foreword,
			imprint: editions.imprint,
			licence: editions.licence,
			funding: editions.funding,
			cover: editions.cover,
			colour: editions.colour
		})
		.from(editions)
		.where(eq(editions.id, editionId))
		.get()!;

/** Every version, the newest first; none as long as nobody has changed what the edition began with. */
export const wordsHistory = (db: Database, editionId: number): WrittenWords[] =>
	db
		.select({ version: edition_words, name: staff.name })
		.from(edition_words)
		.leftJoin(staff, eq(staff.id, edition_words.written_by))
		.where(eq(edition_words.edition_id, editionId))
		.orderBy(desc(edition_words.id))
		.all()
		.map(({ version, name }) => {
			const { foreword, imprint, licence, funding, cover, colour } = version;
			return {
				id: version.id,
				words: { foreword, imprint, licence, funding, cover, colour },
				at: version.written_at,
				by: name ?? '前の職員'
			};
		});

const newest = (db: Database, editionId: number): number | null =>
	db
		.select({ id: edition_words.id })
		.from(edition_words)
		.where(eq(edition_words.edition_id, editionId))
		.orderBy(desc(edition_words.id))
		.limit(1)
		.get()?.id ?? null;

/** What the words were when somebody began to write: of that version, or what the edition began with. */
export const wordsAt = (db: Database, editionId: number, base: number | null): EditionWords => {
	const history = wordsHistory(db, editionId);
	const found = base === null ? history.at(-1) : history.find(({ id }) => id === base);
	return found?.words ?? words(db, editionId);
};

export type WordsOutcome = 'saved' | 'unchanged' | 'locked' | { theirs: number };

/** `base`: the version that the writing began with. `theirs`: somebody has saved another since. */
export function setWords(
	db: Database,
	editionId: number,
	value: EditionWords,
	{ by, at, base }: Act & { base: number | null }
): WordsOutcome {
	return write(db, () => {
		if (!isMade(db, editionId)) return 'locked';
		const now = words(db, editionId);
		if (isDeepStrictEqual(now, { ...now, ...value })) return 'unchanged';
		const current = newest(db, editionId);
		if (current !== null && current !== base) return { theirs: current };
		const before = current ?? began(db, editionId, now);
		const written = version(db, editionId, value, { by, at: at.toISOString() });
		db.update(editions).set(value).where(eq(editions.id, editionId)).run();
		audit.record(db, {
			at: at.toISOString(),
			actor: by,
			action: 'edition.words',
			subject: 'edition',
			subjectId: editionId,
			details: { before, written }
		});
		return 'saved';
	});
}

/** Whether a version is what the edition says now. */
export const isNewestWords = (db: Database, editionId: number, id: number): boolean =>
	newest(db, editionId) === id;

/** One of the edition's own versions. */
export const findWords = (db: Database, editionId: number, id: number): EditionWords | null =>
	db
		.select({ id: edition_words.id })
		.from(edition_words)
		.where(and(eq(edition_words.id, id), eq(edition_words.edition_id, editionId)))
		.get()
		? wordsAt(db, editionId, id)
		: null;

function began(db: Database, editionId: number, now: EditionWords): number {
	const { created_at: at, created_by: by } = db
		.select()
		.from(editions)
		.where(eq(editions.id, editionId))
		.get()!;
	return version(db, editionId, now, { by, at });
}

const version = (
	db: Database,
	editionId: number,
	{ foreword, imprint, licence, funding, cover, colour }: EditionWords,
	{ by, at }: { by: string; at: string }
): number =>
	db
		.insert(edition_words)
		.values({
			...{ edition_id: editionId, foreword, imprint, licence, funding, cover, colour },
			...{ written_at: at, written_by: by }
		})
		.returning({ id: edition_words.id })
		.get().id;
