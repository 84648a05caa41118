import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import type { User } from '#lib/domain/staff/staff.ts';
import { collect } from '#lib/server/booklet/collecting/collect.ts';
import { digestOf } from '#lib/server/booklet/made/input.ts';
import * as pictures from '#lib/server/booklet/picture/pictures.ts';
import { makeApart } from '#lib/server/booklet/picture/child.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as erasure from '#lib/server/editing/erasure/erase.ts';
import { undo, undoable } from '#lib/server/editing/undo/undo.ts';
import { merge } from '#lib/server/editing/withdrawal.ts';
import * as editions from '#lib/server/editions/index.ts';
import { takeOut } from '#lib/server/editions/membership.ts';
import { phonePhoto, secretOfCamera } from '../../support/pictures.ts';
import { cast } from '../../support/staff.ts';
import { problems, tamper } from '../../support/tampering.ts';
import { now as at, world, type World } from '../../support/world.ts';

describe('Of a file, in a process of its own,', () => {
	const madeOf = async (file: Uint8Array, kind: 'photo' | 'cover' = 'photo') => {
		const making = await makeApart(file, kind);
		if ('problem' in making) throw new Error(making.problem);
		return making.made;
	};

	test('a photo is made that stands upright, is bounded, and tells nothing of camera, place or person', async () => {
		const photo = await phonePhoto();
		expect(photo.includes(secretOfCamera)).toBe(true);
		expect((await sharp(photo).metadata()).exif).toBeDefined();
		const made = await madeOf(photo);
		expect(made).toMatchObject({ type: 'image/jpeg', width: 900, height: 1200 });
		const bytes = Buffer.from(made.bytes);
		for (const tell of [secretOfCamera, 'Exif', 'GPS', 'http://ns.adobe.com', 'ICC_PROFILE']) {
			expect(bytes.includes(tell), tell).toBe(false);
		}
		const { exif, icc, xmp, iptc, orientation, space } = await sharp(bytes).metadata();
		expect([exif, icc, xmp, iptc, orientation]).toEqual(Array(5).fill(undefined));
		expect(space).toBe('srgb');
		expect(await madeOf(photo)).toEqual(made);
	});

	test('what hangs behind a photo is left behind', async () => {
		const polyglot = Buffer.concat([
			await phonePhoto(400, 300),
			Buffer.from('PK\x03\x04 <script>')
		]);
		expect(Buffer.from((await madeOf(polyglot)).bytes).includes('<script>')).toBe(false);
	});

	test('the noisiest is light enough, at the price of its finest grain', async () => {
		const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const;
		const create = { width: 2400, height: 1800, channels: 3, background: '#888', noise } as const;
		const noisy = await sharp({ create }).jpeg({ quality: 90 }).toBuffer();
		expect((await madeOf(noisy)).bytes.length).toBeLessThanOrEqual(150 * 1024);
		expect((await madeOf(noisy, 'cover')).bytes.length).toBeLessThanOrEqual(500 * 1024);
	});

	test.each([
		['cut off', async () => (await phonePhoto()).subarray(0, 5000), '途中で切れている'],
		[
			'nonsense behind a head',
			() => Buffer.from(`\xff\xd8\xff${'x'.repeat(999)}`, 'latin1'),
			'壊れて'
		],
		['of 60,000 by 60,000 pixels', () => bomb(60_000), '大きすぎる画像'],
		['an icon', () => phonePhoto(64, 64), '小さすぎる画像'],
		['that moves', moving, '動く画像'],
		['that is an SVG', () => Buffer.from('<svg width="9" height="9"/>'), 'SVG'],
		['of 21 MB', () => Buffer.concat([Buffer.from('GIF8'), Buffer.alloc(21e6)]), '20MBまで']
	])('one %s is a sentence, and the next one is made', async (_, file, words) => {
		const making = await makeApart(await file(), 'photo');
		expect('problem' in making && making.problem).toContain(words);
		expect(await makeApart(await phonePhoto(400, 300), 'photo')).toHaveProperty('made');
	});

	async function moving(): Promise<Buffer> {
		const frame = (background: string) =>
			sharp({ create: { width: 200, height: 200, channels: 3, background } })
				.png()
				.toBuffer();
		const frames = await Promise.all([frame('#000'), frame('#fff')]);
		return sharp(frames, { join: { animated: true } })
			.webp({ loop: 0 })
			.toBuffer();
	}

	/** A PNG of that many pixels each way, in a few bytes. */
	function bomb(side: number): Buffer {
		const head = Buffer.alloc(13);
		head.writeUInt32BE(side, 0);
		head.writeUInt32BE(side, 4);
		head.set([8, 2], 8);
		const chunk = (name: string, data: Buffer) => {
			const length = Buffer.alloc(4);
			length.writeUInt32BE(data.length);
			const named = Buffer.concat([Buffer.from(name), data]);
			const sum = Buffer.alloc(4);
			sum.writeUInt32BE(crc(named));
			return Buffer.concat([length, named, sum]);
		};
		const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
		const body = chunk('IDAT', deflateSync(Buffer.alloc(100_000)));
		return Buffer.concat([signature, chunk('IHDR', head), body, chunk('IEND', Buffer.alloc(0))]);
	}

	/** As PNG has it (ISO 15948, annex D). */
	function crc(bytes: Buffer): number {
		let rest = 0xffffffff;
		for (const byte of bytes) {
			rest ^= byte;
			for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
		}
		return (rest ^ 0xffffffff) >>> 0;
	}
});

