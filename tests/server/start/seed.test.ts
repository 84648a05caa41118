import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { count } from 'drizzle-orm';
import { openDatabase } from '#lib/server/start/open.ts';
import * as editions from '#lib/server/editions/index.ts';
import { prepare } from '#lib/server/start/seed.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { prefectures, resources, revisions, terms } from '#lib/server/database/schema/index.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { now, world } from '../../support/world.ts';

const started = (sample: boolean) => {
	const db = openDatabase(':memory:');
	prepare(db, { now, sample });
	return db;
};

describe('a new database', () => {
	it('holds the sample region with its three published editions', () => {
		const db = started(true);
		const region = regions.find(db, 'sakura')!;
		expect(region.fictional).toBe(true);
		expect(regions.counts(db).get('sakura')).toBeGreaterThanOrEqual(60);
		expect(editions.list(db, region.id).map(({ year, state }) => [year, state])).toEqual([
			[2026, 'published'],
			[2025, 'superseded'],
			[2024, 'superseded']
		]);
		for (const { year } of editions.list(db, region.id).slice(0, 2)) {
			const edition = editions.find(db, { region: 'sakura', year })!;
			const changes = editions.changes(db, edition)!;
			expect(changes.arrived.length).toBeGreaterThanOrEqual(8);
			expect(changes.changed.length).toBeGreaterThanOrEqual(10);
			expect(changes.paused.length).toBeGreaterThanOrEqual(2);
			expect(changes.closed.length).toBeGreaterThanOrEqual(3);
			expect(editions.errata(db, edition).length).toBeGreaterThan(0);
		}
	});

	it('holds 47 prefectures and no sample when it is started empty, now and later', () => {
		const db = started(false);
		prepare(db, { now, sample: true });
		expect(regions.list(db)).toHaveLength(47);
		expect(db.select({ count: count() }).from(resources).get()!.count).toBe(0);
		expect(db.select({ count: count() }).from(prefectures).get()!.count).toBe(47);
	});
});

it('changes nothing when it is prepared a second time', () => {
	const db = started(true);
	const tables = [terms, revisions, resources, prefectures];
	const counts = () =>
		tables.map((table) => db.select({ count: count() }).from(table).get()!.count);
	const before = counts();
	const changed = db.$client.prepare('SELECT total_changes()').pluck();
	const changes = changed.get();
	prepare(db, { now, sample: true });
	expect(counts()).toEqual(before);
	expect(changed.get()).toBe(changes);
});

describe('a vocabulary that was changed by hand', () => {
	type Term = { code: string; parent: string | null };

	/** Starts with another list of categories. */
	function startWith(change: (list: Term[]) => Term[]) {
		const data = path.join(temporaryFolder(), 'data');
		cpSync('data/vocabulary', path.join(data, 'vocabulary'), { recursive: true });
		const file = path.join(data, 'vocabulary', 'category.json');
		const list = JSON.parse(readFileSync(file, 'utf8')) as Term[];
		const { db } = world();
		writeFileSync(file, JSON.stringify(change(list)));
		return () => prepare(db, { now, sample: false, data });
	}

	it.each<[string, (list: Term[]) => Term[], RegExp]>([
		[
			'by taking out a code that is used',
			(list) => list.filter(({ code }) => code !== 'women'),
			/category\.json に、code「women」（.+）がありません。1件の資源で使われています/
		],
		[
			'by writing a code twice',
			(list) => [...list, list.find(({ code }) => code === 'women')!],
			/category\.json の用語の code「women」が2つあります/
		],
		[
			'by a wider term that is none',
			(list) => list.map((one) => (one.code === 'women' ? { ...one, parent: 'none' } : one)),
			/用語「women」の parent「none」がありません/
		],
		[
			'by a wider term that leads back',
			(list) => list.map((one) => (one.code === 'women' ? { ...one, parent: 'women' } : one)),
			/用語「women」の parent が、自分に戻ってきます/
		]
	])('%s stops the start with the code', (_, change, sentence) => {
		expect(startWith(change)).toThrow(sentence);
	});

	it('by taking out a code that nothing uses does not stop it', () => {
		expect(startWith((list) => list.filter(({ code }) => code !== 'rights'))).not.toThrow();
	});
});
