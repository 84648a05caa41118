import { acceptsGzip, deliver, finish } from '#lib/server/web/delivery.ts';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const long = 'あいうえお'.repeat(500);
const options = { cacheControl: 'no-cache', inGzip: false };
const compressed = { ...options, inGzip: true };
const page = (body = long, init: ResponseInit = {}) =>
	new Response(body, {
		...init,
		headers: { 'content-type': 'text/html', etag: '"weak"', ...init.headers }
	});
const asking = (headers: Record<string, string> = {}) => new Headers(headers);

test('the same bytes have the same strong tag, others another', async () => {
	const tag = async (body: string) =>
		deliver(await finish(page(body), options), asking()).headers.get('etag');
	expect(await tag('one')).toBe(await tag('one'));
	expect(await tag('one')).not.toBe(await tag('two'));
	expect(await tag('one')).toMatch(/^"[\w-]{27}"$/);
});

test('text is sent compressed to those who can read it, under a tag of its own', async () => {
	const plain = deliver(await finish(page(), options), asking());
	const small = deliver(await finish(page(), compressed), asking());
	expect(await plain.text()).toBe(long);
	expect(plain.headers.get('content-encoding')).toBeNull();
	const bytes = Buffer.from(await small.arrayBuffer());
	expect(gunzipSync(bytes).toString()).toBe(long);
	expect(small.headers.get('content-length')).toBe(String(bytes.byteLength));
	expect(small.headers.get('etag')).not.toBe(plain.headers.get('etag'));
	for (const response of [plain, small]) {
		expect(response.headers.get('vary')).toBe('accept-encoding');
	}
});

test.each([
	['short text', page('short')],
	['a picture', page(long, { headers: { 'content-type': 'image/png' } })]
])('%s is not compressed', async (_, response) => {
	const sent = deliver(await finish(response, compressed), asking());
	expect(sent.headers.get('content-encoding')).toBeNull();
	expect(sent.headers.get('vary')).toBeNull();
});

test.each(['text/csv', 'application/json', 'application/geo+json', 'image/svg+xml'])(
	'%s is compressed too',
	async (type) => {
		const answer = await finish(page(long, { headers: { 'content-type': type } }), compressed);
		expect(gunzipSync(answer.body).toString()).toBe(long);
	}
);

test.each([
	[null, false],
	['', false],
	['br', false],
	['gzip', true],
	['GZIP', true],
	['br;q=1.0, gzip;q=0.8', true],
	['*', true],
	['gzip;q=0', false],
	['gzip; q=0.0', false],
	['x-gzipped', false]
])('accept-encoding %s', (value, accepted) => {
	expect(acceptsGzip(asking(value === null ? {} : { 'accept-encoding': value }))).toBe(accepted);
});

test('who has the answer already gets 304, in whichever encoding it came', async () => {
	const answers = [await finish(page(), options), await finish(page(), compressed)];
	const tags = answers.map((answer) => deliver(answer, asking()).headers.get('etag')!);
	for (const answer of answers) {
		for (const known of [...tags, `W/${tags[0]}`, `"other", ${tags[1]}`, '*']) {
			const again = deliver(answer, asking({ 'if-none-match': known }));
			expect(again.status, known).toBe(304);
			expect(await again.text()).toBe('');
			expect(again.headers.get('cache-control')).toBe('no-cache');
			expect(again.headers.get('content-encoding')).toBeNull();
		}
		expect(deliver(answer, asking({ 'if-none-match': '"other"' })).status).toBe(200);
	}
});

test('an error is never answered with 304', async () => {
	const answer = await finish(page(), options);
	const sent = deliver(answer, asking({ 'if-none-match': '*' }), 404);
	expect(sent.status).toBe(404);
	expect(sent.headers.get('etag')).toBeNull();
});

test('what a route says about keeping is left, else the given word is said', async () => {
	const said = await finish(page(long, { headers: { 'cache-control': 'no-store' } }), options);
	expect(deliver(said, asking()).headers.get('cache-control')).toBe('no-store');
	const silent = await finish(page(), options);
	expect(deliver(silent, asking()).headers.get('cache-control')).toBe('no-cache');
});

test('a redirect goes through without a body', async () => {
	const response = new Response(null, { status: 303, headers: { location: '/regions/sakura' } });
	const sent = deliver(await finish(response, options), asking(), 303);
	expect(sent.status).toBe(303);
	expect(sent.headers.get('location')).toBe('/regions/sakura');
	expect(sent.body).toBeNull();
});

test('an answer can be sent more than once', async () => {
	const answer = await finish(page(), options);
	await deliver(answer, asking()).text();
	expect(await deliver(answer, asking()).text()).toBe(long);
});

test('every cookie of an answer reaches the browser', async () => {
	const response = new Response('');
	response.headers.append('set-cookie', 'a=1');
	response.headers.append('set-cookie', 'b=2');
	const finished = await finish(response, { cacheControl: 'no-store', inGzip: false });
	expect(deliver(finished, new Headers()).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
});
