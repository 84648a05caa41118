import { describe, expect, it } from 'vitest';
import { forms, type Encoding, type Form } from '#lib/domain/formats/export/about.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { exportFile, lostLetters } from '#lib/server/exports/file.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { copy, sample } from '../../support/seeds.ts';
import { importAgain, tableOf, written } from '../../support/sheet.ts';
import { canary, now, world } from '../../support/world.ts';

type More = { staff: boolean; year?: number; encoding?: Encoding; query?: string };

const fileOf = (
	db: Database,
	slug: string,
	form: Form,
	{ staff, year, encoding = 'utf-8', query }: More
) =>
	exportFile(db, {
		...{ regionId: regions.find(db, slug)!.id, staff, form, encoding, year: year ?? null },
		...{ origin: 'https://example.jp' },
		editionId: year === undefined ? null : staffView.all(db, { region: slug, year })[0]!.id,
		within: query === undefined ? null : parseFilter(new URLSearchParams(query))
	});

const ways: [Form, Encoding][] = [
	['csv', 'utf-8'],
	['csv', 'cp932'],
	['xlsx', 'utf-8'],
	['json', 'utf-8']
];

describe.each(ways)('The sample region as %s (%s)', (form, encoding) => {
	it.each([true, false])('comes back without a change (for staff: %s)', async (staff) => {
		const db = copy(sample);
		const { body, rows } = await fileOf(db, 'sakura', form, { staff, encoding });
		const report = await importAgain(db, body, { year: 2027, at: now });
		expect(report.problems).toEqual([]);
		expect(report.counts).toMatchObject({ new: 0, changed: 0, unchanged: rows });
	});

	it('has nothing in it that readers may not see, unless it is for staff', async () => {
		const { db } = world();
		const { body, rows, selection } = await fileOf(db, 'gunma', form, { staff: false, encoding });
		expect([rows, selection.about.leftOut]).toEqual([5, 1]);
		expect(await textOf(body)).not.toContain(canary(''));
		const { body: whole } = await fileOf(db, 'gunma', form, { staff: true, encoding });
		expect(await textOf(whole)).toContain(canary('非公開の番地'));
	});
});

async function textOf(body: string | Uint8Array): Promise<string> {
	const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
	const { rows } = (await tableOf(bytes)).table;
	return rows.map(({ cells }) => [...cells.values()].join('\n')).join('\n');
}

describe('A workbook in which five cells were written', () => {
	const edits = [
		[1, '電話', '03-0123-4567'],
		[2, '定員', 12],
		[3, '受入れの日付', new Date('2026-11-30T00:00:00Z')],
		[4, '職員メモ', '=1+1'],
		[5, '説明', null]
	] as const;

	it('changes those five fields and nothing else', async () => {
		const db = copy(sample);
		const { body, rows } = await fileOf(db, 'sakura', 'xlsx', { staff: true });
		const report = await importAgain(db, await written(body as Uint8Array, edits), {
			year: 2027,
			at: now
		});
		expect(report.problems).toEqual([]);
		expect(report.counts).toMatchObject({ new: 0, changed: 5, unchanged: rows - 5 });
		expect(report.changed.map(({ fields }) => fields)).toEqual([
			['連絡先'],
			['定員'],
			['受け入れ'],
			['職員だけの項目'],
			['紹介']
		]);
	});

	it('still tells from which revision each row was made', async () => {
		const db = copy(sample);
		const { body } = await fileOf(db, 'sakura', 'xlsx', { staff: true });
		const { table } = await tableOf(await written(body as Uint8Array, edits));
		const numbers = db.$client
			.prepare(
				'SELECT r.id, v.number FROM resources r JOIN revisions v ON v.id = r.current_revision_id'
			)
			.raw()
			.all() as [string, number][];
		const known = new Map(numbers);
		for (const { cells } of table.rows) {
			expect(cells.get('元の改訂')).toBe(String(known.get(cells.get('資源ID')!)));
		}
		const { body: open } = await fileOf(db, 'sakura', 'xlsx', { staff: false });
		expect((await tableOf(open as Uint8Array)).table.header).not.toContain('元の改訂');
	});
});

