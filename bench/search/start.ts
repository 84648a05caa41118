import { parseFilter } from '#lib/domain/search/filter.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as listings from '#lib/server/listings/listings.ts';
import { prepare } from '#lib/server/start/seed.ts';
import { now } from './filling.ts';

/** A new process: what it does before its first answer, in milliseconds without loading its modules. */
const loaded = performance.now();
const db = openDatabase(process.argv[2]!);
prepare(db, { now, sample: true });
const { total } = listings.everything(db, parseFilter(new URLSearchParams({ q: '居場所' })), now);
const answered = performance.now();
if (total === 0) throw new Error('nothing found');
process.stdout.write(JSON.stringify({ start: answered - loaded, process: answered }));
