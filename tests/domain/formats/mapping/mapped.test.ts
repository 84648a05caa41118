import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappedColumn } from '#lib/domain/formats/mapping/mapping.ts';
import { targets } from '#lib/domain/formats/mapping/targets.ts';
import { readRow } from '../../../support/mapped-rows.ts';

const contentOf = (...args: Parameters<typeof readRow>) => readRow(...args).content!;
const kindsOf = (...args: Parameters<typeof readRow>) =>
	readRow(...args).warnings.map(({ column, kind }) => `${column}: ${kind}`);

describe('The place of a row', () => {
	const placeOf = (...args: Parameters<typeof readRow>) => contentOf(...args).location;
	const known = { municipality: '102016', town: '見本町', street: '1-2' };

	it.each([
		['whole', { address: '群馬県前橋市見本町1-2' }],
		['with its postal code', { address: '〒371-0001 群馬県前橋市見本町1-2' }],
		['joined', { prefecture: '群馬県', municipality: '前橋市', address: '見本町1-2' }],
		['said twice', { municipality: '前橋市', address: '前橋市見本町1-2' }],
		['split', { prefecture: '群馬県', municipality: '前橋市', town: '見本町', street: '1-2' }],
		['split and whole', { address: '群馬県前橋市見本町1-2', town: '見本町', street: '1-2' }],
		['whole in the column of the municipality', { municipality: '群馬県前橋市見本町1-2' }],
		['without its prefecture', { municipality: '前橋市', address: '見本町1-2' }],
		['with a code', { municipality_code: '10201', address: '見本町1-2' }],
		['with a code that lost its zero', { municipality_code: '102016', address: '見本町1-2' }],
		['after its publisher’s code', { publisher_code: '102016', address: '見本町1-2' }],
		['in two columns', { 'address/1': '前橋市見本町', 'address/2': '1-2' }]
	])('is found when it is %s', (_, cells) => {
		expect(placeOf(cells)).toMatchObject(known);
		expect(contentOf(cells).precision).toBe('exact');
	});

	it('is the address’s, not the publisher’s, when they differ', () => {
		const cells = { publisher_code: '102016', address: '群馬県高崎市見本町1-2' };
		expect(placeOf(cells)).toMatchObject({ municipality: '102024' });
		expect(kindsOf({ ...cells, municipality: '前橋市' })).toEqual(['address: municipality']);
	});

	it('has its building apart', () => {
		const place = placeOf({ address: '前橋市見本町1-2 例ビル3F' });
		expect(place).toMatchObject({ ...known, building: '例ビル3F' });
	});

	it('is only as precise as what is said', () => {
		expect(contentOf({ address: '前橋市見本町' }).precision).toBe('town');
		expect(contentOf({ municipality: '前橋市' }).precision).toBe('municipality');
		expect(contentOf({ address: '前橋市見本町1-2', precision: '市区町村まで' }).precision).toBe(
			'municipality'
		);
	});

	it('is in the one town that the file is about, with a warning, and in none of several', () => {
		const about = (...around: string[]) => readRow({ address: '見本町1-2' }, {}, { around });
		expect(about('102016').content!.location).toMatchObject(known);
		expect(about('102016').warnings).toMatchObject([{ kind: 'municipality' }]);
		for (const reading of [about(), about('102016', '102024')]) {
			expect(reading.content!.location).toMatchObject({ municipality: null, town: '見本町' });
			expect(reading.warnings).toMatchObject([{ column: 'address', kind: 'municipality' }]);
		}
		expect(about('102016', '102024').prefecture).toBe('10');
	});

	it('has a point in its prefecture, put right only where that is certain', () => {
		const at = (latitude: string, longitude: string) =>
			readRow({ municipality: '前橋市', latitude, longitude });
		const point = { latitude: 36.39, longitude: 139.06 };
		expect(at('36.39', '139.06').content!.location).toMatchObject(point);
		expect(at('36.39', '139.06').warnings).toEqual([]);
		for (const [latitude, longitude] of [
			['139.06', '36.39'],
			['36度23分24秒', '139度3分36秒']
		] as const) {
			expect(at(latitude, longitude).content!.location).toMatchObject(point);
			expect(at(latitude, longitude).warnings).toMatchObject([{ kind: 'coordinates' }]);
		}
		for (const [latitude, longitude] of [
			['43.06', '141.35'],
			['0', '0'],
			['36.39', ''],
			['不明', '不明な点']
		] as const) {
			const { content, warnings } = at(latitude, longitude);
			expect(content!.location).toMatchObject({ latitude: null, longitude: null });
			expect(warnings).toMatchObject([{ kind: 'coordinates' }]);
		}
		expect(contentOf({ municipality: '前橋市', point: '36.39,139.06' }).location).toMatchObject(
			point
		);
	});
});

