import * as audit from '#lib/server/audit/index.ts';
import type { Database } from '#lib/server/database/client.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Comparison } from '#lib/server/imports/compare/comparison.ts';
import type { Report } from '#lib/server/imports/report.ts';

type Compared = Comparison & { report: Report };
type Steps = {
	compare: () => Compared;
	/** Without the lock too. */
	makeReady: (compared: Compared) => void;
	put: (compared: Compared) => void;
};

/** So often what was compared may have been overtaken by other writers. */
const attempts = 3;

/**
 * Compares while others may write, and writes what came of it only where nobody has; in the end it holds
 * the lock for both. Of what it compares, all that changes is in the log: what readers report is not.
 */
export function writeCompared(db: Database, { compare, makeReady, put }: Steps): Report {
	for (let attempt = 1; attempt <= attempts; attempt++) {
		const before = audit.head(db);
		const compared = compare();
		if (!compared.report.accepted) return compared.report;
		makeReady(compared);
		const isWritten = write(db, () => {
			if (audit.head(db) !== before) return false;
			put(compared);
			return true;
		});
		if (isWritten) return compared.report;
	}
	return write(db, () => {
		const compared = compare();
		if (compared.report.accepted) put(compared);
		return compared.report;
	});
}
