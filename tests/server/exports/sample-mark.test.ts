import { describe, expect, it } from 'vitest';
import { featuresOf } from '#lib/domain/listing/geojson.ts';
import { bookmarkFile, parseBookmarkFile } from '#lib/domain/reader/bookmark/file.ts';
import type { Copy } from '#lib/domain/reader/bookmark/copy.ts';
import { emptyShelf, type Shelf } from '#lib/domain/reader/bookmark/shelf.ts';
import { isOfSample } from '#lib/domain/region/sample.ts';
import * as editions from '#lib/server/editions/index.ts';
import { askedFrom, callsCsv } from '#lib/server/editions/round/calls.ts';
import * as desk from '#lib/server/editions/staff-view.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { exportedCsv } from '../../support/exported.ts';
import { readStrictly } from '../../support/strict-csv.ts';
import { copy, sample, seed } from '../../support/seeds.ts';
import { populate } from '../../support/world.ts';

const both = seed(populate, sample);
const mark = '架空の見本';
type Of = { regionId: number; year: number; slug: string; isSample: boolean };
const editionOf = (db: Database, { slug, year }: Of) => desk.all(db, { region: slug, year })[0]!;

const files: Record<string, (db: Database, of: Of) => string | Promise<string>> = {
	'the resources of today': async (db, { regionId }) =>
		(await exportedCsv(db, { regionId, editionId: null, staff: false })).text,
	'the resources of an edition, for staff': async (db, of) =>
		(await exportedCsv(db, { ...of, editionId: editionOf(db, of).id, staff: true })).text,
	'the calls of a round': (db, of) =>
		callsCsv(askedFrom(db, editions.board(db, editionOf(db, of).id)), of),
	'the gaps of an edition': (db, of) => {
		const { regionId } = of;
		const sheet = editions.coverage(db, { editionId: editionOf(db, of).id, regionId });
		return editions.coverageCsv(db, sheet, of);
	},
	'two editions compared': (db, of) => {
		const both = [editionOf(db, { ...of, year: of.year - 1 }), editionOf(db, of)] as const;
		return editions.comparisonCsv(db, editions.comparison(db, [...both]), of);
	}
};

describe('A table of the invented region says in every line that it is one:', () => {
	it.each(Object.entries(files))('%s', async (_, write) => {
		const db = copy(both);
		for (const [slug, isSample] of [
			['sakura', true],
			['gunma', false]
		] as const) {
			const of = { regionId: regions.find(db, slug)!.id, year: 2026, slug, isSample };
			const text = await write(db, of);
			const [head, ...lines] = readStrictly(text);
			expect(lines.length).toBeGreaterThan(2);
			expect(head!.at(-1) === '見本').toBe(isSample);
			expect(lines.every((line) => line.at(-1) === mark)).toBe(isSample);
			expect(text.includes(mark)).toBe(isSample);
		}
	});

	it('and features of a map', () => {
		const placed = [{ row: { id: 'x', name: 'あ' }, point: null }] as never;
		const made = (isSample: boolean) => JSON.stringify(featuresOf(placed, String, { isSample }));
		expect([made(true).includes(mark), made(false).includes(mark)]).toEqual([true, false]);
	});
});

describe('What was kept on a device', () => {
	const id = '00000000-0000-4000-8000-000000000001';
	const shelfOf = (region: string): Shelf => {
		const shelf = emptyShelf();
		const kept = { id, region, name: 'あ', memo: '', mark: null, keptOn: '2026-11-30' };
		return {
			lists: shelf.lists.map((list, at) => (at === 0 ? { ...list, places: [id] } : list)),
			places: { [id]: kept }
		};
	};
	const copyOf = (region: { slug: string; name: string; fictional?: boolean }) =>
		({
			...{ id, on: '2026-11-30' },
			page: { id, region, text: { name: 'あ' }, profile: { ways: [] } }
		}) as unknown as Copy;

	it.each([
		['with a copy that says so', copyOf({ slug: 'sakura', name: 'さくら地域', fictional: true })],
		['with a copy of before copies said so', copyOf({ slug: 'sakura', name: 'さくら地域' })],
		['without a copy', null]
	])('is marked when it is written to a file, %s, and read again', (_, kept) => {
		const shelf = shelfOf('sakura');
		const text = bookmarkFile(shelf, kept ? [kept] : []);
		expect(text.split(mark)).toHaveLength(kept ? 3 : 2);
		const read = parseBookmarkFile(text);
		expect('value' in read && read.value.shelf).toEqual(shelf);
	});

	it('is not marked when it is a real place', () => {
		const real = { slug: 'gunma', name: '群馬県' };
		expect(bookmarkFile(shelfOf('gunma'), [copyOf(real)])).not.toContain(mark);
		expect([isOfSample(real), isOfSample({ ...real, fictional: true })]).toEqual([false, true]);
	});
});