describe('The ways to reach a place', () => {
	it('are all that a cell holds', () => {
		const phone = '027-224-1111（内線12）、福祉課 027-224-1112\nFAX 027-224-1113';
		expect(contentOf({ phone, fax: '027-224-1114' }).phones).toMatchObject([
			{ number: '027-224-1111', label: '内線12', kind: 'voice' },
			{ number: '027-224-1112', label: '福祉課' },
			{ number: '027-224-1113', kind: 'fax', label: null },
			{ number: '027-224-1114', kind: 'fax' }
		]);
	});

	it('have the name and extension of their own columns', () => {
		const cells = { phone: '027-224-1111', phone_label: '福祉課', extension: '34' };
		expect(contentOf(cells).phones).toMatchObject([{ label: '福祉課 内線34' }]);
	});

	it('without an area code are for staff alone; the file’s usual one is a hint and no more', () => {
		const others = [{ phone: '027-224-1111' }, { phone: '027-224-1112' }];
		const { content, warnings } = readRow({ phone: '224-1119' }, {}, {}, others);
		expect(content!.phones).toMatchObject([{ number: '224-1119', visibility: 'staff' }]);
		expect(warnings[0]!.message).toContain('027-224-1119');
		expect(readRow({ phone: '272241111' }).content!.phones).toMatchObject([
			{ visibility: 'staff' }
		]);
	});

	it('beside a person’s name tell nobody whose they are', () => {
		const { content, warnings } = readRow({ phone: '見本 花子 090-0000-0001' });
		expect(content!.phones).toMatchObject([{ visibility: 'staff', label: null }]);
		expect(content!.staffNote).toContain('見本 花子');
		expect(warnings).toMatchObject([{ kind: 'phone' }]);
		const labelled = contentOf({ phone: '027-224-1111', phone_label: '見本 花子' });
		expect(labelled.phones).toMatchObject([{ label: null, visibility: 'public' }]);
	});

	it('of the web may lack their scheme or be mail', () => {
		expect(contentOf({ url: 'www.example.jp/a' }).links).toMatchObject([
			{ url: 'http://www.example.jp/a' }
		]);
		const { content, warnings } = readRow({ url: 'mihon@example.jp', mail: 'a@example.jp' });
		expect(content!.links).toEqual([]);
		expect(content!.contacts).toMatchObject([
			{ kind: 'mail', value: 'a@example.jp' },
			{ kind: 'mail' }
		]);
		expect(warnings).toMatchObject([{ column: 'url', kind: 'web-address' }]);
	});

	it('that are none are kept for staff', () => {
		const { content } = readRow({ phone: '市役所へ', url: '市のサイト', mail: 'なし' });
		expect(content).toMatchObject({ phones: [], links: [], contacts: [] });
		expect(content!.staffNote).toBe('phone（元のデータ）：市役所へ\nurl（元のデータ）：市のサイト');
	});
});

