import { afterAll, beforeAll, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { startApp, type App } from '../support/app.ts';
import { client } from '../support/client.ts';
import { phonePhoto, pictureForm, secretOfCamera } from '../support/pictures.ts';
import { cast, cookieOf } from '../support/staff.ts';

const path = '/staff/regions/sakura/2032/pictures';
let app: App;
let cookies: Record<'editor' | 'stranger', string>;
let place: string;
let photo: Buffer;

beforeAll(async () => {
	[app, photo] = await Promise.all([startApp(), phonePhoto(1000, 750)]);
	const db = openDatabase(app.database);
	const at = new Date();
	const people = cast(db, { at, region: 'sakura' });
	cookies = {
		editor: cookieOf(db, people.editor, at),
		stranger: cookieOf(db, people.stranger, at)
	};
	const regionId = regions.find(db, 'sakura')!.id;
	const id = editions.openFrom(db, { regionId, year: 2032, by: people.editor, at }) as number;
	place = editions.board(db, id)[0]!.resourceId;
	close(db);
});
afterAll(() => app.stop());

const post = (body: BodyInit, { action = 'put', cookie = cookies.editor, origin = app.url } = {}) =>
	fetch(`${app.url}${path}?/${action}`, {
		...{ method: 'POST', redirect: 'manual', body },
		headers: { accept: 'text/html', origin, cookie }
	});
const seen = () => client(app, cookies.editor).text(path);
const imageIn = (page: string) => /\/pictures\/(\d+)\.jpg/.exec(page)![0];

test('A photo is put in, seen by staff of the region alone, and told of without its words', async () => {
	const sent = await post(pictureForm(photo, { resource: place }));
	expect([sent.status, sent.headers.get('location')]).toEqual([
		...[303, `${path}?done=put#picture-${place}`]
	]);
	const page = await seen();
	expect(page).toContain('畳の部屋に、低い机が四つ。');
	const image = `${path.replace(/\/pictures$/, '')}${imageIn(page)}`;
	const got = await client(app, cookies.editor).get(image);
	expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
	expect(got.headers.get('cache-control')).toContain('no-store');
	expect(Buffer.from(await got.arrayBuffer()).includes(secretOfCamera)).toBe(false);
	expect((await client(app, cookies.stranger).get(image)).status).toBe(404);
	expect((await client(app).get(image)).status).toBe(303);
	const elsewhere = image.replace('/2032/', '/2026/');
	expect((await client(app, cookies.editor).get(elsewhere)).status).toBe(404);
	const log = await client(app, cookies.editor).text('/staff/activity');
	expect(log).toContain('写真を入れた');
	expect(log).not.toContain('低い机');
});

test('What is wrong is said at its field, and what was typed stays', async () => {
	const wrong = await post(
		pictureForm(Buffer.from('%PDF-1.7'), { resource: place, alt: '窓辺。' })
	);
	const page = await wrong.text();
	expect(wrong.status).toBe(422);
	for (const words of ['PDF は使えません', '窓辺。', 'もう一度選んで'])
		expect(page).toContain(words);
	const without = await post(pictureForm(photo, { agreed: '', alt: '' }));
	const told = await without.text();
	expect(without.status).toBe(422);
	for (const words of ['同意しているときだけ', '声で伝わります']) expect(told).toContain(words);
	expect((await post(pictureForm(photo, { resource: 'nobody' }))).status).toBe(409);
});

test('A file of more than 20 MB is refused with a sentence, and one of a stranger unread', async () => {
	const large = pictureForm(new Uint8Array(21 * 1024 * 1024), {});
	const refused = await post(large);
	expect(refused.status).toBe(413);
	expect(await refused.text()).toContain('送れるのは20MBまでです。写真アプリで');
	expect((await post(pictureForm(photo, {}), { cookie: cookies.stranger })).status).toBe(404);
	expect((await post(pictureForm(photo, {}), { origin: 'https://example.com' })).status).toBe(403);
	expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});

test('Readers find no picture before publication, on no page', async () => {
	const picture = imageIn(await seen());
	for (const address of ['/regions/sakura', '/regions/sakura/2026', `/resources/${place}`]) {
		const page = await client(app).text(address);
		for (const tell of [picture, '低い机']) expect(page).not.toContain(tell);
	}
});

test('A report has the funder’s sentence and the year in numbers; a bundle waits for publication', async () => {
	const report = await client(app, cookies.editor).text('/staff/regions/sakura/2026/report');
	for (const words of ['助成を受けて', '2025年度版とくらべて', '電話', 'すきま', '架空の見本']) {
		expect(report).toContain(words);
	}
	const early = await client(app, cookies.editor).get(
		'/staff/regions/sakura/2032/report/bundle.zip'
	);
	expect(early.status).toBe(409);
	expect(await early.text()).toContain('公開した年度版だけ');
});
