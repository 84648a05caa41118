import { cachedByDatabase } from '#lib/server/database/cache.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as resources from '#lib/server/resources/resources.ts';
import type { Known } from '#lib/server/imports/compare/known.ts';

type Check = NonNullable<Known['check']>;
type Pinned = { edition: number | null; resourceId: string; revisionId: number };

/**
 * The check of the public data on its day, or the one that is known already when it is newer. In a round
 * that was opened only a check of that round is known. `isNew`: it was written.
 */
export function checkOf(
	db: Database,
	known: Known | null,
	{ edition, ...pinned }: Pinned,
	{ asOf, by, at }: { asOf: string | null; by: string; at: Date }
): { id: number | null; isNew: boolean } {
	const round = edition === null ? undefined : roundOf(db, edition, pinned.resourceId);
	const last = round ? round.check : known?.check;
	if (asOf === null || (last && last.on > asOf)) return { id: last?.id ?? null, isNew: false };
	if (last?.on === asOf && last.revision === pinned.revisionId)
		return { id: last.id, isNew: false };
	const id = resources.verify(db, { ...pinned, method: 'public-data', on: asOf, by, at });
	return { id, isNew: true };
}

/** Of an edition whose round was opened: the check that its entry has. undefined: there is no round. */
function roundOf(
	db: Database,
	edition: number,
	resourceId: string
): { check: Check | null } | undefined {
	const found = roundsOf(db).get(resourceId, edition);
	return found && { check: found.id === null ? null : (found as Check) };
}

/** Asked of every row. */
const roundsOf = cachedByDatabase(({ $client }) =>
	$client.prepare<[string, number], Omit<Check, 'id'> & { id: number | null }>(
		`SELECT c.id, c.verified_on AS "on", c.revision_id AS revision FROM editions d
		LEFT JOIN entries e ON e.edition_id = d.id AND e.resource_id = ?
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE d.id = ? AND d.verifying_at IS NOT NULL`
	)
);
