import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { coverSize } from '#lib/domain/reader/profile/cover.ts';
import { sharedApp } from '../support/shared-app.ts';

const app = sharedApp();
const get = (path: string) => fetch(app.url + path, { headers: { accept: 'text/html' } });
const html = async (path: string) => (await get(path)).text();
const bytes = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());

type Icon = { src: string; sizes: string; type: string; purpose?: string };
type Manifest = { name: string; short_name: string; start_url: string; icons: Icon[] };

/** How far from the middle the motif reaches, of the side. */
async function reachOf(png: Buffer): Promise<number> {
	const { data, info } = await sharp(png).flatten().raw().toBuffer({ resolveWithObject: true });
	const { width, channels } = info;
	const ground = data.subarray(0, 3);
	let reach = 0;
	for (let at = 0; at < data.length; at += channels) {
		if ([0, 1, 2].every((part) => Math.abs(data[at + part]! - ground[part]!) < 8)) continue;
		const [x, y] = [(at / channels) % width, Math.floor(at / channels / width)];
		reach = Math.max(reach, Math.hypot(x - width / 2, y - width / 2) / width);
	}
	return reach;
}

describe.each(['site', 'plain'])('The manifest %s', (name) => {
	const read = async () => (await (await get(`/${name}.webmanifest`)).json()) as Manifest;

	it('has icons of the sizes that it tells', async () => {
		expect((await get(`/${name}.webmanifest`)).headers.get('content-type')).toBe(
			'application/manifest+json'
		);
		const { icons } = await read();
		expect(icons.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512']);
		for (const { src, sizes, type } of icons) {
			const { width, height, format } = await sharp(await bytes(src)).metadata();
			expect([`${width}x${height}`, `image/${format}`], src).toEqual([sizes, type]);
		}
	});

	it('has a motif that no phone cuts', async () => {
		const { icons } = await read();
		const masked = icons.filter(({ purpose }) => purpose === 'maskable');
		expect(masked).toHaveLength(1);
		const reach = await reachOf(await bytes(masked[0]!.src));
		expect(reach).toBeGreaterThan(0.2);
		expect(reach).toBeLessThan(0.4);
	});
});

it('the plain manifest says nothing of what the site is', async () => {
	const { name, short_name } = (await (await get('/plain.webmanifest')).json()) as Manifest;
	expect([name, short_name]).toEqual(['メモ', 'メモ']);
	expect(await (await get('/plain.webmanifest')).text()).not.toMatch(/地域|ひきこもり|相談|居場所/);
});

it('icons that are looked for without a page are there', async () => {
	const touch = sharp(await bytes('/apple-touch-icon.png'));
	expect(await touch.metadata()).toMatchObject({ width: 180, height: 180 });
	expect((await touch.stats()).isOpaque).toBe(true);
	const plain = sharp(await bytes('/icons/plain-touch.png'));
	expect(await plain.metadata()).toMatchObject({ width: 180, height: 180 });
	const ico = await bytes('/favicon.ico');
	expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, 3]);
	for (const at of [6, 22, 38]) {
		const [length, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)];
		const { width } = await sharp(ico.subarray(offset, offset + length)).metadata();
		expect(width).toBe(ico.readUInt8(at));
	}
});

/** Of the head of a page. */
const said = (page: string, name: string) =>
	new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(page)?.[1];
const canonicalOf = (page: string) => /<link rel="canonical" href="([^"]*)"/.exec(page)?.[1];

