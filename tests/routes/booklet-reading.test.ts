import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { wordsOf } from '../support/words.ts';

let app: App;
beforeAll(async () => {
	app = await startApp();
});
afterAll(() => app.stop());

const edition = '/regions/sakura/2026';
const ask = (path: string, init: RequestInit = {}) =>
	fetch(app.url + path, { ...init, headers: { accept: 'text/html', ...init.headers } });

describe.each([
	['html', 'text/html; charset=utf-8', 'inline'],
	['epub', 'application/epub+zip', 'attachment']
])('booklet.%s', (form, type, disposition) => {
	it('is an answer with a name, a tag, and nothing to keep without asking again', async () => {
		const answer = await ask(`${edition}/booklet.${form}`);
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toBe(type);
		expect(answer.headers.get('content-disposition')).toBe(
			`${disposition}; filename="sakura-2026.${form}"`
		);
		expect(answer.headers.get('cache-control')).toBe('no-cache');
		expect(await wordsOf(answer)).toContain('さくら地域ひきこもり相談窓口');
		const tag = answer.headers.get('etag')!;
		const again = await ask(`${edition}/booklet.${form}`, { headers: { 'if-none-match': tag } });
		expect(again.status).toBe(304);
		const head = await ask(`${edition}/booklet.${form}`, { method: 'HEAD' });
		expect([head.status, head.headers.get('etag')]).toEqual([200, tag]);
	});

	it.each(['/regions/sakura/1999', '/regions/nowhere/2026'])(
		'is not there for %s',
		async (path) => {
			const answer = await ask(`${path}/booklet.${form}`);
			expect(answer.status).toBe(404);
			expect(await answer.text()).toContain('その年度版は、ここにはありません。');
		}
	);

	it('is offered on the page of its edition with its size', async () => {
		const page = await (await ask(edition)).text();
		expect(page).toMatch(new RegExp(`href="${edition}/booklet\\.${form}"[^]*?\\d(?:KB|MB)<`));
		expect(await (await ask(`${edition}?page=2`)).text()).not.toContain(`booklet.${form}`);
	});
});

describe('booklet.html', () => {
	it('may run its own script and load nothing, by its header as by itself', async () => {
		const answer = await ask(`${edition}/booklet.html`);
		const policy = answer.headers.get('content-security-policy')!;
		const html = await answer.text();
		const script = /<script>([^]*)<\/script>/.exec(html)![1]!;
		const hash = createHash('sha256').update(script).digest('base64');
		expect(policy).toContain(`default-src 'none'; script-src 'sha256-${hash}';`);
		expect(policy).toMatch(/; frame-ancestors 'none'$/);
		expect(html).toContain(policy.replace("; frame-ancestors 'none'", ''));
	});

	it('is packed for who can unpack it, and saved for who asks for that', async () => {
		const answer = await ask(`${edition}/booklet.html?download`, {
			headers: { 'accept-encoding': 'gzip' }
		});
		expect(answer.headers.get('content-encoding')).toBe('gzip');
		expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
	});
});
