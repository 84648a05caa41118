import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weigh } from '../../bench/weight.ts';
import { startApp, type App } from '../support/app.ts';

const origin = 'https://shiori.example.jp';
/** 居場所カフェ ひだまり, of the sample. */
const id = '97157a64-6e8e-453c-86ab-de9886437ca0';
let app: App;
beforeAll(async () => {
	app = await startApp({ env: { ORIGIN: origin } });
});
afterAll(() => app.stop());

/** Asked for under another name, as somebody might who wants addresses to lead elsewhere. */
function text(path: string, host: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const headers = { host, accept: 'text/html' };
		request(app.url + path, { headers }, (response) => {
			let all = '';
			response.setEncoding('utf8').on('data', (part: string) => (all += part));
			response.on('end', () => resolve(all));
		})
			.on('error', reject)
			.end();
	});
}

describe.each(['handout', 'poster', 'poster?style=strips'])('%s', (path) => {
	it('leads to the configured origin, under whatever name it is asked for', async () => {
		const page = await text(`/resources/${id}/${path}`, '127.0.0.1');
		expect(page).toContain(`${origin}/resources/${id}`);
		expect(page).not.toContain('127.0.0.1');
		expect(await text(`/resources/${id}/${path}`, 'shiori.example.jp')).toBe(page);
		expect(await text(`/resources/${id}/${path}`, 'elsewhere.example.com')).not.toContain(id);
	});
});

it('a place that is not there has no paper', async () => {
	for (const paper of ['handout', 'card', 'poster', 'letter']) {
		for (const nobody of ['00000000-0000-4000-8000-000000000000', 'x']) {
			const { status } = await fetch(`${app.url}/resources/${nobody}/${paper}`);
			expect(status).toBe(404);
		}
	}
	expect((await fetch(`${app.url}/regions/nowhere/poster`)).status).toBe(404);
});

it('a mail opens with its text, to the address that is shown', async () => {
	const page = await (await fetch(`${app.url}/resources/${id}/letter?from=family`)).text();
	const [, href] = /href="(mailto:[^"]+)"/.exec(page)!;
	const address = new URL(href!.replaceAll('&amp;', '&'));
	expect(page).toContain(`<b>${address.pathname}</b>`);
	expect(address.searchParams.get('body')).toContain('本人は、まだ知りません');
});

it('papers are light enough for an old phone on a slow line', async () => {
	for (const path of [`/resources/${id}/handout`, `/resources/${id}/letter`, '/memo', '/guide']) {
		const { total } = await weigh(app.url + path);
		expect(total, path).toBeLessThanOrEqual(75 * 1024);
	}
});
