import { sql } from 'drizzle-orm';
import { isStillMade } from '#lib/server/contents/still-made.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import type { Database } from '#lib/server/database/client.ts';

type Entry = [revision: number | null, check: number | null];

/** What stood before an import, as far as it moved anything: enough to put it back as a whole. */
export type Before = {
	created: string[];
	/** `[resource, revision of before, revision of the import]` of what became current. */
	revised: [resource: string, before: number | null, now: number][];
	/** Entries as they were and as they were left; without a revision where there is none. */
	pins: [edition: number, resource: string, before: Entry, after: Entry][];
	/** Those that it took off the live pages. */
	withdrawn: string[];
	/** Those that it brought back, and the year that had missed them. */
	reinstated: [resource: string, year: number | null][];
	moved: [resource: string, region: number][];
	sources: [resource: string, source: string, number: string][];
	checks: number[];
	/** Editions that it opened. */
	opened: number[];
	/** Revisions that wait for an answer. */
	proposed: number[];
	/** Resources of which it wrote a draft. */
	drafted: string[];
};

type Pin = { edition: number; revision: number; check: number | null };

const entryIn = cachedByDatabase(({ $client }) =>
	$client.prepare<[string, number], Omit<Pin, 'edition'>>(
		`SELECT revision_id AS revision, verification_id AS "check" FROM entries
		WHERE resource_id = ? AND edition_id = ?`
	)
);

const entriesStillMade = (db: Database, resource: string): Pin[] =>
	db.all(sql`
		SELECT e.edition_id AS edition, e.revision_id AS revision, e.verification_id AS "check"
		FROM entries e JOIN editions d ON d.id = e.edition_id
		WHERE e.resource_id = ${resource} AND ${isStillMade('d')}`);

/** Notes down what is about to change. */
export function notes(db: Database) {
	const before: Before = {
		...{ created: [], revised: [], pins: [], withdrawn: [], reinstated: [], moved: [] },
		...{ sources: [], checks: [], opened: [], proposed: [], drafted: [] }
	};
	return {
		before,
		/** An entry that is about to become another one, or is taken out. */
		pin(edition: number, resource: string, after: Entry): void {
			const found = entryIn(db).get(resource, edition);
			const is: Entry = [found?.revision ?? null, found?.check ?? null];
			if (is.join() !== after.join()) before.pins.push([edition, resource, is, after]);
		},
		/** All entries of editions that are still made. */
		pinsOf(resource: string, revisionId: number): void {
			for (const { edition, revision, check } of entriesStillMade(db, resource)) {
				before.pins.push([edition, resource, [revision, check], [revisionId, check]]);
			}
		}
	};
}

export type Notes = ReturnType<typeof notes>;