describe('A new place written below the last row of a workbook', () => {
	it('is the only new one, and keeps the zeros of its telephone', async () => {
		const db = copy(sample);
		const { body, rows } = await fileOf(db, 'sakura', 'xlsx', { staff: true });
		const below = rows + 1;
		const edited = await written(body as Uint8Array, [
			[below, '名前', '新しい居場所'],
			[below, '区分', '居場所'],
			[below, '電話', '0120-000-000']
		]);
		const report = await importAgain(db, edited, { year: 2027, region: 'sakura', at: now });
		expect(report.problems).toEqual([]);
		expect(report.counts).toMatchObject({ new: 1, changed: 0, unchanged: rows });
	});
});

describe('A list as a file', () => {
	it.each(forms)('has as %s what the list has, and in its order', async (form) => {
		const db = copy(sample);
		const query = 'category=ibasho&sort=municipality';
		const { body, rows, selection } = await fileOf(db, 'sakura', form, { staff: false, query });
		expect(rows).toBeGreaterThan(3);
		expect(selection.about.condition).toBe('条件：居場所');
		if (form !== 'geojson') return expect(selection.chosen).toHaveLength(rows);
		const { features } = JSON.parse(body as string) as { features: { id: string }[] };
		expect(features.map(({ id }) => id)).toEqual(selection.chosen.map(({ id }) => id));
	});

	it('of an edition is what it printed', async () => {
		const db = copy(sample);
		const { body, rows, name } = await fileOf(db, 'sakura', 'xlsx', { staff: false, year: 2025 });
		expect(name).toBe('sakura-2025-resources.xlsx');
		expect((await tableOf(body as Uint8Array)).table.rows).toHaveLength(rows);
	});

	it('is the same bytes as long as nothing changes', async () => {
		const db = copy(sample);
		const [one, other] = [
			await fileOf(db, 'sakura', 'xlsx', { staff: true }),
			await fileOf(db, 'sakura', 'xlsx', { staff: true })
		];
		expect(Buffer.compare(one.body as Uint8Array, other.body as Uint8Array)).toBe(0);
	});

	it('for staff says where a place is that nobody else is told', async () => {
		const { db } = world();
		const of = async (staff: boolean) => (await fileOf(db, 'gunma', 'geojson', { staff })).body;
		expect(await of(true)).toContain(canary('非公開の番地'));
		expect(await of(false)).not.toContain(canary(''));
	});
});

describe('Letters that CP932 does not have', () => {
	it('are told with the places they stand in, and are not lost when the file comes back', async () => {
		const db = copy(sample);
		const regionId = regions.find(db, 'sakura')!.id;
		const asked = { regionId, editionId: null, staff: true };
		expect(await lostLetters(db, asked)).toEqual([]);
		const more = { year: 2027, region: 'sakura', at: now };
		await importAgain(db, '名前,区分,説明\n𠮷の家,居場所,𠮷と😀\n', more);
		expect(await lostLetters(db, asked)).toEqual([
			{ letter: '𠮷', times: 2, names: ['𠮷の家'] },
			{ letter: '😀', times: 1, names: ['𠮷の家'] }
		]);
		const file = await fileOf(db, 'sakura', 'csv', { staff: true, encoding: 'cp932' });
		const { body, rows } = file;
		expect(file.lost).toEqual(await lostLetters(db, asked));
		expect(new TextDecoder('shift_jis').decode(body as Uint8Array)).toContain('〓の家');
		const report = await importAgain(db, body, { year: 2028, at: now });
		expect(report.counts).toMatchObject({ new: 0, changed: 0, unchanged: rows });
	});
});
