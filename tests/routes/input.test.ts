import fc from 'fast-check';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';

let app: App;
beforeAll(async () => {
	app = await startApp({ env: { LOG_LEVEL: 'error' } });
});
afterAll(() => app.stop());

/** Without the tidying that `fetch` does to an address. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}, body = '') {
	return new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
		const { hostname, port } = new URL(app.url);
		const asked = request(
			{ hostname, port, path, method, headers: { accept: 'text/html', ...headers } },
			(response) => {
				let text = '';
				response.setEncoding('utf8').on('data', (part: string) => (text += part));
				response.on('end', () =>
					resolve({
						status: response.statusCode!,
						type: response.headers['content-type'] ?? '',
						text
					})
				);
			}
		);
		asked.on('error', reject).end(body);
	});
}

async function answersCalmly(...asked: Parameters<typeof ask>) {
	const { status, type, text } = await ask(...asked);
	expect(status).toBeLessThan(500);
	const isFile = /^\/(_app\/|[^?]*__(data\.json|route\.js))/.test(asked[0]);
	if (isFile || asked[1] === 'HEAD' || (status >= 300 && status < 400)) return;
	expect(type).toContain('text/html');
	expect(text).toContain('<html lang="ja"');
	expect(text).toContain('href="/"');
}

describe('an odd address gets a page that a person can use', () => {
	test.each([
		'/%E0%A4%A',
		'/%',
		'/%00',
		'/resources/%2500',
		'/resources/%25zz',
		'/regions/%00/2026',
		'/regions/sakura/99999999999999999999',
		'/regions/sakura/-1',
		'//example.com/',
		'/..%2f..%2fetc/passwd',
		'/\\',
		'/?/default',
		'/?/toString',
		'/_app/remote/a/b',
		'/search/__data.json?x-sveltekit-invalidated=zz',
		'/__route.js',
		'/.env',
		`/${'a'.repeat(5000)}`,
		'/search?page=1e999&page=-1&sort=__proto__&view=constructor',
		'/search?%E0%A4%A=%ZZ&&&=&[]=1',
		'/regions/sakura/2026?v=%00'
	])('%s', async (path) => {
		await answersCalmly(path);
	});

	const piece = fc.oneof(
		fc.constantFrom(
			...[
				'/',
				'//',
				'.',
				'..',
				'%',
				'%2',
				'%2F',
				'%00',
				'%25',
				'%E3%81',
				'?',
				'&',
				'=',
				'+',
				'[',
				']'
			],
			...[
				'regions',
				'sakura',
				'2026',
				'changes',
				'errata',
				'resources',
				'search',
				'staff',
				'toString'
			],
			...[
				'q',
				'page',
				'sort',
				'view',
				'category',
				'year',
				'edition',
				'v',
				'__data.json',
				'__proto__'
			],
			...['-1', '0', '99999999999999999999', '1e9', 'null', 'sakura-2026']
		),
		fc.string({ maxLength: 8 }).map(encodeURIComponent),
		fc
			.string({ unit: 'grapheme', maxLength: 4 })
			.map((text) => encodeURIComponent(text.toWellFormed()))
	);

	test('whatever it is put together from', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
				await answersCalmly(`/${pieces.join('')}`.replace(/[^\x21-\x7e]/g, ''));
			}),
			{ numRuns: 1500 }
		);
	});
});

test('whatever is sent, by whichever method, is answered calmly', async () => {
	const type = fc.constantFrom(
		'application/x-www-form-urlencoded',
		'multipart/form-data',
		'multipart/form-data; boundary=x',
		'application/json',
		'text/plain',
		'nonsense'
	);
	const body = fc.oneof(
		fc.string({ maxLength: 200 }),
		fc.constantFrom(
			'--x\r\n\r\n',
			'--x--',
			'{',
			'a=%',
			'__proto__=1',
			'message='.padEnd(60_000, 'a')
		)
	);
	const path = fc.constantFrom(
		...['/', '/search', '/regions/sakura', '/regions/sakura/2026', '/nothing', '/resources/x'],
		...['/?/report', '/resources/x?/report', '/resources/x?/default', '/healthz']
	);
	const method = fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD');
	const site = fc.constantFrom('same-origin', 'cross-site', 'none', 'x');
	await fc.assert(
		fc.asyncProperty(
			path,
			method,
			type,
			body,
			site,
			async (...[path, method, type, body, site]) => {
				const headers = { 'content-type': type, origin: app.url, 'sec-fetch-site': site };
				const { status } = await ask(
					path,
					method,
					{ ...headers, 'content-length': String(Buffer.byteLength(body)) },
					body
				);
				expect(status).toBeLessThan(500);
			}
		),
		{ numRuns: 500 }
	);
});

test('the app has met nothing unexpected', () => {
	expect(
		app
			.logs()
			.replace(/^(Listening|編集室の準備: ).*$/gm, '')
			.trim()
	).toBe('');
});
