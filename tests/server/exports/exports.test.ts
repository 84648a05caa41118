import { describe, expect, it } from 'vitest';
import type { Database } from '#lib/server/database/client.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { importFile } from '#lib/server/imports/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { exportedCsv } from '../../support/exported.ts';
import { bytes, wamnetFile } from '../../support/formats.ts';
import { copy, prepared, sample } from '../../support/seeds.ts';
import { canary, now, world } from '../../support/world.ts';

const by = 'operator';
const written = (db: Database, slug: string, staff: boolean, year?: number) =>
	exportedCsv(db, {
		regionId: regions.find(db, slug)!.id,
		editionId: year === undefined ? null : staffView.all(db, { region: slug, year })[0]!.id,
		staff
	});
const back = (db: Database, text: string, year: number, region?: string) =>
	importFile(db, { fileName: 'export.csv', bytes: bytes(text), year, region, by, at: now });

describe('What is exported and imported again', () => {
	it.each([true, false])(
		'is the sample region unchanged (with the staff’s columns: %s)',
		async (staff) => {
			const db = copy(sample);
			const { text, rows } = await written(db, 'sakura', staff);
			expect(rows).toBeGreaterThanOrEqual(60);
			const report = await back(db, text, 2027);
			expect(report.problems).toEqual([]);
			expect(report.counts).toMatchObject({ new: 0, changed: 0, unchanged: rows });
		}
	);

	it('is last year’s edition, become a new one', async () => {
		const { db } = world();
		const report = await back(db, (await written(db, 'gunma', true, 2025)).text, 2027);
		expect(report.counts).toMatchObject({ new: 0, changed: 0, unchanged: 5 });
		expect(report.missing).toMatchObject([{ name: 'しごと準備室 みちくさ', withdrawn: false }]);
	});

	it('is the whole of another database, ids and all', async () => {
		const { db, ids } = world();
		const { text } = await written(db, 'gunma', true);
		const other = copy(prepared);
		expect((await back(other, text, 2027, 'gunma')).counts.new).toBe(Object.keys(ids).length);
		expect((await written(other, 'gunma', true)).text).toBe(text);
	});

	it('keeps the number under which a publisher knows it', async () => {
		const db = copy(prepared);
		const rows = wamnetFile([{ no: 'A0000000001' }]);
		await importFile(db, { fileName: 'wamnet.csv', bytes: rows, year: 2026, by, at: now });
		const { text } = await written(db, 'gunma', false);
		expect(text).toContain('wamnet/就労移行支援,A0000000001');
		expect((await back(db, text, 2027)).counts).toMatchObject({ new: 0, unchanged: 1, missing: 0 });
	});
});

describe('An export that is not for staff', () => {
	it('holds none of what is withheld, and leaves out whom the web may not show', async () => {
		const { db } = world();
		const { text, rows, leftOut } = await written(db, 'gunma', false);
		expect([rows, leftOut]).toEqual([5, 1]);
		expect(text).not.toContain(canary(''));
		expect((await written(db, 'gunma', true)).text).toContain(canary('非公開の番地'));
	});

	it('begins with the mark by which spreadsheets know UTF-8', async () => {
		expect((await written(world().db, 'gunma', false)).text).toMatch(/^\ufeff資源ID,/);
	});
});
