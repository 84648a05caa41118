import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { picture, sendPicture, startTileServer, type TileServer } from '../support/tile-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'tiles-'));
let server: TileServer;
let app: App;

beforeAll(async () => {
	server = await startTileServer();
	app = await startApp({
		database: join(folder, 'bookmark.db'),
		env: { TILES_UPSTREAM: server.address, TILES_CREDIT: 'さくら市', LOG_LEVEL: 'debug' }
	});
});
afterAll(async () => {
	await app.stop();
	await server.stop();
	rmSync(folder, { recursive: true });
});

const tokyo = '/tiles/12/3637/1612';
const get = (path: string, init: RequestInit = {}) => fetch(app.url + path, init);

describe('Map tiles', () => {
	test('come from our own address, and a browser may keep them', async () => {
		const response = await get(tokyo);
		expect(response.status).toBe(200);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			'content-type': 'image/png',
			'cache-control': 'public, max-age=604800',
			'content-length': '1000',
			'x-content-type-options': 'nosniff'
		});
		expect(Buffer.from(await response.arrayBuffer())).toEqual(picture('/map/12/3637/1612.png'));
		await vi.waitFor(() => expect(readdirSync(folder)).toContain('tiles'));
	});

	test('answer HEAD, and 304 to who has them', async () => {
		const head = await get(tokyo, { method: 'HEAD' });
		expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0]);
		const again = await get(tokyo, { headers: { 'if-none-match': head.headers.get('etag')! } });
		expect(again.status).toBe(304);
	});

	test.each([
		'/tiles/3/1/1',
		'/tiles/12/0/0',
		'/tiles/12/3637/1612.png',
		'/tiles/a/b/c',
		'/tiles/12/-1/0'
	])('are not found at %s', async (path) => {
		const before = server.asked.length;
		const response = await get(path);
		expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
		expect(server.asked.length).toBe(before);
	});

	test('are not for sending anything to', async () => {
		const response = await get(tokyo, { method: 'POST', headers: { origin: app.url }, body: 'a' });
		expect(response.status).toBe(405);
	});

	test('tell the upstream nothing of the reader, and the log nothing of the place', async () => {
		const secret = 'kojin-no-himitsu';
		await get(`/tiles/14/14551/6451?secret=${secret}`, {
			headers: {
				cookie: `a=${secret}`,
				referer: `https://example.jp/${secret}`,
				'user-agent': secret,
				'accept-language': 'x-himitsu',
				'x-forwarded-for': '192.0.2.77'
			}
		});
		expect(server.asked.at(-1)?.path).toBe('/map/14/14551/6451.png');
		expect(JSON.stringify(server.asked)).not.toMatch(/himitsu|192\.0\.2/);
		expect(app.logs()).toContain('/tiles/[z]/[x]/[y]');
		expect(app.logs()).not.toMatch(/14551|himitsu|192\.0\.2/);
	});

	test('are announced with whose they are', async () => {
		const response = await get('/tiles');
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(await response.json()).toEqual({
			available: true,
			attribution: 'さくら市',
			maxZoom: 18,
			invented: true
		});
	});

	test('that cannot be had are refused at once and not kept, and come back', async () => {
		server.answer = (_, response) => void response.writeHead(500).end();
		onTestFinished(() => void (server.answer = sendPicture));
		for (const x of [3630, 3631, 3632, 3633]) {
			const response = await get(`/tiles/12/${x}/1612`);
			expect([response.status, response.headers.get('cache-control')]).toEqual([503, 'no-store']);
		}
		expect(await (await get('/tiles')).json()).toMatchObject({ available: false });
		expect((await get(tokyo)).status).toBe(200);
		expect(app.logs()).toContain('"event":"tiles stopped"');
	});

	test('that are off are announced as such', async () => {
		const other = await startApp();
		onTestFinished(() => other.stop());
		expect((await fetch(other.url + tokyo)).status).toBe(503);
		expect(await (await fetch(`${other.url}/tiles`)).json()).toMatchObject({ available: false });
	});
});
