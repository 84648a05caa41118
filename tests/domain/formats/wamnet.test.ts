import { describe, expect, it, test } from 'vitest';
import { contentSchema, type Content } from '#lib/domain/resource/content.ts';
import { wamnet } from '#lib/domain/formats/wamnet/wamnet.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { waysOf } from '#lib/domain/reader/profile/ways.ts';
import { context, wamnetCells, type WamnetRow } from '../../support/formats.ts';
import { content } from '../../support/world.ts';

const read = (row: WamnetRow = {}, given = context) =>
	wamnet.read({ line: 2, cells: wamnetCells(row) }, given);
const contentOf = (row: WamnetRow): Content => read(row).content!;
const warnings = (row: WamnetRow) =>
	read(row).warnings.map(({ line, column, kind, found }) => [line, column, kind, found]);
const again = (row: WamnetRow, before: Content) =>
	wamnet.readOnto(read(row), before, context).content!;

describe('A row of WAM NET', () => {
	it('is an office under the number of its service', () => {
		const { source, content: office, warnings, problems } = read();
		expect([source, warnings, problems]).toEqual([
			{ source: 'wamnet/就労移行支援', number: 'A0000000001' },
			[],
			[]
		]);
		expect(office).toMatchObject({
			name: '見本作業所',
			kana: 'みほんさぎょうしょ',
			organization: { name: '株式会社みほん', kana: 'かぶしきがいしゃみほん' },
			categories: ['employment-transition'],
			needs: ['own-way-work'],
			audiences: ['person'],
			fee: 'insured',
			precision: 'exact',
			location: {
				municipality: '102024',
				street: '見本町1-2',
				latitude: 36.32,
				longitude: 139.01
			}
		});
		expect(office!.consents.map(({ channel }) => channel)).toEqual(['web', 'paper']);
		expect(office!.sources[0]).toMatchObject({ retrievedOn: null });
	});

	it.each([
		['就労定着支援', 'employment-retention', 'own-way-work'],
		['自立訓練（生活訓練）', 'life-training', 'daily-help'],
		['自立生活援助', 'independent-living', 'daily-help']
	])('of %s is in %s, for those who want %s', (サービス種別, category, need) => {
		const { categories, needs } = contentOf({ サービス種別 });
		expect([categories, needs]).toEqual([[category], [need]]);
	});

	it('of another service says so, and takes the category that was chosen', () => {
		expect(warnings({ サービス種別: '短期入所' })).toEqual([
			[2, 'サービス種別', 'service', '短期入所']
		]);
		expect(contentOf({ サービス種別: '短期入所' }).categories).toEqual(['daily-life']);
		const chosen = read({ サービス種別: '短期入所' }, { ...context, category: 'housing' });
		expect(chosen.content!.categories).toEqual(['housing']);
	});

	it('opens every week at the hours of its columns', () => {
		const { schedules } = contentOf({
			'利用可能な時間帯（平日）': '09:00-17:30',
			'利用可能な時間帯（土曜）': '10:00-15:00'
		});
		expect(
			schedules.map(({ text, frequency, days, startsAt, endsAt, holidays }) => [
				text,
				frequency,
				days.join(),
				startsAt,
				endsAt,
				holidays
			])
		).toEqual([
			['平日 9:00〜17:30', 'weekly', 'mo,tu,we,th,fr', '09:00', '17:30', null],
			['土曜 10:00〜15:00', 'weekly', 'sa', '10:00', '15:00', null]
		]);
	});

	it('is open on holidays when it says so, and at its own hours when those are others', () => {
		const holidays = (time: string) =>
			contentOf({
				'利用可能な時間帯（平日）': '09:00-17:00',
				'利用可能な時間帯（祝日）': time
			}).schedules.map(({ text, frequency, holidays }) => [text, frequency, holidays]);
		expect(holidays('09:00-17:00')).toEqual([
			['平日 9:00〜17:00', 'weekly', 'open'],
			['祝日 9:00〜17:00', null, null]
		]);
		expect(holidays('10:00-12:00')).toEqual([
			['平日 9:00〜17:00', 'weekly', null],
			['祝日 10:00〜12:00', null, null]
		]);
	});

	it.each(['15:00-15:00', '00:00-00:00', '10:00-09:00', '午後', '25:00-26:00'])(
		'keeps the hours 「%s」 as words, with a warning',
		(hours) => {
			const row = { '利用可能な時間帯（日曜）': hours };
			expect(warnings(row)).toEqual([[2, '利用可能な時間帯（日曜）', 'hours', hours]]);
			expect(contentOf(row)).toMatchObject({
				schedules: [],
				hoursNote: `日曜の時間帯は「${hours}」と書かれています`
			});
		}
	);

	it('keeps days off and remarks word for word', () => {
		expect(
			contentOf({
				定休日: '\t土日祝\t',
				'利用可能曜日特記事項（留意事項）': '第1土曜は\n開所'
			}).hoursNote
		).toBe('定休日：土日祝\n留意事項：第1土曜は 開所');
	});

	it('tidies spaces around a name and keeps those within', () => {
		expect(contentOf({ name: '　見本　作業所\t\t' }).name).toBe('見本　作業所');
	});

	it('gives bare digits their hyphens, and keeps what it cannot read', () => {
		expect(
			contentOf({ 事業所電話番号: '0312345678', 事業所FAX番号: '64-1033' }).phones
		).toMatchObject([
			{ kind: 'voice', number: '03-1234-5678' },
			{ kind: 'fax', number: '64-1033' }
		]);
	});

	it('completes a plain host, and keeps any other words for the staff', () => {
		expect(contentOf({ 事業所URL: 'www.example.jp' }).links).toEqual([
			{ label: '事業所のサイト', url: 'http://www.example.jp' }
		]);
		const odd = contentOf({ 事業所URL: 'http://www.example.jｐ' });
		expect([odd.links, odd.staffNote]).toEqual([
			[],
			'事業所URL（元のデータ）：http://www.example.jｐ'
		]);
	});

	it('stands in the town of its address, not of the authority in the first column', () => {
		const row = {
			都道府県コード又は市区町村コード: '01100',
			'事業所住所（市区町村）': '群馬県前橋市'
		};
		expect(contentOf(row).location.municipality).toBe('102016');
	});

	it('in an unknown town is kept with its words and its prefecture', () => {
		const row = { '事業所住所（市区町村）': '群馬県まぼろし郡まぼろし町' };
		expect(read(row).prefecture).toBe('10');
		expect(contentOf(row).location).toMatchObject({
			municipality: null,
			street: 'まぼろし郡まぼろし町見本町1-2'
		});
	});
});

