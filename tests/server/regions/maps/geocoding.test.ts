import { describe, expect, onTestFinished, test } from 'vitest';
import { createGeocoder, foundIn, mostFound } from '#lib/server/regions/maps/geocoding.ts';
import { startTileServer } from '../../../support/tile-server.ts';

const feature = (title: string, longitude = 139.06, latitude = 36.39) => ({
	type: 'Feature',
	geometry: { type: 'Point', coordinates: [longitude, latitude] },
	properties: { title }
});

/** Somebody else's server, and an asker of it. Only silence is given up on: a busy machine takes its time. */
async function standIn(body: string, { status = 200, timeout = 60_000 } = {}) {
	const server = await startTileServer();
	onTestFinished(() => server.stop());
	server.answer = (_, response) => void response.writeHead(status).end(body);
	const address = server.address.replace(/\/map.*/, '');
	return { server, geocoder: createGeocoder({ upstream: `${address}/find?q={q}`, timeout }) };
}

describe('an address', () => {
	test('is looked up by the server, which sends nothing but the address', async () => {
		const { server, geocoder } = await standIn(JSON.stringify([feature('群馬県前橋市')]));
		expect(geocoder.host).toMatch(/^127\.0\.0\.1:/);
		expect(await geocoder.find(' 群馬県前橋市大手町１&x=1 ', 'editor')).toEqual([
			{ name: '群馬県前橋市', latitude: 36.39, longitude: 139.06 }
		]);
		const [{ path, headers }] = server.asked as [(typeof server.asked)[0]];
		expect(path).toBe(`/find?q=${encodeURIComponent('群馬県前橋市大手町１&x=1')}`);
		expect(headers.cookie ?? headers.referer).toBeUndefined();
	});

	test('is asked of nobody when that is off', async () => {
		const geocoder = createGeocoder({ upstream: 'off' });
		expect(geocoder.host).toBeNull();
		expect(await geocoder.find('群馬県前橋市', 'editor')).toBeNull();
	});

	test.each([
		['no JSON', '<html>', 200],
		['another shape', '{"a":1}', 200],
		['an error', '[]', 500],
		['another address', '', 302],
		['far too much', `["${'a'.repeat(300_000)}"]`, 200]
	])('gets no answer from a server that says %s', async (_, body, status) => {
		const { geocoder } = await standIn(body, { status });
		expect(await geocoder.find('前橋市', 'editor')).toBeNull();
	});

	test('is asked for so often by an account, and by all together, and no more', async () => {
		const { server, geocoder } = await standIn('[]');
		const ask = async (times: number, by: string) => {
			const answers = await Promise.all(
				Array.from({ length: times }, () => geocoder.find('前', by))
			);
			return answers.filter((answer) => answer !== 'too-many').length;
		};
		expect(await ask(70, 'a')).toBe(60);
		expect(await ask(70, 'b')).toBe(60);
		for (const by of ['c', 'd', 'e', 'f', 'g']) await ask(70, by);
		expect(await ask(1, 'h')).toBe(0);
		expect(server.asked).toHaveLength(300);
	});

	test('gets no answer from a server that is silent', async () => {
		const { server, geocoder } = await standIn('', { timeout: 100 });
		server.answer = () => undefined;
		expect(await geocoder.find('前橋市', 'editor')).toBeNull();
	});
});

test('an answer is read as far as it makes sense: few, in Japan, short names', () => {
	const many = Array.from({ length: 9 }, (_, at) => feature(`${at}`));
	expect(foundIn({ type: 'FeatureCollection', features: many })).toHaveLength(mostFound);
	const odd = [
		...[null, 1, {}, { geometry: { type: 'Point', coordinates: ['139', '36'] } }],
		...[feature('ロンドン', 0, 51), { ...feature(''), geometry: { type: 'Polygon' } }]
	];
	expect(foundIn(odd)).toEqual([]);
	expect(foundIn([feature('あ'.repeat(500))])[0]!.name).toHaveLength(100);
});
