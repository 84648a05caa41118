import { formRefusal, isSameOrigin, refusalOf } from '#lib/server/web/request-checks.ts';
import { describe, expect, test } from 'vitest';

const origin = 'https://example.jp';
const form = 'application/x-www-form-urlencoded';

function request(method: string, headers: Record<string, string> = {}, path = '/', body?: string) {
	return new Request(origin + path, { method, headers, ...(body === undefined ? {} : { body }) });
}

describe('same origin', () => {
	test.each([
		['a form of ours', { 'sec-fetch-site': 'same-origin', origin }, true],
		['a form of ours under no-referrer', { 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
		['a form of ours without Origin', { 'sec-fetch-site': 'same-origin' }, true],
		['an older browser', { origin }, true],
		['nothing said', {}, false],
		['an older browser elsewhere', { origin: 'https://example.com' }, false],
		['an older browser that hides where', { origin: 'null' }, false],
		['another site', { 'sec-fetch-site': 'cross-site', origin }, false],
		['a sister site', { 'sec-fetch-site': 'same-site', origin }, false],
		['no site', { 'sec-fetch-site': 'none', origin: 'null' }, false],
		['ours, but not so', { 'sec-fetch-site': 'same-origin', origin: 'https://a.jp' }, false],
		['another port', { origin: `${origin}:8443` }, false],
		['plain http', { origin: 'http://example.jp' }, false]
	])('%s', (_, headers, same) => {
		expect(isSameOrigin(new Headers(headers as Record<string, string>), origin)).toBe(same);
	});
});

describe('before anything else', () => {
	test('reading is not refused, wherever it comes from', () => {
		for (const method of ['GET', 'HEAD', 'OPTIONS']) {
			expect(
				refusalOf(request(method, { 'sec-fetch-site': 'cross-site' }), origin, 65_536)
			).toBeNull();
		}
	});

	test('writing from elsewhere is refused, whatever it sends', () => {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			for (const type of [form, 'application/json', 'text/plain']) {
				const headers = { 'content-type': type, origin: 'https://example.com' };
				expect(refusalOf(request(method, headers), origin, 65_536)).toEqual({ status: 403 });
			}
		}
	});

	test('an address of more than 4 KB is refused', () => {
		expect(refusalOf(request('GET', {}, `/?q=${'a'.repeat(4000)}`), origin, 65_536)).toBeNull();
		expect(refusalOf(request('GET', {}, `/?q=${'a'.repeat(4096)}`), origin, 65_536)).toEqual({
			status: 414
		});
	});

	test('a body that is too large, or of unknown size, is refused', () => {
		const sized = (length?: string) =>
			refusalOf(
				request('POST', { origin, ...(length ? { 'content-length': length } : {}) }),
				origin,
				65_536
			);
		expect(sized('65536')).toBeNull();
		expect(sized('65537')).toEqual({ status: 413 });
		expect(sized('many')).toEqual({ status: 413 });
		expect(sized()).toEqual({ status: 411 });
	});
});

describe('a form', () => {
	test('that can be read is let through and can still be read', async () => {
		const good = request('POST', { 'content-type': form }, '/', 'a=1');
		expect(await formRefusal(good)).toBeNull();
		expect((await good.formData()).get('a')).toBe('1');
	});

	test.each([
		['multipart/form-data', 'a=1'],
		['multipart/form-data; boundary=x', 'broken'],
		['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1']
	])('that breaks off is refused: %s', async (type, body) => {
		const bad = request('POST', { 'content-type': type }, '/', body);
		expect(await formRefusal(bad)).toEqual({ status: 400 });
	});

	test.each([
		'text/plain',
		'text/plain;charset=UTF-8',
		'application/x-sveltekit-formdata',
		'application/xml',
		'application/json-seq',
		'application/x-www-form-urlencodedx',
		'multipart/form-datax; boundary=x'
	])('that nobody can read as one is no form: %s', async (type) => {
		const odd = request('POST', { 'content-type': type }, '/', 'a=1');
		expect(await formRefusal(odd)).toEqual({ status: 415 });
	});

	test.each(['__proto__', 'eases.__proto__', 'schedules.0.__proto__'])(
		'with a field of the name %s is refused',
		async (name) => {
			const body = new URLSearchParams({ [name]: 'yes' }).toString();
			expect(await formRefusal(request('POST', { 'content-type': form }, '/', body))).toEqual({
				status: 422
			});
		}
	);

	test('is not looked for where there is none', async () => {
		expect(await formRefusal(request('GET'))).toBeNull();
		const json = request('POST', { 'content-type': 'application/json' }, '/', '{');
		expect(await formRefusal(json)).toBeNull();
	});
});