const odd: [string, WamnetRow, string, string][] = [
	['a corporate number too short', { 法人番号: '430005003948 ' }, '法人番号', 'corporate-number'],
	['one whose check digit is wrong', { 法人番号: '8700110005902' }, '法人番号', 'corporate-number'],
	['latin letters in a reading', { 事業所の名称_かな: 'みほんABC' }, '事業所の名称_かな', 'kana'],
	['a letter that was lost', { 法人の名称: '株式�会社' }, '法人の名称', 'damaged'],
	['a telephone number', { 事業所電話番号: '64-1033' }, '事業所電話番号', 'phone'],
	['no coordinates', { 事業所緯度: '' }, '事業所緯度', 'coordinates'],
	['coordinates abroad', { 事業所経度: '2.35' }, '事業所緯度', 'coordinates'],
	['a capacity in words', { 定員: '若干名' }, '定員', 'number'],
	[
		'a town that is none',
		{ '事業所住所（市区町村）': '群馬県まぼろし市' },
		'事業所住所（市区町村）',
		'municipality'
	]
];

test.each(odd)('%s is a warning, and the row is kept', (_, row, column, kind) => {
	const { content, warnings, problems } = read(row);
	expect(warnings.map((one) => [one.column, one.kind])).toEqual([[column, kind]]);
	expect([content?.name, problems]).toEqual(['見本作業所', []]);
});

test('an odd value leaves the field empty rather than wrong', () => {
	const { organization, location, capacity } = contentOf({
		法人番号: '123',
		事業所緯度: '0',
		定員: '若干名'
	});
	expect([organization!.corporateNumber, location.latitude, capacity]).toEqual([null, null, null]);
});

test.each([
	['NO（※システム内の固有の番号、連番）', '空です'],
	['事業所の名称', '空です'],
	['サービス種別', '空です']
])('a row without %s cannot be', (column, message) => {
	const { content, problems } = read({ [column]: ' ' });
	expect(content).toBeNull();
	expect(problems.map((one) => [one.line, one.column])).toEqual([[2, column]]);
	expect(problems[0]!.message).toContain(message);
});

