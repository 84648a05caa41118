import { expect, test } from 'vitest';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as guidance from '#lib/server/listings/guidance.ts';
import * as listings from '#lib/server/listings/listings.ts';
import { placesOf } from '#lib/server/listings/map.ts';
import { prepare } from '#lib/server/start/seed.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as scopes from '#lib/server/listings/scopes.ts';
import * as suggestions from '#lib/server/listings/suggestions.ts';
import { now, populate } from '../../support/world.ts';

const filterOf = (query: string) => parseFilter(new URLSearchParams(query));
const made = (isReal: boolean) => {
	const db = openDatabase(':memory:');
	prepare(db, { now, sample: true });
	if (isReal) populate(db);
	return db;
};
const path = {
	...{ whom: null, wishes: ['place'], region: null, municipality: null, online: false, how: [] }
};
const regionsIn = (db: ReturnType<typeof made>, query: string) =>
	new Set(listings.everything(db, filterOf(query), now, { limit: 100 }).rows.map((r) => r.region));

test('while there is nothing else, the invented region is shown as any other', () => {
	const db = made(false);
	expect(regionsIn(db, '')).toEqual(new Set(['sakura']));
	expect(suggestions.list(db, 'ひだまり').length).toBeGreaterThan(0);
	expect(regions.open(db).some(({ slug }) => slug === 'sakura')).toBe(true);
});

test('from the first real place on it is nowhere but where somebody asks for it', () => {
	const db = made(true);
	const real = new Set(['gunma']);
	for (const query of [
		'',
		'need=safe-place',
		'q=カフェ',
		'online=yes',
		'region=sakura&region=gunma'
	]) {
		expect(regionsIn(db, query).has('sakura'), query).toBe(false);
	}
	expect(regionsIn(db, '')).toEqual(real);
	const { facets } = listings.everything(db, filterOf(''), now);
	const choices = facets.find(({ facet }) => facet === 'region')?.choices ?? [];
	expect(choices.map(({ code }) => code)).toEqual(['gunma']);
	const onMap = placesOf(db, scopes.ofFilter(db, filterOf('')).scope, filterOf(''));
	expect(new Set(onMap.map(({ row }) => row.region))).toEqual(real);
	expect(suggestions.list(db, 'さくら市')).toEqual([]);
	expect(regions.open(db).map(({ slug }) => slug)).not.toContain('sakura');
	const groups = guidance.groupsFor(db, path, now);
	expect(groups.flatMap(({ rows }) => rows.map(({ region }) => region))).not.toContain('sakura');
	for (const { address } of listings.neighbours(db, filterOf('q=居場所'))) {
		expect(regionsIn(db, address.split('?')[1] ?? '').has('sakura')).toBe(false);
	}
	expect(regionsIn(db, 'region=sakura')).toEqual(new Set(['sakura']));
	const sakura = regions.find(db, 'sakura')!;
	expect(listings.region(db, sakura, filterOf(''), now).total).toBeGreaterThan(60);
});