describe('An edition', () => {
	let here: World;
	let db: Database;
	let user: User;
	let id: number;
	let photo: Buffer;
	const act = () => ({ by: user.id, at });
	const words = { alt: '机が四つ。', agreedBy: '代表', agreedOn: '2026-05-01' };
	const of = (resource: string | null, editionId = id) => ({ editionId, resource });
	const put = (resource: string | null, change: Partial<typeof words> = {}) =>
		pictures.put(db, of(resource), { file: photo, words: { ...words, ...change } }, act());
	const shown = (editionId = id) =>
		pictures.pictureRows(db, editionId).map(({ resource }) => resource);
	const open = (year: number) =>
		editions.openFrom(db, { regionId: here.region.id, year, ...act() }) as number;
	const files = () => db.$client.prepare('SELECT count(*) FROM picture_files').pluck().get();

	beforeEach(async () => {
		photo ??= await phonePhoto(800, 600);
		here = world();
		db = here.db;
		const by = cast(db, { at }).editor;
		const regions = [here.region.id];
		user = { id: by, name: 'editor', role: 'editor', regions, resources: [] };
		id = open(2027);
	});

	test('shows a cover and one photo of a place, whose last one stays', async () => {
		const { hidamari } = here.ids;
		expect(await put(null)).toBe('put');
		expect(await put(hidamari)).toBe('put');
		photo = await phonePhoto(820, 600);
		expect(await put(hidamari, { alt: '別の部屋。' })).toBe('put');
		expect(shown()).toEqual([null, hidamari]);
		expect(files()).toBe(2);
		const picture = pictures.pictureOf(db, id, { channel: 'paper' })(hidamari);
		expect(picture).toMatchObject({ type: 'image/jpeg', alt: '別の部屋。' });
		expect(pictures.pictureOf(db, id, { channel: 'paper' })(here.ids.tsuki)).toBeNull();
		expect(await put('nobody')).toBe('not-found');
		expect(pictures.describe(db, of(hidamari), 'もとの部屋。', act())).toBe('described');
		const { booklet } = collect(db, id, { channel: 'paper', origin: 'https://example.jp' });
		const entries = booklet.chapters.flatMap(({ entries }) => entries);
		expect(entries.find((entry) => entry.id === hidamari)!.picture!.alt).toBe('もとの部屋。');
		expect(booklet.cover!.alt).toBe(words.alt);
		expect(pictures.remove(db, of(hidamari), act())).toBe('removed');
		expect(pictures.remove(db, of(hidamari), act())).toBe('not-found');
		expect([shown(), files()]).toEqual([[null], 1]);
	});

	test('lets the first picture be taken back, and none that stood in the place of another', async () => {
		await put(here.ids.hidamari);
		const { id: record } = undoable(db, user, at)!;
		expect(undo(db, user, { id: record, at })).not.toBeNull();
		expect([shown(), files()]).toEqual([[], 0]);
		await put(null);
		await put(null);
		expect(undoable(db, user, at)).toBeNull();
	});

	test('that is locked keeps its pictures, as a part of what its hash is taken of', async () => {
		const { hidamari } = here.ids;
		editions.lock(db, id, act());
		const bare = hashOf();
		editions.unlock(db, id, { ...act(), reason: '写真' });
		await put(hidamari);
		editions.lock(db, id, act());
		expect(hashOf()).not.toBe(bare);
		expect(await put(hidamari)).toBe('locked');
		expect(pictures.remove(db, of(hidamari), act())).toBe('locked');
		expect(pictures.describe(db, of(hidamari), 'x', act())).toBe('locked');
		for (const statement of [
			'DELETE FROM booklet_pictures',
			"UPDATE booklet_pictures SET alt = 'x'",
			`INSERT INTO booklet_pictures (edition_id, sha256, alt, agreed_by, agreed_on, put_at, put_by)
				SELECT edition_id, sha256, alt, agreed_by, agreed_on, put_at, put_by FROM booklet_pictures`,
			"UPDATE picture_files SET bytes = x'00'",
			'DELETE FROM picture_files'
		]) {
			expect(() => db.$client.exec(statement), statement).toThrow();
		}
		expect(pictures.hide(db, of(hidamari), true, act())).toBe('hidden');
		const seenBy = (channel: 'paper' | 'web') => pictures.pictureOf(db, id, { channel })(hidamari);
		expect([seenBy('web'), seenBy('paper') === null]).toEqual([null, false]);
		expect(problems(db)).toEqual([]);
		expect(pictures.hide(db, of(hidamari), false, act())).toBe('shown');
		expect(seenBy('web')).not.toBeNull();
		tamper(db, "UPDATE picture_files SET bytes = x'00'");
		expect(problems(db)).toEqual([expect.stringContaining('写真: 1枚が入れたときと違います')]);
	});

	const hashOf = () =>
		db.$client.prepare('SELECT content_hash FROM editions WHERE id = ?').pluck().get(id);

	test('on the web shows no photo of a place that readers may not see there as it was printed', async () => {
		const { kamidake, hidamari } = here.ids;
		await put(kamidake);
		await put(hidamari);
		const web = () => pictures.pictureOf(db, id, { channel: 'web' });
		expect([web()(kamidake), web()(hidamari) === null]).toEqual([null, false]);
		expect(pictures.pictureOf(db, id, { channel: 'paper' })(kamidake)).not.toBeNull();
		const asked = { channel: 'web', origin: 'https://example.jp' } as const;
		const { booklet } = collect(db, id, asked);
		const { booklet: bare } = collect(db, id, { ...asked, isBare: true });
		expect([digestOf(bare), JSON.stringify(bare).length < JSON.stringify(booklet).length]).toEqual([
			...[digestOf(booklet), true]
		]);
		expect(JSON.stringify(booklet).match(/"alt":"机が四つ。"/g)).toHaveLength(1);
	});

	test('hands its pictures to the next one, of places that are in it', async () => {
		const { hidamari, tsuki, kazoku } = here.ids;
		for (const place of [null, hidamari, tsuki, kazoku]) await put(place);
		pictures.hide(db, of(kazoku), true, act());
		editions.publish(db, id, act());
		const next = open(2028);
		expect(shown(next)).toEqual([null, hidamari, tsuki]);
		expect(pictures.pictureRows(db, next)[0]).toMatchObject({ alt: words.alt, isCarried: false });
		expect(files()).toBe(1);
		takeOut(db, next, tsuki, { ...act(), reason: '今年は見送り' });
		expect(pictures.pictureRows(db, next).find((row) => row.resource === tsuki)!.number).toBeNull();
		editions.lock(db, next, act());
		expect(shown(open(2029))).toEqual([null, hidamari]);
	});

	test('hands the photo of a place to the one it is made one with', async () => {
		const { hidamari, kazoku } = here.ids;
		takeOut(db, id, kazoku, { ...act(), reason: '重なり' });
		await put(hidamari);
		merge(db, hidamari, kazoku, { ...act(), reason: '同じ場所' });
		expect(shown()).toEqual([kazoku]);
	});

	test('loses the photos of a place whose words are erased, in every year and in the file', async () => {
		const { hidamari } = here.ids;
		await put(hidamari);
		await put(null, { alt: '居場所カフェ ひだまりの庭。' });
		editions.publish(db, id, act());
		const next = open(2028);
		erasure.erase(db, { resourceId: hidamari }, { ...act(), reason: '本人から電話' });
		expect([shown(), shown(next)]).toEqual([[null], [null]]);
		expect(pictures.pictureRows(db, id)[0]!.alt).toBe('ご本人の希望により削除しました');
		expect(problems(db)).toEqual([]);
	});

	test('warns of what is too coarse for print, where it can be mended', async () => {
		photo = await phonePhoto(300, 240);
		await put(here.ids.hidamari);
		const [warning, ...others] = pictures.pictureWarnings(db, id);
		expect(warning).toMatchObject({ resource: here.ids.hidamari, field: 'picture' });
		expect([warning!.words, others]).toEqual([expect.stringContaining('dpi'), []]);
	});
});
