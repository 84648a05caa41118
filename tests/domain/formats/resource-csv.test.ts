import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { guard, unguard } from '#lib/domain/formats/cells/cells.ts';
import { exportColumns, resourceCsv, writeRow } from '#lib/domain/formats/resource-csv.ts';
import { columns } from '#lib/domain/formats/resource-columns.ts';
import { contentHash } from '#lib/server/database/hash.ts';
import { anyContent } from '../../support/any-content.ts';
import { context } from '../../support/formats.ts';
import { canary, places } from '../../support/world.ts';

const identity = { id: '0f8fad5b-d9cb-469f-a165-70867728950e', source: null, number: null };

const read = (cells: Record<string, string>) =>
	resourceCsv.read({ line: 2, cells: new Map(Object.entries(cells)) }, context);
const contentOf = (cells: Record<string, string>) => {
	const { content, problems } = read({ 名前: 'あ', 区分: '居場所', ...cells });
	expect(problems).toEqual([]);
	return content!;
};
const problems = (cells: Record<string, string>) =>
	read({ 名前: 'あ', 区分: '居場所', ...cells }).problems.map(({ column, message }) => [
		column,
		message
	]);

describe('A row of our own CSV', () => {
	it('needs a name and a category, and tells no more of its place than the town until told', () => {
		expect(contentOf({})).toMatchObject({
			name: 'あ',
			categories: ['ibasho'],
			precision: 'municipality'
		});
	});

	it('says by labels what codes say too, in Japanese columns as in English ones', () => {
		const labels = {
			名前: 'あ',
			区分: '居場所;家族会',
			参加しやすさ: '予約不要=はい;見学可=いいえ'
		};
		const codes = {
			name: 'あ',
			categories: 'ibasho;family',
			eases: 'no-booking=yes;visit-first=no'
		};
		expect(read(labels).content).toEqual(read(codes).content);
		expect(read(labels).content).toMatchObject({
			categories: ['ibasho', 'family'],
			eases: { 'no-booking': 'yes', 'visit-first': 'no' }
		});
	});

	it('has its schedules line by line, each with its rule and its exceptions', () => {
		const { schedules } = contentOf({
			いつ: '毎月第2土曜 14時〜16時\n不定期',
			'いつ：くりかえし': 'FREQ=MONTHLY;BYDAY=2SA;TIME=14:00-16:00\nなし',
			'いつ：臨時の休みと追加': '1|2026-08-08|休み|||お盆;1|2026-08-22|追加|14:00|16:00'
		});
		expect(schedules).toMatchObject([
			{
				text: '毎月第2土曜 14時〜16時',
				frequency: 'monthly',
				days: ['sa'],
				positions: [2],
				startsAt: '14:00',
				endsAt: '16:00',
				exceptions: [
					{ on: '2026-08-08', kind: 'closed', startsAt: null, note: 'お盆' },
					{ on: '2026-08-22', kind: 'added', startsAt: '14:00', note: null }
				]
			},
			{ text: '不定期', frequency: null, exceptions: [] }
		]);
	});

	it('keeps apart who may see a telephone number or a contact', () => {
		const { phones, contacts } = contentOf({
			電話: '000-111-2222|受付;FAX 000-111-2223',
			'電話（非公開）': '000-111-2224|担当;000-111-2225||冊子のみ',
			連絡先: 'メール:a@example.jp;フォーム:https://example.jp/f|はじめての方',
			'連絡先（非公開）': 'メール:b@example.jp'
		});
		expect(
			phones.map(({ kind, number, label, visibility }) => [kind, number, label, visibility])
		).toEqual([
			['voice', '000-111-2222', '受付', 'public'],
			['fax', '000-111-2223', null, 'public'],
			['voice', '000-111-2224', '担当', 'staff'],
			['voice', '000-111-2225', null, 'paper']
		]);
		expect(contacts.map(({ kind, value, visibility }) => [kind, value, visibility])).toEqual([
			['mail', 'a@example.jp', 'public'],
			['form', 'https://example.jp/f', 'public'],
			['mail', 'b@example.jp', 'staff']
		]);
	});

	it.each(['群馬県高崎市', '102024', '１０２０２４'])('knows the town %s', (町) => {
		expect(contentOf({ 市区町村: 町 }).location.municipality).toBe('102024');
	});

	it.each([
		'2026-04-01',
		'2026/4/1',
		'2026.4.1',
		'2026年4月1日',
		'２０２６年４月１日',
		'令和8年4月1日',
		'令和８年４月１日',
		'㋿8年4月1日',
		'R8.4.1',
		'r8/4/1',
		'2026/4/1 0:00:00',
		'2026-\u200b04-01'
	])('reads the date %s wherever it stands', (date) => {
		const { intakeOn, operationOn, alert, sources, consents, schedules } = contentOf({
			...{ 受入れの日付: date, 運営の日付: date, お知らせ: '休み', お知らせの開始日: date },
			...{ お知らせの終了日: date, 出典: `一覧||${date}`, 掲載の同意: `ウェブ|代表|電話|${date}` },
			...{ いつ: '毎週土曜', 'いつ：臨時の休みと追加': `1|${date}|休み` }
		});
		const found = [intakeOn, operationOn, alert!.from, alert!.until, sources[0]!.retrievedOn];
		expect([...found, consents[0]!.givenOn, schedules[0]!.exceptions[0]!.on]).toEqual(
			Array(7).fill('2026-04-01')
		);
	});

	it('reads numbers through what was copied with them', () => {
		expect(
			contentOf({
				...{
					年齢の下限: '１５歳',
					年齢の上限: '39\u200b',
					定員: '1,000人',
					市区町村: '群馬県髙崎市'
				},
				...{ 緯度: '３６．３２', 経度: '\u00a0139.01', 郵便番号: '〒３７０－０００１' },
				...{ 団体名: 'み', 法人番号: '8-7001-1000-5901', 電話: '027\u200b-321-2345' }
			})
		).toMatchObject({
			...{ ageMin: 15, ageMax: 39, capacity: 1000 },
			location: { latitude: 36.32, longitude: 139.01, postalCode: '370-0001' },
			organization: { corporateNumber: '8700110005901' },
			phones: [{ number: '027-321-2345' }]
		});
	});

	it.each(['10202', '高\u{e0100}崎市', '髙崎市', '群馬県高碕市'])('knows the town %s too', (町) => {
		expect(contentOf({ 市区町村: 町 }).location.municipality).toBe('102024');
	});

	it('knows a code of which a spreadsheet has eaten the zero', () => {
		expect(contentOf({ 市区町村: '11011' }).location.municipality).toBe('011011');
	});

	it('takes the category that was chosen when it has none of its own', () => {
		const cells = new Map([['名前', 'あ']]);
		const row = { line: 2, cells };
		expect(resourceCsv.read(row, { ...context, category: 'peer' }).content!.categories).toEqual([
			'peer'
		]);
	});
});

