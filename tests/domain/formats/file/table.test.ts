import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatOf } from '#lib/domain/formats/all.ts';
import { maxBytes, maxRows, readTextTable } from '#lib/domain/formats/file/table.ts';
import { bytes, context } from '../../../support/formats.ts';

const read = (text: string) => {
	const outcome = readTextTable(bytes(text));
	if ('problems' in outcome) throw new Error(outcome.problems[0]!.message);
	return outcome.table.rows.map(({ line, cells }) => [line, ...cells.values()]);
};
const refusal = (content: string | Uint8Array) => {
	const outcome = readTextTable(typeof content === 'string' ? bytes(content) : content);
	return 'problems' in outcome
		? outcome.problems.map(({ line, column, message }) => [line, column, message])
		: outcome.table;
};

const told = (content: string | Uint8Array) => {
	const outcome = readTextTable(typeof content === 'string' ? bytes(content) : content);
	if ('problems' in outcome) throw new Error(outcome.problems[0]!.message);
	return outcome.warnings.map(({ line, column, message }) => [line, column, message]);
};

describe('A table', () => {
	it('is read by the names of its columns, each row with the line it begins on', () => {
		expect(read('名前,かな\r\n"二行の\n名前",あ\r\n\r\nい,う\r\n')).toEqual([
			[2, '二行の\n名前', 'あ'],
			[5, 'い', 'う']
		]);
	});

	it('may begin with a byte order mark', () => {
		expect(read('\ufeff名前,かな\nあ,い')).toEqual([[2, 'あ', 'い']]);
	});

	it('is taken for CP932 with a warning when it is no UTF-8', () => {
		// 名前,髙﨑 and ①: letters that only Microsoft's kind of Shift_JIS has.
		const cp932 = Uint8Array.from([
			0x96, 0xbc, 0x91, 0x4f, 0x0a, 0xfb, 0xfc, 0xed, 0x95, 0x87, 0x40, 0x0a
		]);
		const outcome = readTextTable(cp932);
		if ('problems' in outcome) throw new Error(outcome.problems[0]!.message);
		expect([...outcome.table.rows[0]!.cells]).toEqual([['名前', '髙﨑①']]);
		expect(outcome.warnings.map(({ kind }) => kind)).toEqual(['encoding']);
	});
});

describe('What spreadsheets and town halls leave in a file', () => {
	it('are lines that end in three ways, in one file', () => {
		expect(read('名前,かな\r\n"二行の\r\n名前",あ\nい,う\rえ,お\r\n')).toEqual([
			[2, '二行の\n名前', 'あ'],
			[4, 'い', 'う'],
			[5, 'え', 'お']
		]);
	});

	it('are empty rows and columns, at the end or between', () => {
		expect(read('名前,かな,,\nあ,い,,\n,,,\n\u3000,\u200b,,\nう,え\n,,,,,\n')).toEqual([
			[2, 'あ', 'い'],
			[5, 'う', 'え']
		]);
	});

	it('are titles above the names of the columns, which are told', () => {
		const outcome = readTextTable(
			bytes('さくら市の一覧,,\n令和8年4月,,\n\n名前,かな,区分\nあ,い,う\n'),
			{
				isHeader: (names) => names.includes('名前')
			}
		);
		if ('problems' in outcome) throw new Error(outcome.problems[0]!.message);
		expect(outcome.table).toMatchObject({ header: ['名前', 'かな', '区分'], headerLine: 4 });
		expect(outcome.table.rows.map(({ line }) => line)).toEqual([5]);
		expect(outcome.table.skipped).toEqual([
			{ line: 1, reason: 'title', text: 'さくら市の一覧' },
			{ line: 2, reason: 'title', text: '令和8年4月' }
		]);
	});

	it('are letters that nobody sees, and breaks, in the names of columns', () => {
		expect(read('名\u200b前 ,"か\nな"\nあ,い')).toEqual([[3, 'あ', 'い']]);
	});

	it('are tabs for commas', () => {
		expect(read('名前\tかな\nあ、い,う\tえ\n')).toEqual([[2, 'あ、い,う', 'え']]);
	});
});

