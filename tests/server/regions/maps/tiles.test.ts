import { existsSync, globSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Tile } from '#lib/domain/map/tile.ts';
import { createTiles, type Tiles, type TilesOptions } from '#lib/server/regions/maps/tiles.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import {
	picture,
	sendPicture,
	startTileServer,
	type TileServer
} from '../../../support/tile-server.ts';

let server: TileServer;
let folder: string;

beforeEach(async () => {
	server = await startTileServer();
	folder = join(temporaryFolder(), 'tiles');
	onTestFinished(() => server.stop());
});

const make = (options: Partial<TilesOptions> = {}): Tiles =>
	createTiles({
		upstream: server.address,
		folder,
		maxBytes: 2 ** 20,
		days: 30,
		timeout: patience.timeout,
		...options
	});
const tile = (n = 0): Tile => ({ z: 12, x: 3600 + (n % 50), y: 1600 + Math.floor(n / 50) });
const pathOf = ({ z, x, y }: Tile) => `/map/${z}/${x}/${y}.png`;
const files = () => globSync('**/*', { cwd: folder }).filter((file) => file.includes('.tile'));
const onDisk = () =>
	files().reduce(
		(sum, file) =>
			sum +
			Math.ceil((statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0) / 4096) * 4096,
		0
	);
/** A busy machine takes its time. */
const patience = { timeout: 60_000 };
const settled = async (tiles: Tiles, count: number) => {
	await vi.waitFor(
		() => expect(files().filter((file) => file.endsWith('.tile')).length).toBe(count),
		patience
	);
	await vi.waitFor(() => expect(tiles.bytes).toBe(onDisk()), patience);
};

describe('A tile', () => {
	test('is fetched once and kept, also for the next run', async () => {
		const tiles = make();
		const image = await tiles.get(tile());
		expect(image).toEqual({ type: 'image/png', body: picture(pathOf(tile())) });
		await settled(tiles, 1);
		expect(await tiles.get(tile())).toEqual(image);
		const next = make();
		expect(await next.get(tile())).toEqual(image);
		expect(next.bytes).toBe(onDisk());
		expect(server.asked.length).toBe(1);
	});

	test('that 200 ask for at the same time is fetched once', async () => {
		server.answer = (request, response) =>
			void setTimeout(() => sendPicture(request, response), 50);
		const tiles = make();
		const images = await Promise.all(Array.from({ length: 200 }, () => tiles.get(tile())));
		expect(images.every((image) => image?.body.equals(picture(pathOf(tile()))))).toBe(true);
		expect(server.asked.length).toBe(1);
	});

	test('is asked for with its address and nothing of a reader', async () => {
		await make().get(tile());
		const [{ path, headers }] = server.asked as [TileServer['asked'][0]];
		expect(path).toBe(pathOf(tile()));
		expect(Object.keys(headers).sort()).toEqual([
			'accept',
			'accept-encoding',
			'accept-language',
			'connection',
			'host',
			'sec-fetch-mode',
			'user-agent'
		]);
		expect(headers['accept-language']).toBe('*');
		expect(headers['user-agent']).toBe('chiiki-bookmark');
	});

	test('that is damaged on the disk is fetched anew', async () => {
		const tiles = make();
		const image = await tiles.get(tile());
		await settled(tiles, 1);
		const file = join(folder, files()[0]!);
		const whole = readFileSync(file);
		for (const damage of [
			() => truncateSync(file, 500),
			() => truncateSync(file, 0),
			() => writeFileSync(file, Buffer.concat([whole.subarray(0, 900), Buffer.alloc(132, 1)]))
		]) {
			damage();
			const before = server.asked.length;
			const again = make();
			expect(await again.get(tile())).toEqual(image);
			expect(server.asked.length).toBe(before + 1);
			await settled(again, 1);
			expect(readFileSync(file).equals(whole)).toBe(true);
		}
	});

	test('that is old is shown as it was, and fetched for the next reader', async () => {
		let now = Date.parse('2026-11-22T12:34:56Z');
		const tiles = make({ days: 7, now: () => now });
		await tiles.get(tile());
		await settled(tiles, 1);
		now += 8 * 86_400_000;
		server.answer = (_, response) =>
			void response.writeHead(200, { 'content-type': 'image/png' }).end(picture('new'));
		expect((await tiles.get(tile()))?.body).toEqual(picture(pathOf(tile())));
		await vi.waitFor(
			async () => expect((await tiles.get(tile()))?.body).toEqual(picture('new')),
			patience
		);
		expect(server.asked.length).toBe(2);
	});

	test('leaves on the disk the day it was used and no time', async () => {
		const now = Date.parse('2026-11-22T12:34:56Z');
		const tiles = make({ now: () => now });
		await tiles.get(tile());
		await settled(tiles, 1);
		await make({ now: () => now + 86_400_000 }).get(tile());
		const seen = () => statSync(join(folder, files()[0]!));
		await vi.waitFor(
			() => expect(seen().atime.toISOString()).toBe('2026-11-23T00:00:00.000Z'),
			patience
		);
		expect(seen().mtime.toISOString()).toBe('2026-11-22T00:00:00.000Z');
	});
});

