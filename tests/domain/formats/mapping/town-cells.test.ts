import { describe, expect, it } from 'vitest';
import { numberOfDate } from '#lib/domain/formats/cells/excel-date.ts';
import { readTelephones } from '#lib/domain/formats/cells/telephone.ts';
import { context } from '../../../support/formats.ts';
import { readRow } from '../../../support/mapped-rows.ts';

const contentOf = (...args: Parameters<typeof readRow>) => readRow(...args).content!;
const town = context.gazetteer.byCode.get('102016')!;

describe('The town of a title', () => {
	const titled = { titled: { town, category: 'family' } };

	it('is that of a row without one, which is told beside its address or its name', () => {
		for (const [cells, column] of [
			[{ address: '見本町1-2' }, 'address'],
			[{ access: '見本公民館' }, 'name']
		] as const) {
			const { content, warnings } = readRow(cells, {}, titled);
			expect(content!.location.municipality).toBe('102016');
			expect(warnings).toMatchObject([{ line: 2, column, kind: 'municipality' }]);
		}
	});

	it('says nothing against an address', () => {
		const { content, warnings } = readRow({ address: '高崎市見本町1-2' }, {}, titled);
		expect(content!.location.municipality).toBe('102024');
		expect(warnings).toEqual([]);
	});

	it('goes with a category, after what the name says', () => {
		expect(contentOf({}, {}, titled).categories).toEqual(['family']);
		expect(contentOf({ name: '見本クリニック' }, {}, titled).categories).toEqual(['medical']);
	});
});

describe('Cells of towns', () => {
	it('hold one number for telephone and FAX', () => {
		const numbers = (cell: string) =>
			readTelephones(cell).phones.map(({ kind, number, label }) => [kind, number, label]);
		for (const words of ['TEL/FAX ', '電話・ＦＡＸ：', 'TEL＆FAX兼用 ']) {
			expect(numbers(`${words}027-224-1111`)).toEqual([
				['voice', '027-224-1111', null],
				['fax', '027-224-1111', null]
			]);
			expect(readTelephones(`${words}027-224-1111`).unread).toEqual([]);
		}
	});

	it.each([
		['18歳以上65歳未満', 18, 64],
		['15歳以上、39歳以下', 15, 39],
		['15歳以上39歳まで', 15, 39]
	])('hold the ages %s', (ages, ageMin, ageMax) => {
		expect(contentOf({ ages })).toMatchObject({ ageMin, ageMax });
	});

	it('hold a postal code without its dash, in full width before an address too', () => {
		expect(contentOf({ postal_code: '3710026' }).location.postalCode).toBe('371-0026');
		const { location } = contentOf({ address: '〒３７１００２６　前橋市見本町１' });
		expect(location).toMatchObject({ municipality: '102016', postalCode: '371-0026' });
	});

	it('hold names that are drawn apart, or stand with their reading', () => {
		expect(contentOf({ name: '見　本　の　家' }).name).toBe('見本の家');
		expect(contentOf({ name: '見本の会　第二作業所' }).name).toBe('見本の会　第二作業所');
		const columns = [{ from: '名称（ふりがな）', to: 'name' as const }];
		const both = contentOf({ '名称（ふりがな）': '見本の家（みほんのいえ）' }, { columns });
		expect(both).toMatchObject({ name: 'みほん 見本の家', kana: 'みほんのいえ' });
		expect(contentOf({ name: '見本の家（みほん）' }).name).toBe('見本の家（みほん）');
	});

	it('hold a quarter beside a whole address, which stays whole', () => {
		const { location, description } = contentOf({ address: '前橋市見本町1-2', town: '東部' });
		expect(location).toMatchObject({ town: '見本町', street: '1-2' });
		expect(description).toBe('town：東部');
	});

	it('hold days above times, which are one', () => {
		const { schedules } = contentOf({ hours: '月～金\n10:00～15:00' });
		expect(schedules).toMatchObject([{ text: '月～金 10:00～15:00', startsAt: '10:00' }]);
		const two = contentOf({ hours: '第1火曜 10:00～12:00\n第3木曜 13:00～15:00' });
		expect(two.schedules).toHaveLength(2);
	});

	it('hold bare numbers, which are said with the name of their column', () => {
		const columns = [{ from: '会員数', to: 'description' as const }];
		expect(contentOf({ 会員数: '10人' }, { columns }).description).toBe('会員数：10人');
	});

	it('hold dates that were the number of a street, and are told', () => {
		expect(['1月2日', '2026/1/2', '2-Jan', '1-2', '1番2号'].map(numberOfDate)).toEqual([
			...['1-2', '1-2', '1-2', null, null]
		]);
		const { warnings } = readRow({ municipality: '前橋市', street: '1月2日' });
		expect(warnings).toMatchObject([{ column: 'street', found: '1月2日' }]);
	});
});
