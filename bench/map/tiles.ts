import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Tile } from '#lib/domain/map/tile.ts';
import { createTiles } from '#lib/server/regions/maps/tiles.ts';
import { freePort, startApp } from '../../tests/support/app.ts';
import { picture, startTileServer } from '../../tests/support/tile-server.ts';
import { note, within, type Extra } from '../search/extra.ts';
import { percentile } from '../search/figures.ts';

const tiles: Tile[] = Array.from({ length: 200 }, (_, n) => ({
	z: 14,
	x: 14540 + (n % 20),
	y: 6440 + Math.floor(n / 20)
}));
const asked = 3000;
const pathOf = ({ z, x, y }: Tile) => `/tiles/${z}/${x}/${y}`;

async function timed(act: () => Promise<unknown>): Promise<number> {
	const begin = performance.now();
	await act();
	return performance.now() - begin;
}

async function repeat(act: (tile: Tile) => Promise<unknown>): Promise<number[]> {
	const times: number[] = [];
	for (let n = 0; n < asked; n++) {
		times.push(await timed(() => act(tiles[(n * 37) % tiles.length]!)));
	}
	return times;
}

/** The proxy by itself and in the built app, before a tile server that answers after 50 ms. */
export async function measureTiles(): Promise<Extra[]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'bench-tiles-'));
	const server = await startTileServer();
	server.answer = ({ url }, response) =>
		void setTimeout(() => {
			response.writeHead(200, { 'content-type': 'image/png' }).end(picture(url!, 20_000));
		}, 50);
	const setting = { upstream: server.address, maxBytes: 2 ** 28, days: 30 };
	const proxy = createTiles({ ...setting, folder: path.join(folder, 'alone') });
	for (const tile of tiles) await proxy.get(tile);
	const alone = await repeat((tile) => proxy.get(tile));

	const app = await startApp({
		database: path.join(folder, 'bookmark.db'),
		env: { TILES_UPSTREAM: server.address, LOG_LEVEL: 'debug' }
	});
	const get = async (address: string) => (await fetch(app.url + address)).arrayBuffer();
	await Promise.all(tiles.map((tile) => get(pathOf(tile))));
	const already = app.logs().length;
	const served = await repeat((tile) => get(pathOf(tile)));
	const inTheApp = timesIn(app.logs().slice(already));
	const health = await repeat(() => get('/healthz'));
	const before = server.asked.length;
	await Promise.all(Array.from({ length: 200 }, () => get('/tiles/15/29100/12900')));
	const fetches = server.asked.length - before;
	await app.stop();
	await server.stop();

	const dead = [
		...(await withoutAnswer(folder, 'silent')),
		...(await withoutAnswer(folder, 'refusing'))
	];
	rmSync(folder, { recursive: true });
	return [
		within('a tile from the cache: p95', percentile(alone, 0.95), 2),
		within('the same in the built app, as its log says: p95', percentile(inTheApp, 0.95), 2),
		note(
			'the same over HTTP: p50, p95 (beside /healthz)',
			`${spread(served)} ms (${spread(health)} ms)`
		),
		{
			what: '200 requests at once for one missing tile: fetches',
			figure: `${fetches}`,
			asked: '1',
			reached: fetches === 1
		},
		...dead
	];
}

const spread = (times: number[]) =>
	[0.5, 0.95].map((share) => percentile(times, share).toFixed(2)).join(', ');

function timesIn(log: string): number[] {
	return log
		.split('\n')
		.filter((line) => line.includes('"/tiles/[z]/[x]/[y]"') && line.endsWith('}'))
		.map((line) => (JSON.parse(line) as { ms: number }).ms);
}

async function withoutAnswer(folder: string, how: 'silent' | 'refusing'): Promise<Extra[]> {
	const server = await startTileServer();
	server.answer = () => {};
	const nobody = `http://127.0.0.1:${await freePort()}/{z}/{x}/{y}.png`;
	const app = await startApp({
		database: path.join(folder, `${how}.db`),
		env: {
			TILES_UPSTREAM: how === 'silent' ? server.address : nobody,
			TILES_FOLDER: path.join(folder, `${how}-tiles`),
			LOG_LEVEL: 'warn'
		}
	});
	const get = async (address: string) => (await fetch(app.url + address)).arrayBuffer();
	const first = await timed(() => get('/tiles'));
	const impatient = await timed(() =>
		Promise.all(tiles.slice(0, 40).map((tile) => get(pathOf(tile))))
	);
	const later = await timed(() => get('/tiles'));
	const tile = await timed(() => get(pathOf(tiles[50]!)));
	await app.stop();
	await server.stop();
	const what = `a ${how} tile server`;
	return [
		within(`${what}: told that there are no tiles`, first, 500),
		within(`${what}: 40 tiles asked for all the same, refused after`, impatient, 3500),
		within(`${what}: told again`, later, 50),
		within(`${what}: one more tile refused after`, tile, 50)
	];
}