test.each<[Record<string, string>, string, string]>([
	[{ 名前: '' }, '名前', '空です。'],
	[{ 区分: '' }, '区分', '空です。'],
	[{ 区分: '居場所;なぞ' }, '区分', '「なぞ」は、選べることばにありません。'],
	[{ 参加しやすさ: 'なぞ=はい' }, '参加しやすさ', '「なぞ」は、選べることばにありません。'],
	[{ 参加しやすさ: '予約不要=たぶん' }, '参加しやすさ', 'この書き方はできません。'],
	[{ 年齢の下限: '十五' }, '年齢の下限', '整数で書きます。'],
	[{ 年齢の上限なし: '？' }, '年齢の上限なし', '「はい」か「いいえ」で書きます。'],
	[{ 受入れの日付: '令和8年' }, '受入れの日付', '2026-04-01 のような日付で書きます。'],
	[{ 運営: 'お休み' }, '運営', '開いている・お休み中・終了のどれかで書きます。'],
	[
		{ 市区町村: '群馬県まぼろし市' },
		'市区町村',
		'「群馬県まぼろし市」という市区町村が見つかりません。'
	],
	[
		{ 対象の市区町村: 'まぼろし市' },
		'対象の市区町村',
		'「まぼろし市」という市区町村が見つかりません。'
	],
	[{ 緯度: '北緯36度' }, '緯度', '「北緯36度」は数ではありません。'],
	[{ 緯度: '51.5', 経度: '139' }, '緯度', '日本の中の度数（20〜46）で書きます。'],
	[{ 郵便番号: '12' }, '郵便番号', '郵便番号は7桁です。'],
	[{ リンク: 'なし' }, 'リンク', 'http:// か https:// で始まるアドレスで書きます。'],
	[{ 連絡先: '電報:あ' }, '連絡先', 'この書き方はできません。'],
	[{ 短い紹介: 'あ'.repeat(81) }, '短い紹介', '80文字までです。'],
	[{ 'いつ：くりかえし': 'FREQ=WEEKLY' }, 'いつ：くりかえし', '「いつ」と行の数が合いません。'],
	[
		{ いつ: '毎週', 'いつ：くりかえし': '毎週' },
		'いつ：くりかえし',
		'「毎週」がくりかえしとして読めません。'
	],
	[
		{ 掲載の同意: 'ウェブ|代表|電話;ウェブ|代表|メール' },
		'掲載の同意',
		'同じ掲載先の同意が2つあります。'
	],
	[{ 資源ID: '12' }, '資源ID', '資源IDの形ではありません。'],
	[{ 出典番号: '12' }, '出典番号', '出典コードと出典番号は、両方書くか両方空けます。'],
	[{ 団体名のかな: 'みほん' }, '団体名', '空です。'],
	[{ 受入れの日付: '令和8年2月30日' }, '受入れの日付', '2026-02-30 という日はありません。'],
	[{ 受入れの日付: '26/4/1' }, '受入れの日付', '2026-04-01 のような日付で書きます。'],
	[
		{ 電話: '000-111-2222;273212345' },
		'電話',
		'2つ目：市外局番の先頭の0がないようです（027-321-2345 ではありませんか）。'
	],
	[
		{ 郵便番号: '600001' },
		'郵便番号',
		'「600001」は6桁です。先頭の0が消えているようです（060-0001 ではありませんか）。'
	],
	[
		{ 団体名: 'み', 法人番号: '8.70011E+12' },
		'法人番号',
		'「8.70011E+12」は、表計算ソフトが数に変えたものです。もとの13桁の数字を書きます。'
	],
	[
		{ 市区町村: '群馬県高崎市桜木町' },
		'市区町村',
		'「群馬県高崎市桜木町」の「桜木町」は、市区町村の名前ではありません。市区町村までを書きます。'
	],
	[
		{ 市区町村: '群馬県高田市' },
		'市区町村',
		'「群馬県高田市」という市区町村が見つかりません。近い名前は「群馬県高崎市」です。'
	],
	[{ 市区町村: '102023' }, '市区町村', '「102023」は、全国地方公共団体コード（6桁）にありません。'],
	[
		{ '緯度（非公開）': '51.5', '経度（非公開）': '139' },
		'緯度（非公開）',
		'日本の中の度数（20〜46）で書きます。'
	],
	[{ 区分: '居場' }, '区分', '「居場」は、選べることばにありません。近いことばは「居場所」です。'],
	[
		{ いつ: '毎週', 'いつ：臨時の休みと追加': '1|2026-02-30|休み' },
		'いつ：臨時の休みと追加',
		'2026-02-30 という日はありません。'
	],
	[
		{ リンク: 'https://example.jp/;https://u:p@example.jp/' },
		'リンク',
		'2つ目：アドレスの「@」より前（ユーザー名やパスワード）は書けません。'
	]
])('%j is a problem of 「%s」', (cells, column, message) => {
	expect(problems(cells)).toEqual([[column, message]]);
});