describe('A byte that is no UTF-8', () => {
	const broken = (...lines: [string, number | null, string][]) =>
		Uint8Array.from(
			lines.flatMap(([before, byte, after]) => [
				...bytes(before),
				...(byte === null ? [] : [byte]),
				...bytes(after)
			])
		);

	it('is read as damage and named by its line and its place, whatever else the file holds', () => {
		const file = broken(
			['名前,区分\nひなた,居場所\n', null, ''],
			['ほかげ,居', 0xff, '場所\nこかげ,居場所\n'],
			['あ', 0xe3, '\n']
		);
		expect(told(file)).toEqual([
			[3, null, expect.stringContaining('14バイト目（6文字目）') as string],
			[5, null, expect.stringContaining('4バイト目（2文字目）') as string],
			[5, null, expect.stringContaining('足りない列は空として') as string]
		]);
		const outcome = readTextTable(file);
		if ('problems' in outcome) throw new Error(outcome.problems[0]!.message);
		expect(outcome.table.rows[1]!.cells.get('区分')).toBe('居\ufffd場所');
		expect(outcome.warnings[0]).toMatchObject({ kind: 'encoding', found: 'ほかげ,居' });
		expect(outcome.warnings[0]!.message).toContain('0xFF');
	});

	it('is named wherever it stands', () => {
		const text = bytes(`名前,区分\n${'ひなた,居場所\n'.repeat(20)}`);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: text.length - 1 }), (at) => {
				const file = Uint8Array.from([...text.slice(0, at), 0xff, ...text.slice(at)]);
				const before = text.slice(0, at);
				const line = before.filter((byte) => byte === 10).length + 1;
				expect(told(file)).toContainEqual([
					line,
					null,
					expect.stringContaining('UTF-8の文字にならない')
				]);
			})
		);
	});

	it('is one of too many: the file is refused, with the first lines to mend', () => {
		const line = [...bytes('ひなたの居場所をさがす人のための場所,'), 0xff, 0x0a];
		const problems = refusal(Uint8Array.from(Array.from({ length: 30 }, () => line).flat()));
		expect(problems).toHaveLength(20);
		expect(problems).toContainEqual([7, null, expect.stringContaining('0xFF') as string]);
	});
});

test.each([
	['an empty file', '', [null, null, 'ファイルが空です。']],
	['a file of blanks', ' \n\n', [null, null, 'ファイルが空です。']],
	['a header alone', '名前,区分\n', [1, null, '見出しの行だけで、中身がありません。']],
	[
		'neither UTF-8 nor CP932',
		Uint8Array.from([0x41, 0xff, 0xfd, 0x80, 0x0a]),
		[null, null, '文字コードがわかりません。UTF-8かシフトJISのCSVにしてください。']
	],
	[
		'many NUL',
		'名前\nあ\0',
		[2, null, '文字ではないもの（NUL）が入っています。CSVではないようです。']
	],
	[
		'too many columns',
		`${Array.from({ length: 201 }, (_, i) => i).join()}\n`,
		[1, null, '列が多すぎます（200列までです）。']
	]
])('%s is refused in a sentence', (_, content, expected) => {
	expect(refusal(content)).toEqual([expected]);
});