describe('The cache', () => {
	const maxBytes = 10 * 4096;

	test('puts out what was not used for longest, over a restart too', async () => {
		let now = Date.parse('2026-11-01T00:00:00Z');
		const first = make({ maxBytes, now: () => now });
		for (let n = 0; n < 10; n++) {
			await first.get(tile(n));
			await settled(first, n + 1);
			now += 86_400_000;
		}
		await first.get(tile(0));
		const seen = () => files().map((file) => statSync(join(folder, file)).atimeMs);
		await vi.waitFor(() => expect(Math.max(...seen())).toBe(now), patience);
		const next = make({ maxBytes, now: () => now });
		await next.get(tile(10));
		await vi.waitFor(
			() => expect(files().some((file) => file.includes('3610-'))).toBe(true),
			patience
		);
		const kept = files().map((file) => Number(/12-(\d+)-/.exec(file)![1]) - 3600);
		expect(kept.sort((a, b) => a - b)).toEqual([0, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	});

	test('counts at the start what is there, makes it fit a smaller bound, and leaves other files', async () => {
		const tiles = make({ maxBytes });
		for (let n = 0; n < 10; n++) await tiles.get(tile(n));
		await settled(tiles, 10);
		const [one] = files() as [string];
		const half = join(folder, `${one}.00000000-0000-4000-8000-000000000000.part`);
		writeFileSync(half, 'a');
		writeFileSync(join(folder, 'notes.txt'), 'mine');
		const smaller = make({ maxBytes: 4 * 4096 });
		await smaller.get(tile(0));
		await vi.waitFor(() => expect(existsSync(half)).toBe(false), patience);
		await vi.waitFor(() => expect(onDisk()).toBeLessThanOrEqual(4 * 4096), patience);
		await settled(smaller, 4);
		expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
	});

	test('of no megabytes keeps nothing, and tiles come all the same', async () => {
		const tiles = make({ maxBytes: 0 });
		expect(await tiles.get(tile())).not.toBeNull();
		expect(await tiles.get(tile())).not.toBeNull();
		expect([server.asked.length, files().length, tiles.bytes]).toEqual([2, 0, 0]);
	});

	test('that cannot be written does without', async () => {
		writeFileSync(folder, 'a file in its place');
		const tiles = make();
		expect(await tiles.get(tile())).not.toBeNull();
		expect(await tiles.get(tile())).not.toBeNull();
		await vi.waitFor(() => expect(tiles.bytes).toBe(0), patience);
	});
});

describe('An answer that is no tile', () => {
	const send = (status: number, headers: Record<string, string>, body: Buffer | string = '') => {
		server.answer = (_, response) => void response.writeHead(status, headers).end(body);
	};

	test.each<[string, () => void]>([
		['a page', () => send(200, { 'content-type': 'text/html' }, '<p>')],
		['a page that calls itself an image', () => send(200, { 'content-type': 'image/png' }, '<p>')],
		[
			'an image that calls itself a page',
			() => send(200, { 'content-type': 'text/html' }, picture('a'))
		],
		['a drawing', () => send(200, { 'content-type': 'image/svg+xml' }, '<svg/>')],
		['too large', () => send(200, { 'content-type': 'image/png' }, picture('a', 512 * 1024 + 1))],
		['nothing', () => send(200, { 'content-type': 'image/png' })],
		['a failure', () => send(500, {})],
		['a refusal', () => send(403, {})],
		['a wrong address', () => send(404, {})],
		['cut off', () => void (server.answer = (_, { socket }) => void socket!.destroy())]
	])('(%s) is not passed on and not kept', async (_, answer) => {
		answer();
		const tiles = make();
		expect(await tiles.get(tile())).toBeNull();
		expect(files()).toEqual([]);
	});

	test('sends the app nowhere else', async () => {
		const other = await startTileServer();
		onTestFinished(() => other.stop());
		send(302, { location: other.address.replace('{z}/{x}/{y}', '5/28/12') });
		expect(await make().get(tile())).toBeNull();
		expect(other.asked).toEqual([]);
	});

	test('as large as allowed is one', async () => {
		send(200, { 'content-type': 'image/png; a=b' }, picture('a', 512 * 1024));
		expect((await make().get(tile()))?.body.byteLength).toBe(512 * 1024);
	});

	test('where there is no map, once there was one, is an empty square', async () => {
		const tiles = make();
		await tiles.get(tile(0));
		send(404, {});
		const image = await tiles.get(tile(1));
		expect([image?.type, image?.body.byteLength]).toEqual(['image/png', 68]);
	});
});

describe('A tile server that does not answer', () => {
	const silence = () => void (server.answer = () => {});

	test('is given up on, asked again after a pause, and believed again', async () => {
		let now = 0;
		const said: boolean[] = [];
		// Silence is over when the server has been asked: no clock decides what a busy machine gets done.
		let limit = new AbortController();
		const timeout = vi
			.spyOn(AbortSignal, 'timeout')
			.mockImplementation(() => (limit = new AbortController()).signal);
		onTestFinished(() => timeout.mockRestore());
		server.answer = () => limit.abort();
		const tiles = make({ pause: 1000, now: () => now, changed: (is) => said.push(is) });
		expect(await tiles.isAvailable()).toBe(false);
		await expect.poll(() => said).toEqual([true]);
		const before = server.asked.length;
		for (let n = 0; n < 50; n++) expect(await tiles.get(tile(n))).toBeNull();
		expect(server.asked.length).toBe(before);

		now += 1000;
		expect(await tiles.isAvailable()).toBe(false);
		await expect.poll(() => server.asked.length).toBe(before + 1);
		now += 1000;
		expect(await tiles.get(tile())).toBeNull();
		expect(server.asked.length).toBe(before + 1);

		now += 10_000;
		server.answer = sendPicture;
		await expect.poll(() => tiles.isAvailable()).toBe(true);
		expect(await tiles.get(tile())).not.toBeNull();
		expect(said).toEqual([true, false]);
	});

	test('is given up on after three failures when it has answered before', async () => {
		const tiles = make();
		await tiles.get(tile(0));
		server.answer = (_, response) => void response.writeHead(500).end();
		for (let n = 1; n < 10; n++) expect(await tiles.get(tile(n))).toBeNull();
		expect(server.asked.length).toBe(4);
		expect(await tiles.get(tile(0))).not.toBeNull();
		expect(await tiles.isAvailable()).toBe(false);
	});

	test('lets nobody wait behind others: 100 tiles are refused after one time-out', async () => {
		silence();
		const tiles = make({ timeout: 100 });
		const images = await Promise.all(Array.from({ length: 100 }, (_, n) => tiles.get(tile(n))));
		expect(images.every((image) => image === null)).toBe(true);
		expect(server.asked.length).toBeLessThanOrEqual(6);
	});

	test('is not waited for by whoever asks whether there are tiles', async () => {
		silence();
		const tiles = make({ timeout: 60_000 });
		expect(await Promise.race([tiles.isAvailable(), wait(20_000, 'waited')])).toBe(false);
		// Nobody waits anew for the same answer.
		const again = await Promise.race([tiles.isAvailable(), wait(100, 'waited')]);
		expect(again).toBe(false);
		expect(server.asked.length).toBe(1);
	});

	test('that is off is never asked, and nothing is written', async () => {
		const tiles = make({ upstream: 'off' });
		expect([await tiles.get(tile()), await tiles.isAvailable()]).toEqual([null, false]);
		expect(existsSync(folder)).toBe(false);
	});
});

test('The Survey Institute is named for its tiles, and whoever the operator names for others', () => {
	const upstream = 'https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png';
	expect(make({ upstream }).attribution).toBe('地理院タイル');
	expect(make().attribution).toBe('');
	expect(make({ attribution: 'さくら市' }).attribution).toBe('さくら市');
});
