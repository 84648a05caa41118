import {
	ageOf,
	createResponseCache,
	keyOf,
	weightOf,
	type CachedResponse
} from '#lib/server/web/response-cache.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';

let db: Database;
let file: string;
const now = new Date('2026-05-01T03:00:00Z');

beforeEach(() => {
	file = join(temporaryFolder(), 'a.db');
	db = openDatabase(file);
	onTestFinished(() => close(db));
});

const answer = (bytes: number, mark = 'a'): CachedResponse => ({
	headers: [],
	etag: mark,
	body: Buffer.alloc(bytes)
});

/** Room for ten small answers. */
const room = 10.5 * weightOf('/10', answer(90));

const addRegion = (to: Database) =>
	to.$client.exec(
		"INSERT INTO regions (slug, name, kana, created_at) VALUES ('s' || random(), 'n', 'k', 'c')"
	);

test('an answer is kept as long as nothing changes', () => {
	const answers = createResponseCache(room);
	answers.set(db, now, '/', ageOf(db, now), answer(10));
	db.$client.prepare('SELECT count(*) FROM regions').get();
	expect(answers.get(db, now, '/')?.etag).toBe('a');
	expect(answers.get(db, new Date('2026-05-01T14:59:59Z'), '/')?.etag).toBe('a');
});

test('a write of this process makes all of them forgotten', () => {
	const answers = createResponseCache(room);
	answers.set(db, now, '/', ageOf(db, now), answer(10));
	addRegion(db);
	expect(answers.get(db, now, '/')).toBeUndefined();
	expect(answers.size).toBe(0);
});

test('a write of another connection makes all of them forgotten', () => {
	const answers = createResponseCache(room);
	answers.set(db, now, '/', ageOf(db, now), answer(10));
	const other = openDatabase(file);
	addRegion(other);
	close(other);
	expect(answers.get(db, now, '/')).toBeUndefined();
});

test('a new day in Japan makes all of them forgotten', () => {
	const answers = createResponseCache(room);
	answers.set(db, now, '/', ageOf(db, now), answer(10));
	expect(answers.get(db, new Date('2026-05-01T15:00:00Z'), '/')).toBeUndefined();
});

test('an answer that was being made while something changed is not kept', () => {
	const answers = createResponseCache(room);
	const made = ageOf(db, now);
	addRegion(db);
	answers.set(db, now, '/', made, answer(10));
	expect(answers.get(db, now, '/')).toBeUndefined();
});

test('the bytes stay within the limit, and what was asked last stays', () => {
	const answers = createResponseCache(room);
	for (let index = 0; index < 10; index++) {
		answers.set(db, now, `/${index}`, ageOf(db, now), answer(90, String(index)));
		answers.get(db, now, '/0');
	}
	for (let index = 10; index < 20; index++) {
		answers.set(db, now, `/${index}`, ageOf(db, now), answer(90));
	}
	expect(answers.size).toBeLessThanOrEqual(room);
	expect(answers.size).toBeGreaterThan(0.9 * room);
	expect(answers.get(db, now, '/19')).toBeDefined();
	expect(answers.get(db, now, '/9')).toBeUndefined();
	expect(answers.get(db, now, '/0')).toBeUndefined();
});

test('asking for an answer keeps it longer than its elders', () => {
	const answers = createResponseCache(room);
	for (let index = 0; index < 30; index++) {
		answers.set(db, now, `/${index}`, ageOf(db, now), answer(90));
		answers.get(db, now, '/0');
	}
	expect(answers.get(db, now, '/0')).toBeDefined();
	expect(answers.get(db, now, '/1')).toBeUndefined();
});

test('one large answer does not push out the others, and a limit of 0 keeps none', () => {
	const answers = createResponseCache(room);
	answers.set(db, now, '/', ageOf(db, now), answer(10));
	answers.set(db, now, '/large', ageOf(db, now), answer(room / 8));
	expect(answers.get(db, now, '/large')).toBeUndefined();
	expect(answers.get(db, now, '/')).toBeDefined();
	const none = createResponseCache(0);
	none.set(db, now, '/', ageOf(db, now), answer(0));
	expect(none.get(db, now, '/')).toBeUndefined();
});

test('an answer holds no more memory than its own', async () => {
	const page = Buffer.from('<p>ページ</p>'.repeat(500));
	const small = Buffer.from('ok');
	const zipped = await promisify(gzip)(page);
	const answers = createResponseCache(1_000_000);
	for (const body of [page, small, zipped, zipped.subarray(10)]) {
		const key = `/${body.byteLength}`;
		answers.set(db, now, key, ageOf(db, now), { ...answer(0), body });
		const kept = answers.get(db, now, key)!.body;
		expect(kept).toEqual(body);
		expect(kept.buffer.byteLength).toBe(body.byteLength);
	}
	// Else there would be nothing to keep out.
	expect(zipped.buffer.byteLength).toBeGreaterThan(2 * zipped.byteLength);
});

test('all that an answer holds is counted', () => {
	const headers: CachedResponse['headers'] = [['content-security-policy', 'x'.repeat(500)]];
	const bare = weightOf('/', answer(10));
	expect(bare).toBeGreaterThan(10);
	expect(weightOf('/', { ...answer(10), headers })).toBeGreaterThan(bare + 1000);
});

describe('what may be kept', () => {
	const at = 'http://localhost:3000';

	test.each([
		'/',
		'/regions/sakura/2026?category=place&category=peer&page=2',
		'/regions/sakura/2026?q=&category=place',
		`/regions/sakura/2026?v=${'a'.repeat(64)}`,
		'/regions/sakura/__data.json?x-sveltekit-invalidated=01'
	])('%s', (path) => {
		expect(keyOf('GET', at + path)).toBe(at + path);
		expect(keyOf('HEAD', at + path)).toBe(at + path);
		expect(keyOf('POST', at + path)).toBeNull();
		expect(keyOf('GET', `${at}/%73taff${path}`)).toBeNull();
	});

	test.each([
		'/search?q=kazoku',
		'/search?category=place&q=%E5%AE%B6%E6%97%8F',
		'/search?q=%20',
		'/search?Q=%E5%AE%B6',
		'/search?category=%E5%AE%B6',
		'/search?%E5%AE%B6',
		'/search/__data.json?q=kazoku',
		'/api/suggest?q=k',
		'/healthz',
		'/tiles',
		'/tiles/5/28/12',
		'/staff',
		'/staff/resources'
	])('not %s', (path) => {
		expect(keyOf('GET', at + path)).toBeNull();
	});
});
