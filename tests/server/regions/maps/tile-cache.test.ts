import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Tile } from '#lib/domain/map/tile.ts';
import { createCache, type TileCache } from '#lib/server/regions/maps/tiles/cache.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { picture } from '../../../support/tile-server.ts';

const block = 4096;
const fits = 10;
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);
const tile = (n: number): Tile => ({ z: 12, x: 3600 + n, y: 1600 });

let folder: string;
let cache: TileCache;
beforeEach(() => {
	folder = temporaryFolder();
	cache = createCache({ folder, maxBytes: fits * block, days: 30, now: () => 0 });
});

const write = (n: number) => cache.write(tile(n), { type: 'image/png', body: picture(String(n)) });
const files = () => globSync('**/*.tile', { cwd: folder });
const blocksOnDisk = () =>
	files().reduce((sum, file) => sum + Math.ceil(statSync(join(folder, file)).size / block), 0);
const held = async (among: number[]) => {
	const read = await Promise.all(among.map(async (n) => ((await cache.read(tile(n))) ? [n] : [])));
	return read.flat();
};

describe('The cache of tiles', () => {
	test('holds as many as fit when ten are written at once over ten others', async () => {
		await Promise.all(numbers(0, fits).map(write));
		for (let from = fits; from <= 10 * fits; from += fits) {
			await Promise.all(numbers(from, fits).map(write));
			expect([files().length, blocksOnDisk(), cache.bytes]).toEqual([fits, fits, fits * block]);
			expect(await held(numbers(from - fits, 2 * fits))).toEqual(numbers(from, fits));
		}
	});

	test('holds as many as fit when more than that are written at once', async () => {
		await Promise.all(numbers(0, 3 * fits).map(write));
		expect([files().length, cache.bytes]).toEqual([fits, fits * block]);
	});

	test('counts a tile once that several write at once', async () => {
		await Promise.all([0, 0, 0, 1].map(write));
		expect([files().length, cache.bytes]).toEqual([2, 2 * block]);
	});
});