describe('The hours of a row', () => {
	it('are a schedule where days and times say one', () => {
		const cells = {
			weekdays: '月～金',
			opens: '9：00',
			closes: '17時',
			hours_note: '年末年始は休み'
		};
		expect(contentOf(cells)).toMatchObject({
			schedules: [
				{
					...{ frequency: 'weekly', days: ['mo', 'tu', 'we', 'th', 'fr'] },
					...{ startsAt: '09:00', endsAt: '17:00', closings: [{ from: '12-29', to: '01-03' }] }
				}
			],
			hoursNote: null
		});
	});

	it('are read where a note calls it 利用不可, which stays as it was written', () => {
		const note = '祝日と年末年始（12/29～1/3）は終日利用不可。';
		const { schedules, hoursNote } = contentOf({
			weekdays: '月火水',
			opens: '9:00',
			closes: '17:00',
			hours_note: note
		});
		expect(schedules).toMatchObject([{ frequency: 'weekly', holidays: 'closed' }]);
		expect(hoursNote).toBe(note);
	});

	it('promise no dates where the note says something of days that is not understood', () => {
		const note = '日によって不定休。夏期は9:30から';
		const cells = { weekdays: '月火水', opens: '9:00', closes: '17:00', hours_note: note };
		const { content, warnings } = readRow(cells);
		expect(content).toMatchObject({
			schedules: [{ text: '月・火・水 9:00〜17:00', frequency: null }],
			hoursNote: note
		});
		expect(warnings).toMatchObject([{ column: 'hours_note', kind: 'hours', found: note }]);
	});

	it('that were destroyed upstream are kept and flagged', () => {
		const { content, warnings } = readRow({ hours_note: '直売所は8:00?15:00' });
		expect(content!.hoursNote).toBe('直売所は8:00?15:00');
		expect(warnings).toMatchObject([{ kind: 'damaged', found: '直売所は8:00?15:00' }]);
	});

	it('of an event are its dates', () => {
		const cells = { starts_on: 'R8.4.1', ends_on: '2026/4/1', opens: '10時', closes: '12時' };
		expect(contentOf(cells).schedules).toMatchObject([
			{ frequency: 'once', startsOn: '2026-04-01', startsAt: '10:00', endsAt: '12:00' }
		]);
	});

	it('in words are words where nothing else is certain', () => {
		const { content, warnings } = readRow({ hours: '月2回ほど' });
		expect(content!.schedules).toMatchObject([{ text: '月2回ほど', frequency: null }]);
		expect(warnings).toMatchObject([{ kind: 'hours' }]);
	});
});

describe('Words of a town', () => {
	it('are our terms where that is certain, and said as they are elsewhere', () => {
		const cells = { categories: '就労B', fee: '無料', audiences: 'どなたでも', gender: '女性のみ' };
		expect(contentOf(cells)).toMatchObject({
			...{ categories: ['continuous-work'], fee: 'free', audiences: ['anyone'], gender: 'women' }
		});
		expect(contentOf({ audiences: '本人・家族' })).toMatchObject({
			audiences: ['person', 'family']
		});
		expect(contentOf({ audiences: '市の認めた者' })).toMatchObject({
			...{ audiences: [], description: 'audiences：市の認めた者' }
		});
		expect(contentOf({ fee: '200' })).toMatchObject({ fee: 'paid', feeNote: 'fee：200円' });
	});

	it('are what the mapping says they are', () => {
		const columns: MappedColumn[] = [
			{ from: '種別', to: 'categories', words: { 作業: '就労継続支援', 茶話会: 'ibasho' } },
			{ from: '車いす', to: 'accessibility', words: { はい: 'step-free' } },
			{ from: '予約', to: 'eases', words: { 要: '予約不要=いいえ' } }
		];
		const cells = { 種別: '作業、茶話会', 車いす: '〇', 予約: '要' };
		expect(contentOf(cells, { columns })).toMatchObject({
			...{ categories: ['continuous-work', 'ibasho'], accessibility: ['step-free'] },
			eases: { 'no-booking': 'no' }
		});
		expect(contentOf({ ...cells, 車いす: '×' }, { columns }).accessibility).toEqual([]);
	});

	it('of ages are ages', () => {
		expect(contentOf({ ages: '15歳～39歳' })).toMatchObject({ ageMin: 15, ageMax: 39 });
		expect(contentOf({ ages: '18歳以上' })).toMatchObject({ ageMin: 18, ageMax: null });
		expect(contentOf({ ages: '40歳未満' })).toMatchObject({ ageMin: null, ageMax: 39 });
		expect(contentOf({ ages: '小学生から' })).toMatchObject({ description: 'ages：小学生から' });
	});
});