test.each([
	[['名前', '区分', '備考'], '備考', '知らない列「備考」があります。'],
	[
		['名前', '区分', '電話番号'],
		'電話番号',
		'知らない列「電話番号」があります。「電話」のことではありませんか。'
	],
	[
		['名前', '市町村', '区分'],
		'市町村',
		'知らない列「市町村」があります。「市区町村」のことではありませんか。'
	],
	[['名前', '区分', 'name'], 'name', '「名前」と「name」は同じ列です。']
])('the header %j is refused', (header, column, message) => {
	expect(resourceCsv.check(header, { category: null })).toMatchObject([{ column, message }]);
});

test('all that is wrong with a row is said at once, each thing once', () => {
	expect(
		problems({
			...{ 市区町村: '府中市', 緯度: '36.3', 受入れの日付: '2026-02-30' },
			...{ 年齢の下限: '39', 年齢の上限: '15', 定員: '若干名' }
		}).map(([column]) => column)
	).toEqual(['定員', '市区町村', '受入れの日付', '年齢の上限']);
});

test.each([
	['名前', '住所', '電話', '備考'],
	['名前', '区分', '市区町村', '電話', '備考'],
	['名前', '電話', '区分', '対象', '料金', '紹介文'],
	['区分', '名称', '住所', '電話'],
	['なまえ', '区分', '市区町村', '電話']
])('a town’s header that is ours in part is none of ours: %s, %s, %s, %s', (...header) => {
	expect(resourceCsv.recognise(header)).toBe(false);
});

test.each([
	['名前', '区分', '市区町村', '電話'],
	['資源ID', '名前', '電話', '自分のメモ', '確認'],
	[...exportColumns().map(({ label }) => label), '確認']
])('our own header is ours, also with a column more: %s, %s, %s, %s', (...header) => {
	expect(resourceCsv.recognise(header)).toBe(true);
});

