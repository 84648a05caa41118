import { plainly } from '#lib/domain/booklet/made.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database/client.ts';
import { booklets } from '#lib/server/database/schema/index.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as resources from '#lib/server/resources/resources.ts';

/** What has changed since it was printed. */
export const mendedFee = 'お茶代は321円';

/**
 * Gives the sample's edition of 2026 a booklet of 40 pages. Returns the number of the entry on page 12, whose fee
 * has changed since; the next one is on page 14.
 */
export function mend(db: Database, at: Date): number {
	const { id } = editions.findByName(db, 'sakura-2026')!;
	const entry = db.$client
		.prepare<[number], { resource_id: string; number: number; revision: number }>(
			`SELECT e.resource_id, e.number, v.id AS revision FROM entries e
			JOIN resources r ON r.id = e.resource_id
			JOIN revisions v ON v.id = r.current_revision_id AND v.id = e.revision_id
			WHERE e.edition_id = ? AND r.withdrawn_at IS NULL AND v.operation = 'open'
			ORDER BY e.number LIMIT 1`
		)
		.get(id)!;
	const { number, resource_id, revision } = entry;
	const content = { ...contents(db, [revision]).get(revision)!, feeNote: mendedFee };
	resources.revise(db, resource_id, { content, by: 'test', at });
	const unchanged = db.$client
		.prepare<[number, number], number>(
			`SELECT e.number FROM entries e JOIN resources r ON r.id = e.resource_id
			WHERE e.edition_id = ? AND e.number > ? AND r.current_revision_id = e.revision_id
				AND r.withdrawn_at IS NULL ORDER BY e.number LIMIT 1`
		)
		.pluck()
		.get(id, number)!;
	db.insert(booklets)
		.values({
			...{ edition_id: id, kind: 'cached', form: 'a5', channel: 'web', printing: plainly },
			...{ input_sha256: 'x', templates_sha256: 'x', sha256: 'x', size: 1, pages: 40 },
			...{ page_of: { [number]: 12, [unchanged]: 14 }, warnings: [], contents: {} as never },
			...{ made_at: at.toISOString(), bytes: Buffer.from('x') }
		})
		.run();
	return number;
}
