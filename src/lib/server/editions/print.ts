import { eq, sql } from 'drizzle-orm';
import type { EditionWords } from '#lib/domain/edition/words.ts';
import type { Database } from '#lib/server/database/client.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { edition_prints } from '#lib/server/database/schema/index.ts';
import { words } from './words.ts';

/** An entry as it is printed. */
export type Printed = {
	number: number;
	/** Code. */
	chapter: string;
	state: string;
	resource_id: string;
	/** Of the revision. */
	content_hash: string;
	/** Of the check. */
	method: string | null;
	verified_on: string | null;
};

/** A picture as it is printed; the cover has no resource. */
export type PrintedPicture = { resource_id: string | null; alt: string; sha256: string };

export type Recorded = {
	words: Partial<EditionWords>;
	entries: Printed[];
	pictures: PrintedPicture[];
};

/** All that an edition prints: its own words, in order every entry with its content's hash, and its pictures. */
export function textOf(db: Database, editionId: number): string {
	const { cover, licence, ...others } = words(db, editionId);
	const printed = db.all<Printed>(sql`
		SELECT e.number, e.chapter, e.state, e.resource_id, v.content_hash, c.method, c.verified_on
		FROM entries e JOIN revisions v ON v.id = e.revision_id
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE e.edition_id = ${editionId} ORDER BY e.number`);
	const pictures = db.all<PrintedPicture>(sql`
		SELECT p.resource_id, p.alt, p.sha256 FROM booklet_pictures p
		LEFT JOIN entries e ON e.edition_id = p.edition_id AND e.resource_id = p.resource_id
		WHERE p.edition_id = ${editionId} AND (p.resource_id IS NULL OR e.id IS NOT NULL)
		ORDER BY p.resource_id IS NOT NULL, e.number`);
	// Editions of before had no cover, licence and pictures: without them the text is what it was.
	const said = { ...others, ...(cover && { cover }), ...(licence && { licence }) };
	const all = [said, printed];
	return JSON.stringify(pictures.length > 0 ? [...all, pictures] : all);
}

/** Keeps the record of a locked edition, so that a later difference has a name; returns its hash. */
export function keep(db: Database, editionId: number): string {
	const text = textOf(db, editionId);
	db.insert(edition_prints)
		.values({ edition_id: editionId, text })
		.onConflictDoUpdate({ target: edition_prints.edition_id, set: { text } })
		.run();
	return sha256(text);
}

export function forget(db: Database, editionId: number): void {
	db.delete(edition_prints).where(eq(edition_prints.edition_id, editionId)).run();
}

/** What was recorded under that hash; null when nothing was, or something else stands there now. */
export function recall(db: Database, editionId: number, hash: string): Recorded | null {
	const kept = db
		.select()
		.from(edition_prints)
		.where(eq(edition_prints.edition_id, editionId))
		.get();
	return kept && sha256(kept.text) === hash ? read(kept.text) : null;
}

export function read(text: string): Recorded {
	const [words, entries, pictures = []] = JSON.parse(text) as [
		Recorded['words'],
		Printed[],
		PrintedPicture[]?
	];
	return { words, entries, pictures };
}
