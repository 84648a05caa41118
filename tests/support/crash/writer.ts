import { openDatabase, write } from '#lib/server/database.ts';
import * as reports from '#lib/server/reports.ts';
import { isBusy } from '#lib/server/transaction.ts';

/** Writes as fast as it can, so many times; says how many of them came to nothing. */

const [file = '', resourceId = '', name = '', times = '0'] = process.argv.slice(2);
const db = openDatabase(file);
let busy = 0;
for (let turn = 0; turn < Number(times); turn++) {
	try {
		write(db, () => {
			for (const part of ['a', 'b']) {
				const message = `${name}-${turn}-${part}`;
				reports.add(db, { resourceId, section: 'other', message, at: new Date() });
			}
		});
	} catch (error) {
		if (!isBusy(error)) throw error;
		busy++;
	}
}
process.stdout.write(String(busy));
