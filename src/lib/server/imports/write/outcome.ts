import { rangesOf } from '#lib/domain/input/ranges.ts';
import { placesOf, volumesOf } from '#lib/server/audit/standing.ts';
import type { Database } from '#lib/server/database/client.ts';

type Import = {
	/** null: it took an import back, and these revisions say again what was said before it. */
	importId: number | null;
	revisions?: number[];
	/** ISO instant. */
	at: string;
	by: string;
	/** The day of the public data. */
	asOf: string | null;
	/** Resources that were withdrawn before. */
	wereWithdrawn: string[];
	/** Resources of its rows. */
	placed: string[];
	/** Those it wrote into. */
	editions: number[];
};

/** What an import has moved, as its record in the log holds it. */
export function outcome(
	db: Database,
	{ importId, revisions = [], at, by, asOf, wereWithdrawn, placed, editions }: Import
): Record<string, string> {
	const { $client } = db;
	const numbers = (query: string, ...values: unknown[]) =>
		rangesOf(
			$client
				.prepare<unknown[], number>(query)
				.pluck()
				.all(...values)
		);
	const ids = (query: string, ...values: unknown[]) =>
		$client
			.prepare<unknown[], string>(query)
			.pluck()
			.all(...values)
			.join(' ');
	return {
		current:
			importId === null
				? rangesOf(revisions.toSorted((a, b) => a - b))
				: numbers(
						`SELECT v.id FROM revisions v JOIN resources r ON r.current_revision_id = v.id
						WHERE v.import_id = ?`,
						importId
					),
		withdrawn_ids: ids(
			'SELECT id FROM resources WHERE withdrawn_at = ? AND withdrawn_by = ? ORDER BY id',
			...[at, by]
		),
		reinstated_ids: ids(
			`SELECT id FROM resources WHERE withdrawn_at IS NULL
			AND id IN (SELECT value FROM json_each(?)) ORDER BY id`,
			JSON.stringify(wereWithdrawn)
		),
		places: JSON.stringify(placesOf(db, placed)),
		volumes: JSON.stringify(volumesOf(db, editions)),
		...(asOf === null
			? {}
			: {
					checked_on: asOf,
					checks: numbers(
						`SELECT id FROM verifications WHERE created_at = ? AND created_by = ?
						AND method = 'public-data' AND verified_on = ?`,
						...[at, by, asOf]
					)
				})
	};
}
