import * as audit from './index.ts';
import type { Database } from '#lib/server/database/client.ts';
import { withoutNewVersion } from '#lib/server/database/data-version.ts';

/**
 * Notes that somebody has taken out, as a file, what only staff can see all of. `what`: a kind of
 * subject that has an action `<what>.export`.
 */
export const noteExport = (
	db: Database,
	what: 'edition' | 'activity' | 'region',
	{ id, by, at, rows }: { id: string | number; by: string; at: Date; rows: number }
): void =>
	withoutNewVersion(db, () =>
		audit.record(db, {
			...{ at: at.toISOString(), actor: by, action: `${what}.export` },
			...{ subject: what, subjectId: id, details: { rows } }
		})
	);

/** Notes that somebody has taken out a booklet with what is for paper alone, or a proof. */
export const noteBooklet = (
	db: Database,
	{ editionId, by, at, what }: { editionId: number; by: string; at: Date; what: string }
): void =>
	withoutNewVersion(db, () =>
		audit.record(db, {
			...{ at: at.toISOString(), actor: by, action: 'booklet.export' },
			...{ subject: 'edition', subjectId: editionId, details: { what } }
		})
	);

/** What changes nothing: it stands in the way of taking nothing back. */
export const exports = '%.export';
