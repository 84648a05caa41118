import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { japan, maxZoom, minZoom, parseTile, tileAt } from '#lib/domain/map/tile.ts';

const parse = (address: string) => {
	const [z, x, y] = address.split('/');
	return parseTile(z!, x!, y!);
};

describe('A tile address', () => {
	test.each<[string, string]>([
		['札幌', '5/28/11'],
		['東京', '5/28/12'],
		['東京駅', '18/232836/103228'],
		['那覇', '10/874/431'],
		['南鳥島', '5/29/13']
	])('of %s is %s', (_, address) => {
		const [z, x, y] = address.split('/').map(Number);
		expect(parse(address)).toEqual({ z, x, y });
	});

	test.each([
		'4/14/6',
		'19/465672/206456',
		'5/0/0',
		'5/16/10',
		'5/28/-12',
		'5/28/12.0',
		'05/28/12',
		'5/028/12',
		'5/28/1e1',
		'5/28/0xc',
		'5/28/+12',
		'5/28/ 12',
		'5/28/１２',
		'5/28/12.png',
		'5//12',
		'999999/28/12',
		'5/99999999999999999999/12'
	])('is not %s', (address) => {
		expect(parse(address)).toBeNull();
	});

	test('is what every point of Japan has at every zoom', () => {
		const point = fc.record({
			longitude: fc.double({ min: japan.west, max: japan.east, noNaN: true }),
			latitude: fc.double({ min: japan.south, max: japan.north, noNaN: true }),
			z: fc.integer({ min: minZoom, max: maxZoom })
		});
		fc.assert(
			fc.property(point, ({ longitude, latitude, z }) => {
				const tile = tileAt(longitude, latitude, z);
				expect(parseTile(String(tile.z), String(tile.x), String(tile.y))).toEqual(tile);
			})
		);
	});

	test('whatever a stranger writes: null, or the same three numbers within the map', () => {
		const part = fc.oneof(
			fc.string(),
			fc.integer().map(String),
			fc.nat(20).map(String),
			fc.double().map(String)
		);
		fc.assert(
			fc.property(part, part, part, (z, x, y) => {
				const tile = parseTile(z, x, y);
				if (!tile) return;
				expect([z, x, y]).toEqual([tile.z, tile.x, tile.y].map(String));
				expect(tile.z).toBeGreaterThanOrEqual(minZoom);
				expect(tile.z).toBeLessThanOrEqual(maxZoom);
				expect(Math.max(tile.x, tile.y)).toBeLessThan(2 ** tile.z);
			}),
			{ numRuns: 2000 }
		);
	});
});
