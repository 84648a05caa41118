import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { checkpointApart } from '#lib/server/start/checkpoints.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { temporaryFolder } from '../../support/folder.ts';

let file: string;
let db: Database;
let end: () => void;

beforeEach(() => {
	file = join(temporaryFolder(), 'a.db');
	db = openDatabase(file);
	end = () => {};
});
afterEach(() => {
	end();
	close(db);
});

const megabytes = () => statSync(file).size / 1024 / 1024;
/** Eight megabytes: twice what a commit would bring into the file by itself. */
const fill = () =>
	db.$client.exec(
		'CREATE TABLE filled AS SELECT randomblob(8000000) AS bytes; CREATE TABLE one (a)'
	);

test('a commit leaves the log to the thread, which brings it into the file', async () => {
	end = checkpointApart(db);
	fill();
	expect(db.$client.pragma('wal_autocheckpoint', { simple: true })).toBeGreaterThan(2000);
	await expect.poll(megabytes, { timeout: 20_000 }).toBeGreaterThan(7);
	expect(db.$client.prepare('SELECT length(bytes) FROM filled').pluck().get()).toBe(8_000_000);
});
