import { createHash } from 'node:crypto';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Booklet } from '#lib/domain/booklet/booklet.ts';
import { differencesOf, withoutBytes } from '#lib/domain/booklet/differences.ts';
import type { BookletWarning } from '#lib/domain/booklet/layout.ts';
import type { BookletChoice, BookletKind } from '#lib/domain/booklet/made.ts';
import * as audit from '#lib/server/audit/index.ts';
import type { Database } from '#lib/server/database/client.ts';
import { withoutNewVersion } from '#lib/server/database/data-version.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { booklets, editions } from '#lib/server/database/schema/index.ts';
import { write } from '#lib/server/database/transaction.ts';

/** What a maker has made of a booklet. */
export type Made = {
	bytes: Uint8Array;
	/** null: a form without pages. */
	pages: number | null;
	pageOf: Record<number, number>;
	warnings: BookletWarning[];
};

export type NewBooklet = BookletChoice & {
	editionId: number;
	kind: BookletKind;
	booklet: Booklet;
	input: string;
	templates: string;
	made: Made;
	by: string | null;
	at: Date;
};

/** Bytes of all cached booklets together. */
const mostCached = 256 * 1024 * 1024;

/** Who the log says it was: what is done for all is nobody's last act. */
const program = 'booklet';

/**
 * Stores a booklet with all that is known of it; returns its id. `gone`: the edition is not there any more, or
 * not what this kind is of. A final that is there already stays.
 */
export function keep(db: Database, booklet: NewBooklet): number | 'gone' {
	const { editionId, kind, channel } = booklet;
	return write(db, () => {
		if (!isWanted(db, booklet)) return 'gone';
		if (kind === 'final') return keepFinal(db, booklet);
		// Only what readers are told the size of is news to them.
		return channel === 'web' && kind === 'cached'
			? replace(db, booklet)
			: withoutNewVersion(db, () => replace(db, booklet, lastProof(db, editionId)));
	});
}

function isWanted(db: Database, { editionId, kind }: NewBooklet): boolean {
	const edition = db.select().from(editions).where(eq(editions.id, editionId)).get();
	if (!edition || edition.withdrawn_at) return false;
	return kind === 'proof' || edition.published_at !== null;
}

function keepFinal(db: Database, booklet: NewBooklet): number {
	const { editionId, form, channel, at } = booklet;
	const known = db
		.select({ id: booklets.id })
		.from(booklets)
		.where(and(ofSame(booklet), eq(booklets.kind, 'final')))
		.get();
	if (known) return known.id;
	const { id, sha256 } = insert(db, booklet);
	audit.record(db, {
		...{ at: at.toISOString(), actor: program, action: 'booklet.keep' },
		...{ subject: 'edition', subjectId: editionId, details: { form, channel, sha256 } }
	});
	return id;
}

const ofSame = ({ editionId, form, channel }: NewBooklet) =>
	and(eq(booklets.edition_id, editionId), eq(booklets.form, form), eq(booklets.channel, channel));

function replace(db: Database, booklet: NewBooklet, before: Booklet | null = null): number {
	const { id } = insert(db, booklet, before);
	const { editionId, kind } = booklet;
	const sameChoice = and(ofSame(booklet), eq(booklets.printing, booklet.printing));
	const older = kind === 'proof' ? eq(booklets.edition_id, editionId) : sameChoice;
	db.delete(booklets)
		.where(and(older, eq(booklets.kind, kind), ne(booklets.id, id)))
		.run();
	if (kind === 'cached') dropOldest(db, id);
	return id;
}

const lastProof = (db: Database, editionId: number): Booklet | null =>
	db
		.select({ contents: booklets.contents })
		.from(booklets)
		.where(and(eq(booklets.edition_id, editionId), eq(booklets.kind, 'proof')))
		.get()?.contents ?? null;

function insert(
	db: Database,
	{ editionId, kind, form, channel, printing, booklet, made, ...rest }: NewBooklet,
	before: Booklet | null = null
): { id: number; sha256: string } {
	const contents = withoutBytes(booklet, sha256);
	const isProof = kind === 'proof';
	return db
		.insert(booklets)
		.values({
			...{ edition_id: editionId, kind, form, channel, printing, contents },
			...{ input_sha256: rest.input, templates_sha256: rest.templates },
			sha256: digestOfBytes(made.bytes),
			...{ size: made.bytes.byteLength, pages: made.pages, page_of: made.pageOf },
			warnings: made.warnings,
			differences: isProof && before ? differencesOf(before, contents) : null,
			...{ made_at: rest.at.toISOString(), made_by: rest.by },
			bytes: Buffer.from(made.bytes)
		})
		.returning({ id: booklets.id, sha256: booklets.sha256 })
		.get();
}

export const digestOfBytes = (bytes: Uint8Array): string =>
	createHash('sha256').update(bytes).digest('hex');

/** The oldest cached ones go until the rest is within bounds; the one of that id stays. */
function dropOldest(db: Database, id: number): void {
	db.run(sql`DELETE FROM ${booklets} WHERE id IN (SELECT id FROM (
		SELECT id, sum(size) OVER (ORDER BY id DESC) AS held FROM ${booklets} WHERE kind = 'cached')
		WHERE held > ${mostCached}) AND id <> ${id}`);
}
