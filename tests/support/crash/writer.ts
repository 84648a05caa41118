import { openDatabase } from '#lib/server/start/open.ts';
import { write } from '#lib/server/database/transaction.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import { isBusy } from '#lib/server/database/transaction.ts';

/** Writes as fast as it can, so many times, each again until it is written; says when something else is wrong. */

const [file = '', resourceId = '', name = '', times = '0'] = process.argv.slice(2);
const db = openDatabase(file);
for (let turn = 0; turn < Number(times);) {
	try {
		write(db, () => {
			for (const part of ['a', 'b']) {
				const message = `${name}-${turn}-${part}`;
				reports.add(db, { resourceId, section: 'other', message, at: new Date() });
			}
		});
		turn++;
	} catch (error) {
		// On a busy machine the other one may hold the database for longer than anybody waits.
		if (!isBusy(error)) throw error;
	}
}