test('a column that every row needs is missed once, unless a category was chosen for all', () => {
	const header = ['名前', '市区町村', '電話'];
	expect(resourceCsv.check(header, { category: null })).toMatchObject([
		{
			line: null,
			column: '区分',
			message: expect.stringContaining('「区分」の列がありません') as string
		}
	]);
	expect(resourceCsv.check(header, { category: 'ibasho' })).toEqual([]);
});

test('a header without the name says so beside what stands in its place', () => {
	const header = ['資源ID', 'なまえ', '区分', '市区町村', '電話'];
	expect(resourceCsv.recognise(header)).toBe(true);
	expect(resourceCsv.check(header, { category: null })).toMatchObject([
		{ column: 'なまえ' },
		{ column: '名前', message: '「名前」の列がありません。' }
	]);
});

test.each(['1月2日', '2026/1/2', '2-Jan'])(
	'a number of a street that a spreadsheet made %s of is no change; another is',
	(made) => {
		const before = { ...places.hidamari, location: { ...places.hidamari.location, street: '1-2' } };
		const back = (street: string) => {
			const cells = new Map(
				Object.entries({
					...writeRow(identity, before, context, { staff: true }),
					番地以降: street
				})
			);
			const row = { line: 2, cells };
			const reading = resourceCsv.read(row, context);
			return resourceCsv.readOnto(reading, before, context).content!.location.street;
		};
		expect(back(made)).toBe('1-2');
		expect(back('1-3')).toBe('1-3');
	}
);

describe('The export', () => {
	const hidden = (key: keyof typeof places, staff: boolean) =>
		JSON.stringify(writeRow(identity, places[key], context, { staff }));

	it.each(Object.keys(places) as (keyof typeof places)[])(
		'holds nothing of %s that readers may not see, except for staff',
		(key) => {
			const open = hidden(key, false).replaceAll(places[key].name, '');
			expect(open).not.toContain(canary(''));
			expect(open).not.toMatch(/36\.[498]|139\.[12]/);
		}
	);

	it('holds all of it for staff, in columns of their own', () => {
		expect(hidden('tsuki', true)).toContain(canary('非公開の番地'));
		expect(hidden('hidamari', true)).toContain(canary('職員メモ'));
		expect(exportColumns({ staff: true }).length).toBeGreaterThan(exportColumns().length);
	});

	it.each(Object.keys(places) as (keyof typeof places)[])(
		'of %s without the staff’s columns comes back onto it unchanged',
		(key) => {
			const cells = new Map(Object.entries(writeRow(identity, places[key], context)));
			const reading = resourceCsv.read({ line: 2, cells }, context);
			const back = resourceCsv.readOnto(reading, places[key], context).content!;
			expect(contentHash(back)).toBe(contentHash(places[key]));
		}
	);

	it('changes what a cell says and leaves what the file does not have', () => {
		const row = { 名前: '月の部屋', 区分: '女性の会', かな: '', 費用: '無料' };
		const reading = read(row);
		const back = resourceCsv.readOnto(reading, places.tsuki, context).content!;
		expect(back).toEqual({ ...places.tsuki, kana: null, fee: 'free' });
	});
});

describe('A cell that a spreadsheet would take for a formula', () => {
	it.each(['=1+1', '+81', '-1', '@a', '|', '%', '＝1', '＋', '－', '＠', "'=1", "''@"])(
		'%s is guarded and comes back',
		(cell) => {
			expect(guard(cell)).toBe(`'${cell}`);
			expect(unguard(guard(cell))).toBe(cell);
		}
	);

	it.each(['あ', "'あ", "'", '1-2-3', ''])('%s is none', (cell) => {
		expect([guard(cell), unguard(cell)]).toEqual([cell, cell]);
	});
});

test('every column has a code and a label of its own', () => {
	const names = columns.flatMap(({ code, label }) => [code, label]);
	expect(new Set(names).size).toBe(names.length);
});

test('whatever a content holds comes back from its row unchanged', () => {
	fc.assert(
		fc.property(anyContent, (content) => {
			const cells = new Map(Object.entries(writeRow(identity, content, context, { staff: true })));
			const reading = resourceCsv.read({ line: 2, cells }, context);
			expect(reading.problems).toEqual([]);
			const back = resourceCsv.readOnto(reading, content, context).content!;
			expect(contentHash(back)).toBe(contentHash(content));
		}),
		{ numRuns: 300 }
	);
});

test('and from the row without the staff’s columns, read onto what is known', () => {
	fc.assert(
		fc.property(anyContent, (content) => {
			const cells = new Map(Object.entries(writeRow(identity, content, context)));
			const reading = resourceCsv.read({ line: 2, cells }, context);
			const back = resourceCsv.readOnto(reading, content, context).content!;
			expect(contentHash(back)).toBe(contentHash(content));
		}),
		{ numRuns: 300 }
	);
});
