import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/server/start/open.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import { importFile } from '#lib/server/imports/index.ts';
import { catalogue } from '#lib/server/search/catalogue.ts';
import { inspect } from '#lib/server/start/check.ts';
import { prepare } from '#lib/server/start/seed.ts';
import { regions } from '#lib/server/database/schema/index.ts';
import { askedOf, wideningsOf } from '../support/narrowing.ts';
import { exportedCsv } from '../support/exported.ts';
import { readStrictly } from '../support/strict-csv.ts';

// The published files themselves, which are not part of the repository: the folder that holds
// `wamnet/2025-03/csvdownload060.csv` and the others is given as REAL_DATA.
const folder = process.env['REAL_DATA'] ?? '';
if (!existsSync(path.join(folder, 'wamnet'))) {
	throw new Error(`REAL_DATA names no folder that holds wamnet/ (${folder || 'it is not set'})`);
}

let db: Database;

const take = (name: string, year: number, asOf?: string) =>
	importFile(db, {
		fileName: path.basename(name),
		bytes: readFileSync(path.join(folder, 'wamnet', name)),
		year,
		asOf,
		by: 'operator',
		at: new Date()
	});

const total = (year: number) => {
	const { regions } = editions.nationwideChanges(db, year);
	const sum = (key: 'arrived' | 'gone' | 'total') =>
		regions.reduce((all, region) => all + region[key], 0);
	return { arrived: sum('arrived'), gone: sum('gone'), total: sum('total') };
};

beforeAll(() => {
	db = openDatabase(':memory:');
	prepare(db, { now: new Date(), sample: false });
});

describe('The published files', () => {
	it.each([
		['2024-04/csvdownload061.csv', 2023, 393, { new: 393, missing: 0 }],
		['2024-10/csvdownload061.csv', 2024, 455, { new: 75, missing: 13 }],
		['2025-03/csvdownload061.csv', 2025, 484, { new: 45, missing: 16 }]
	])('of 自立生活援助, %s as %i, hold %i offices', async (name, year, rows, counts) => {
		const report = await take(name, year);
		expect(report.problems).toEqual([]);
		expect([report.rows, report.counts]).toMatchObject([rows, counts]);
		const { new: fresh, changed, unchanged } = report.counts;
		expect(fresh + changed + unchanged).toBe(rows);
	});

	it('show on the pages what came and what went', () => {
		expect(total(2024)).toEqual({ arrived: 75, gone: 13, total: 455 });
		expect(total(2025)).toEqual({ arrived: 45, gone: 16, total: 484 });
	});

	it.each([
		['2025-03/csvdownload060.csv', 3418],
		['2025-03/csvdownload042.csv', 1627],
		['2025-03/csvdownload062.csv', 1859]
	])('%s: all %i are there, each in its town', async (name, rows) => {
		const before = total(2025).total;
		const report = await take(name, 2025, '2025-03-31');
		expect([report.rows, report.counts]).toMatchObject([rows, { new: rows, missing: 0 }]);
		expect(report.warnings.filter(({ kind }) => kind === 'municipality')).toEqual([]);
		expect(total(2025).total - before).toBe(rows);
		expect((await take(name, 2025, '2025-03-31')).counts).toMatchObject({
			new: 0,
			unchanged: rows
		});
	});

	it('tell of the number that names two places', async () => {
		const report = await take('2025-03/csvdownload042.csv', 2025);
		const twice = report.warnings.filter(({ kind }) => kind === 'same-number');
		expect(twice.map(({ found }) => found)).toEqual(['A0000119290']);
	});

	it('are narrowed by every further choice', () => {
		const all = catalogue(db, 'everything');
		fc.assert(
			fc.property(askedOf(all), (filter) => {
				expect(wideningsOf(all, filter)).toEqual([]);
			}),
			{ numRuns: 20 }
		);
	});

	it('come out again as CSV of which two readers find the same records', async () => {
		let rows = 0;
		for (const { id, slug } of db.select().from(regions).all()) {
			const { text } = await exportedCsv(db, { regionId: id, editionId: null, staff: true });
			const records = readStrictly(text);
			expect(parse(text, { bom: true }), slug).toEqual(records);
			rows += records.length - 1;
		}
		expect(rows).toBeGreaterThan(3418);
	});

	it('leave a database that is whole', () => {
		expect(inspect(db).filter(({ ok }) => !ok)).toEqual([]);
	});
});
