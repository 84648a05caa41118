import { eq } from 'drizzle-orm';
import { isDeepStrictEqual } from 'node:util';
import type { EditionWords } from '#lib/domain/edition-words.ts';
import * as audit from '#lib/server/audit.ts';
import { write, type Database } from '#lib/server/database.ts';
import { editions } from '#lib/server/schema.ts';
import { isMade } from './arrangement.ts';

/** What an edition says beside its entries. */
export const words = (db: Database, editionId: number): EditionWords =>
	db
		.select({
			foreword: editions.foreword,
			imprint: editions.imprint,
			funding: editions.funding,
			cover: editions.cover,
			colour: editions.colour
		})
		.from(editions)
		.where(eq(editions.id, editionId))
		.get()!;

/** false: the edition is no longer made. */
export function setWords(
	db: Database,
	editionId: number,
	value: EditionWords,
	{ by, at }: { by: string; at: Date }
): boolean {
	return write(db, () => {
		if (!isMade(db, editionId)) return false;
		const now = words(db, editionId);
		if (isDeepStrictEqual(now, { ...now, ...value })) return true;
		db.update(editions).set(value).where(eq(editions.id, editionId)).run();
		audit.record(db, {
			at: at.toISOString(),
			actor: by,
			action: 'edition.words',
			subject: 'edition',
			subjectId: editionId
		});
		return true;
	});
}