describe('A page that is sent on', () => {
	it.each(['/', '/regions/sakura', '/regions/sakura/2026', '/guide'])(
		'%s says what it is, with whole addresses and a picture of the size that is told',
		async (path) => {
			const page = await html(path);
			expect(canonicalOf(page)).toBe(app.url + path);
			expect(said(page, 'og:url')).toBe(app.url + path);
			expect(said(page, 'og:description')).toBe(said(page, 'description'));
			expect(page).toContain(`<title>${said(page, 'og:title')!} — 地域資源ブックマーク</title>`);
			const address = said(page, 'og:image')!;
			expect(address.startsWith(`${app.url}/`)).toBe(true);
			const picture = await sharp(await bytes(address.slice(app.url.length))).metadata();
			expect(picture).toMatchObject({ format: 'png', ...coverSize });
			expect([said(page, 'og:image:width'), said(page, 'og:image:height')]).toEqual([
				String(picture.width),
				String(picture.height)
			]);
		}
	);

	it('has a picture of its place, and as printed that of its region', async () => {
		const [, place] = /href="(\/resources\/[0-9a-f-]{36})"/.exec(await html('/regions/sakura'))!;
		expect(said(await html(place!), 'og:image')).toBe(`${app.url}${place!}/cover.png`);
		const answer = await get(`${place!}/cover.png`);
		expect(answer.headers.get('content-type')).toBe('image/png');
		expect(answer.headers.has('set-cookie')).toBe(false);
		const [, printed] = /href="(\/resources\/[^"]*\?edition=[^"]*)"/.exec(
			await html('/regions/sakura/2026')
		)!;
		expect(said(await html(printed!), 'og:image')).toBe(`${app.url}/regions/sakura/cover.png`);
	});

	it('that is nobody’s to find says nothing to whoever shows links', async () => {
		for (const path of ['/search?q=a', '/guide?step=where', '/nothing']) {
			expect(await html(path), path).not.toContain('property="og:');
		}
	});

	it('that there is not has no picture', async () => {
		const nobody = '00000000-0000-4000-8000-000000000000';
		for (const path of [`/resources/${nobody}`, '/resources/x', '/regions/nowhere']) {
			expect((await get(`${path}/cover.png`)).status, path).toBe(404);
		}
	});
});

describe('A year that a region has not', () => {
	it.each(['', '/changes', '/errata', '/files'])(
		'leads to the region and its years (%s)',
		async (tail) => {
			const answer = await get(`/regions/sakura/2031${tail}`);
			const page = await answer.text();
			expect(answer.status).toBe(404);
			for (const href of ['/regions/sakura', '/regions/sakura/2026', '/regions/sakura/2024']) {
				expect(page).toContain(`<a href="${href}">`);
			}
		}
	);

	it('leads there from a place too', async () => {
		const [, place] = /href="(\/resources\/[0-9a-f-]{36})"/.exec(await html('/regions/sakura'))!;
		const page = await html(`${place!}?edition=sakura-2031`);
		expect(page).toContain('<a href="/regions/sakura/2026">');
	});

	it('is told in a file’s place too, and of no region where there is none', async () => {
		expect(await html('/regions/sakura/2031/booklet.pdf')).toContain(
			'さくら地域にあるのは、2026、2025、2024年度版です。'
		);
		expect(await html('/regions/nowhere/2031')).not.toContain('/regions/nowhere"');
	});
});

describe('The general window of a region', () => {
	it('is one that every region has where none is listed, with a first sentence and no number', async () => {
		const page = await html('/regions/ishikawa');
		expect(page).toContain('<a href="/regions/ishikawa#window">');
		const [window] = /<section[^>]*aria-labelledby="window"[^]*?<\/section>/.exec(page)!;
		for (const words of [
			'福祉の窓口',
			'保健所',
			'石川県の、ひきこもり地域支援センター',
			'「家族のことで'
		]) {
			expect(window).toContain(words);
		}
		expect(window.replace(/<[^>]*>/g, '')).not.toMatch(/\d/);
		expect(await html('/guide?step=found&region=ishikawa')).toContain('/regions/ishikawa#window');
	});

	it('is the listed one where there is one', async () => {
		const page = await html('/regions/sakura');
		expect(page).toMatch(/<a href="\/resources\/[0-9a-f-]{36}">この地域の、はじめの相談窓口/);
		expect(page).not.toContain('id="window"');
	});
});

it('a report begins with nothing chosen', async () => {
	const [, place] = /href="(\/resources\/[0-9a-f-]{36})"/.exec(await html('/regions/sakura'))!;
	const page = await html(`${place!}/report`);
	const [select] = /<select[^]*?<\/select>/.exec(page)!;
	expect(select).toMatch(/required/);
	expect([...select.matchAll(/<option value="([^"]*)"/g)][0]![1]).toBe('');
	expect(select).not.toMatch(/<option value="[^"]+" selected/);
});

it('every page leads to how it may be read', async () => {
	const [header] = /<header[^]*?<\/header>/.exec(await html('/'))!;
	expect(header).toMatch(/<a href="\/settings"[^>]*>見やすさ<\/a>/);
});
