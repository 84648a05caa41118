import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { startApp, type App } from '../support/app.ts';
import { content, now, world } from '../support/world.ts';

/** Only its beginning is ever typed. */
const canary = { name: 'かなりあのよみかた', organization: 'めじろのよみかた' };
const by = 'editor';
const folder = mkdtempSync(join(tmpdir(), 'readings-'));
let app: App;
let id: string;

beforeAll(async () => {
	const database = join(folder, 'a.db');
	const { db, region } = world(database);
	const made = resources.create(db, {
		regionId: region.id,
		content: content({ name: '月光荘', organization: { name: '日光会' } }),
		by,
		at: now,
		readingOf: (name) => (name === '日光会' ? canary.organization : canary.name)
	});
	id = made.resourceId;
	const edition = editions.open(db, { regionId: region.id, year: 2027, by, at: now });
	editions.pin(db, edition, { ...made, verificationId: null });
	editions.lock(db, edition, { by, at: now });
	editions.publish(db, edition, { by, at: now });
	close(db);
	app = await startApp({ database });
});
afterAll(async () => {
	await app.stop();
	rmSync(folder, { recursive: true });
});

test.each([
	'/api/search?q=かなりあ',
	'/api/search?q=めじろ',
	'/api/search?q=kanaria&region=gunma&year=2027',
	'/api/suggest?q=かなりあ',
	'/search?q=かなりあ',
	'/search/__data.json?q=かなりあ',
	'/regions/gunma?q=めじろ',
	'/regions/gunma/2027?q=kanaria',
	'/regions/gunma/__data.json'
])('%s finds a place by a reading that was made, and does not tell it', async (path) => {
	const response = await fetch(app.url + encodeURI(path), { headers: { accept: 'text/html' } });
	expect(response.status).toBe(200);
	const text = await response.text();
	expect(text).toContain('月光荘');
	expect(text).not.toMatch(/よみかた|ヨミカタ|yomikata/u);
});

test('no page of the place tells a reading that was made', async () => {
	for (const path of [`/resources/${id}`, `/resources/${id}?edition=gunma-2027`]) {
		const text = await (await fetch(app.url + path, { headers: { accept: 'text/html' } })).text();
		expect(text).toContain('月光荘');
		expect(text).not.toMatch(/かなりあ|めじろ|よみかた/u);
	}
});

test('why it was found says that a reading did it, of all that was typed nothing', async () => {
	const response = await fetch(`${app.url}/api/search?q=${encodeURIComponent('かなりあ')}`);
	const { results } = (await response.json()) as { results: { name: string; why: string[] }[] };
	expect(results).toMatchObject([{ name: '月光荘', why: ['読みかたで見つかりました'] }]);
});