test.each([
	[
		'a row too short',
		'名前,区分\nあ,い\nう\n',
		[
			['あ', 'い'],
			['う', '']
		],
		[
			3,
			null,
			'列の数が見出しと合いません（見出しは2列、この行は1列）。足りない列は空として読みました。'
		]
	],
	[
		'a row too long',
		'名前,区分\nあ,い\nう,え,お\n',
		[
			['あ', 'い', ''],
			['う', 'え', 'お']
		],
		[
			3,
			null,
			'列の数が見出しと合いません（見出しは2列、この行は3列）。はみ出した中身は別の列として読みました。'
		]
	],
	[
		'a column twice',
		'名前,区分,名前\nあ,い,う',
		[['あ', 'い', 'う']],
		[1, '名前 (2)', '見出し「名前」が2つ以上あります。C列のものを「名前 (2)」と呼びます。']
	],
	[
		'a column without a name that holds something',
		'名前,,区分\nあ,,い\nう,え,お\n',
		[
			['あ', '', 'い'],
			['う', 'え', 'お']
		],
		[3, 'B列', '見出しのない列（B列）に中身があります。「B列」と呼びます。']
	],
	[
		'an open quote',
		'名前,区分\nあ,い\n"う,え\nお,か\n',
		[
			['あ', 'い'],
			['"う', 'え'],
			['お', 'か']
		],
		[3, null, '引用符（"）の位置がおかしいので、閉じていない引用符は文字として読みました。']
	],
	[
		'an open quote with others below',
		'名前,区分\nあ,い\n"う,え\n"お","か"\n',
		[
			['あ', 'い'],
			['"う', 'え'],
			['お', 'か']
		],
		[3, null, '引用符（"）の位置がおかしいので、閉じていない引用符は文字として読みました。']
	],
	[
		'a quote inside',
		'名前,区分\nあ"い",う\n',
		[['あ"い"', 'う']],
		[2, null, '引用符（"）の位置がおかしいので、閉じていない引用符は文字として読みました。']
	],
	[
		'a control letter',
		'名前,区分\nあ,い\u0007\n',
		[['あ', 'い']],
		[2, '区分', '2文字目に、使えない文字（制御文字）があります。取り除いて読みました。']
	],
	[
		'letters that turn the direction of writing, as copied numbers bring them',
		'名前,電話番号\nあ,\u202d028-000-0000\u202c\n',
		[['あ', '028-000-0000']],
		[
			2,
			'電話番号',
			'1文字目に、使えない文字（文字の向きを変える文字）があります。取り除いて読みました。'
		]
	],
	[
		'too many marks on a letter',
		`名前,区分\ne${'\u0301'.repeat(6)},い\n`,
		[[`e${'\u0301'.repeat(4)}`, 'い']],
		[2, '名前', '2文字目に、使えない文字（重なりすぎた記号）があります。取り除いて読みました。']
	]
])('%s is told, and the rest is read', (_, content, rows, expected) => {
	expect(read(content).map(([, ...cells]) => cells)).toEqual(rows);
	expect(told(content)).toContainEqual(expected);
});

test('too many rows are refused', () => {
	expect(refusal(`名前\n${'あ\n'.repeat(maxRows + 1)}`)).toEqual([
		[null, null, '行が多すぎます（10万行までです）。']
	]);
});

test('too large a file is refused before it is read', () => {
	expect(refusal(new Uint8Array(maxBytes + 1))).toEqual([
		[null, null, 'ファイルが大きすぎます（50MBまでです）。']
	]);
});

test.each([
	[['名前', '区分'], 'resource-csv'],
	[['name', 'kana', 'categories'], 'resource-csv'],
	[
		['NO（※システム内の固有の番号、連番）', 'サービス種別', '事業所の名称', '名前', '区分'],
		'wamnet'
	],
	[['名前', '住所'], undefined],
	[['施設名', '区分'], undefined],
	[['__proto__', 'constructor'], undefined]
])('the header %s is of the format %s', (header, name) => {
	expect(formatOf(header)?.name).toBe(name);
});

test('no bytes whatever make the reading throw', () => {
	const line = fc.array(
		fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom('名前', '区分', 'いつ', 'いつ：くりかえし', '"', "'=1", '公開精度', '緯度')
		),
		{ maxLength: 5 }
	);
	const csv = fc
		.array(line, { maxLength: 6 })
		.map((lines) => bytes(lines.map((cells) => cells.join(',')).join('\n')));
	fc.assert(
		fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), csv), (content) => {
			const outcome = readTextTable(content);
			if ('problems' in outcome) {
				expect(outcome.problems.length).toBeGreaterThan(0);
				return;
			}
			const format = formatOf(outcome.table.header);
			for (const row of outcome.table.rows) format?.read(row, context);
		}),
		{ numRuns: 1000 }
	);
});
