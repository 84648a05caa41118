import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { inspect } from '#lib/server/start/check.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { world } from '../../support/world.ts';

const run = promisify(execFile);
const times = 300;

test('two processes that write at once wait for each other: all is written, nothing twice or by half', async () => {
	const file = path.join(temporaryFolder(), 'bookmark.db');
	const { db, ids } = world(file);
	onTestFinished(() => close(db));
	const script = path.resolve('tests/support/crash/writer.ts');
	const writer = (name: string) =>
		run(process.execPath, [script, file, ids.hidamari, name, String(times)]);
	let reads = 0;
	// A reader is served all the while.
	const reading = setInterval(() => {
		reports.open(db);
		reads++;
	}, 5);
	await Promise.all([writer('first'), writer('second')]);
	clearInterval(reading);

	const other = openDatabase(file);
	const written = reports.open(other).map(({ message }) => message);
	close(other);
	expect(reads).toBeGreaterThan(1);
	expect(written.length).toBe(2 * 2 * times);
	expect(new Set(written).size).toBe(written.length);
	expect(inspect(db).filter(({ ok }) => !ok)).toEqual([]);
});