describe('The category of a row', () => {
	const constants = { categories: '相談窓口' };

	it('is what it says, else what was said of all, else what its name says, else another place', () => {
		const cells = { name: 'みほん病院' };
		expect(contentOf({ ...cells, categories: '家族会' }, { constants }).categories).toEqual([
			'family'
		]);
		expect(contentOf(cells, { constants }).categories).toEqual(['consultation']);
		expect(contentOf(cells, {}, { category: 'work' }).categories).toEqual(['work']);
		expect(contentOf(cells).categories).toEqual(['medical']);
		expect(contentOf({ name: '見本東公園' }).categories).toEqual(['other']);
	});
});

describe('A row', () => {
	it('of a file without consents has none, and its file as its source', () => {
		const content = contentOf({ name: 'みほん' }, {}, { fileName: 'mihon.xlsx' });
		expect(content.consents).toEqual([]);
		expect(content.sources).toMatchObject([{ name: '見本の一覧（mihon.xlsx）' }]);
		const constants = { consents: 'サイト|市|オープンデータ' };
		expect(contentOf({ name: 'みほん' }, { constants }).consents).toMatchObject([
			{ channel: 'web' }
		]);
	});

	it('with a 法人番号 that a spreadsheet has destroyed keeps nothing of it', () => {
		const { content, warnings } = readRow({ organization: '見本会', corporate_number: '1.00E+12' });
		expect(content!.organization).toMatchObject({ name: '見本会', corporateNumber: null });
		expect(JSON.stringify(content)).not.toContain('E+12');
		expect(warnings).toMatchObject([{ kind: 'corporate-number', found: '1.00E+12' }]);
	});

	it('in half-width and decomposed kana is in whole ones', () => {
		const name = 'ひだまりパーク';
		expect(contentOf({ name: name.normalize('NFD'), kana: 'ﾋﾀﾞﾏﾘﾊﾟｰｸ' })).toMatchObject({
			...{ name, kana: 'ヒダマリパーク' }
		});
	});

	it('with a text that is too long keeps what fits, and the rest for staff', () => {
		const { content, warnings } = readRow({ summary: 'あ'.repeat(100) });
		expect(content!.summary).toHaveLength(80);
		expect(content!.staffNote).toContain('あ'.repeat(100));
		expect(warnings).toMatchObject([{ column: 'summary' }]);
	});

	it('is never refused for a cell, whatever stands in it', () => {
		const cells = fc.dictionary(
			fc.constantFrom(...targets.map(({ target }) => target).filter((one) => one !== 'name')),
			fc.oneof(
				fc.string({ unit: 'binary', maxLength: 60 }),
				fc.constantFrom(
					'9999999999',
					'１',
					'-',
					'2026-02-30',
					'x'.repeat(3000),
					'年',
					'|;|',
					'=1+1',
					'0-0-0',
					'99歳～1歳'
				),
				fc.constantFrom(
					'1|2026-01-01|追加|18:00|9:00',
					'サイト|a|b;サイト|a|b',
					'メール:http://x',
					'36.1,139.1'
				)
			),
			{ maxKeys: 12 }
		);
		fc.assert(
			fc.property(cells, (some) => {
				const { content, problems } = readRow({ ...some, name: '見本' });
				return content?.name === '見本' && problems.length === 0;
			}),
			{ numRuns: 500 }
		);
	});
});
