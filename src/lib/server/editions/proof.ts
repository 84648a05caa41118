import { sql } from 'drizzle-orm';
import type { EditionWords } from '#lib/domain/edition/words.ts';
import { printedContacts } from '#lib/domain/booklet/collected/contacts.ts';
import { contentFor, hasConsent } from '#lib/domain/resource/publication.ts';
import type { Row } from '#lib/domain/listing/row.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database/client.ts';
import { prepare } from '#lib/server/resources/rows.ts';
import type { Shown } from '#lib/server/contents/visibility.ts';
import { stored } from './entries.ts';
import { chaptersIn, printedChapter } from './ordering.ts';
import { words } from './words.ts';

export type ProofEntry = {
	/** Code; null where the region orders by kana over all chapters. */
	chapter: string | null;
	row: Row;
	/** How to get in touch, as printed: what is for paper alone among it. */
	contacts: string[];
	/** null: agreed to both; otherwise where it may not appear. */
	withheld: string | null;
};

export type Proof = EditionWords & {
	chapters: { code: string; label: string; entries: number }[];
	/** Of the chapter that was asked for, or of all. */
	entries: ProofEntry[];
};

/** How an edition will read, in the order of its numbers; nothing is left out, so that all is seen. */
export function proof(db: Database, editionId: number, chapter: string | null): Proof {
	const chapters = chaptersIn(db, editionId);
	const printed = printedChapter(db, editionId);
	const { chapterOrder } = stored(db, editionId);
	const shown = db.all<Shown & { chapter: string }>(sql`
		SELECT e.resource_id AS resource, v.id AS revision, g.slug AS region,
			c.method, c.verified_on, c.role, e.number, NULL AS beside, ${printed} AS chapter
		FROM entries e
		JOIN editions d ON d.id = e.edition_id
		JOIN regions g ON g.id = d.region_id
		JOIN revisions v ON v.id = e.revision_id
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE e.edition_id = ${editionId} AND (${chapter} IS NULL OR ${printed} = ${chapter})
		ORDER BY e.number`);
	const read = contents(
		db,
		shown.map(({ revision }) => revision)
	);
	const entries = prepare(db, shown).map(({ row }, index) => {
		const { revision, chapter } = shown[index]!;
		const content = read.get(revision)!;
		const missing = [
			...(hasConsent(content, 'paper') ? [] : ['冊子']),
			...(hasConsent(content, 'web') ? [] : ['サイト'])
		];
		return {
			chapter: chapterOrder === 'kana' ? null : chapter,
			row,
			contacts: printedContacts(contentFor('paper', content)).map(({ words }) => words),
			withheld: missing.length > 0 ? `同意がないので${missing.join('と')}には載りません` : null
		};
	});
	return { ...words(db, editionId), chapters, entries };
}