test('a name longer than a name may be is a problem that names the column', () => {
	expect(read({ name: 'あ'.repeat(101) }).problems).toMatchObject([
		{ line: 2, column: '事業所の名称', message: '100文字までです。' }
	]);
});

test('a header with a column missing is refused by its name', () => {
	const header = [...wamnetCells().keys()].filter((name) => name !== '定員');
	expect(wamnet.recognise(header)).toBe(true);
	expect(wamnet.check(header, { category: null }).map(({ column }) => column)).toEqual(['定員']);
});

describe('A row that comes again', () => {
	const row: WamnetRow = {
		事業所電話番号: '03-1234-5678',
		'利用可能な時間帯（平日）': '09:00-17:00',
		定休日: '日曜'
	};
	const first = contentOf(row);

	it('says the same', () => {
		expect(again(row, first)).toEqual(first);
	});

	it('replaces what the file said before', () => {
		const newer = again({ ...row, 事業所電話番号: '03-1234-9999', 定休日: '土日' }, first);
		expect(newer.phones.map(({ number }) => number)).toEqual(['03-1234-9999']);
		expect(newer.hoursNote).toBe('定休日：土日');
	});

	it('keeps what people added since, and above all what they decided to withhold', () => {
		const corrected: Content = {
			...first,
			precision: 'municipality',
			eases: { 'visit-first': 'yes' },
			summary: '静かな作業所です',
			phones: [
				{ kind: 'voice', number: '03-1234-5678', label: null, visibility: 'staff' },
				{ kind: 'voice', number: '090-0000-0000', label: '担当', visibility: 'public' }
			],
			hoursNote: '定休日：日曜\n見学は水曜に',
			links: [{ label: 'ブログ', url: 'https://blog.example.jp/' }],
			location: { ...first.location, town: '見本町', street: '1-2', building: null }
		};
		const newer = again({ ...row, 事業所URL: 'https://example.jp/' }, corrected);
		expect(newer).toMatchObject({
			precision: 'municipality',
			eases: { 'visit-first': 'yes' },
			summary: '静かな作業所です',
			hoursNote: '定休日：日曜\n見学は水曜に',
			location: { town: '見本町', street: '1-2' }
		});
		expect(newer.phones).toEqual(corrected.phones);
		expect(newer.links.map(({ url }) => url)).toEqual([
			'https://example.jp/',
			'https://blog.example.jp/'
		]);
	});

	it('moves with its address', () => {
		const moved = again({ ...row, '事業所住所（番地以降）': '新町9' }, first);
		expect(moved.location).toMatchObject({ town: null, street: '新町9', building: null });
	});

	it('touches nothing that the file does not speak of', () => {
		const full = content({ name: 'あ', approach: 'メールで', firstVisit: { meets: '職員' } });
		const untouched = Object.keys(contentSchema.entries).filter(
			(key) =>
				!['name', 'kana', 'organization', 'capacity', 'hoursNote', 'schedules'].includes(key) &&
				!['phones', 'links', 'location', 'staffNote'].includes(key)
		) as (keyof Content)[];
		const after = again(row, full);
		for (const key of untouched) expect([key, after[key]]).toEqual([key, full[key]]);
	});
});

describe('A value of a public file that cannot be', () => {
	test('is left out with a warning when it is a point in another prefecture, and the row stays', () => {
		const { content, problems, warnings } = read({ 事業所緯度: '35.18', 事業所経度: '136.9' });
		expect(problems).toEqual([]);
		expect(content!.location).toMatchObject({ latitude: null, longitude: null });
		expect(warnings).toMatchObject([
			{ line: 2, column: '事業所緯度', message: expect.stringContaining('群馬県の外') as string }
		]);
	});

	test('is kept for staff alone when it is a telephone number without its zero', () => {
		const { content, warnings } = read({ 事業所電話番号: '273212345' });
		expect(content!.phones).toMatchObject([{ number: '273212345', visibility: 'staff' }]);
		expect(waysOf(publicContent(content!)).map(({ kind }) => kind)).not.toContain('voice');
		expect(warnings[0]!.message).toContain('027-321-2345');
	});
});
