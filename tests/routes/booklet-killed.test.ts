import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as made from '#lib/server/booklet/made/find.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import { inspect } from '#lib/server/start/check.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { startApp } from '../support/app.ts';
import { fillBooklets } from '../support/booklet-world.ts';
import { temporaryFolder } from '../support/folder.ts';
import { plant, sample } from '../support/seeds.ts';

test('an app that is killed while it makes a booklet leaves nothing half, and the next one makes up for it', async () => {
	const database = path.join(temporaryFolder(), 'bookmark.db');
	plant(sample, database);
	const within = <T>(act: (db: Database) => T): T => {
		const db = openDatabase(database);
		try {
			return act(db);
		} finally {
			close(db);
		}
	};
	const killed = await startApp({ database });
	const { editions: ids, cookies } = fillBooklets(database, 2030);
	const [edition] = ids as [number];
	within((db) => editions.lock(db, edition, { by: 'test', at: new Date() }));
	const headers = { accept: 'text/html', cookie: cookies.admin, origin: killed.url };
	const published = await fetch(`${killed.url}/staff/regions/sakura/2030/publication?/publish`, {
		...{ method: 'POST', redirect: 'manual', headers, body: new URLSearchParams() }
	});
	expect(published.status).toBe(303);
	process.kill(killed.pid, 'SIGKILL');
	await killed.stop();
	expect(within((db) => made.list(db, edition))).toEqual([]);
	expect(within((db) => inspect(db).filter(({ ok }) => !ok))).toEqual([]);
	const next = await startApp({ database });
	onTestFinished(() => next.stop());
	await expect.poll(() => within((db) => made.missingFinals(db)), { timeout: 240_000 }).toEqual([]);
	expect(within((db) => made.list(db, edition))).toHaveLength(2);
});
