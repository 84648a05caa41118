import Encoding from 'encoding-japanese';
import { describe, expect, it } from 'vitest';
import { readTextTable, type Choices } from '#lib/domain/formats/file/table.ts';
import { bytes } from '../../../support/formats.ts';

const text = '名称,住所\n髙﨑①の家,本町1～2\n';
const cp932 = Uint8Array.from(
	Encoding.convert(Encoding.stringToCode('名称,住所\nひなた,本町1\nこかげ,緑町2\n'), {
		from: 'UNICODE',
		to: 'SJIS'
	})
);
const utf16 = (own: string, order: 'le' | 'be', mark: boolean) => {
	const content = Buffer.from((mark ? '\ufeff' : '') + own, 'utf16le');
	return Uint8Array.from(order === 'le' ? content : content.swap16());
};

function read(content: Uint8Array, choices: Choices = {}) {
	const outcome = readTextTable(content, { choices });
	if ('problems' in outcome) throw new Error(outcome.problems[0]!.message);
	const { detected, header, rows } = outcome.table;
	return {
		detected,
		header,
		rows: rows.map(({ cells }) => [...cells.values()]),
		warnings: outcome.warnings
	};
}

describe('The letters of a file', () => {
	it.each([
		['UTF-8', bytes(text), 'utf-8'],
		['UTF-8 with its mark', bytes(`\ufeff${text}`), 'utf-8'],
		['UTF-16 of Windows with its mark', utf16(text, 'le', true), 'utf-16le'],
		['UTF-16 the other way round', utf16(text, 'be', true), 'utf-16be'],
		['UTF-16 without a mark', utf16(text, 'le', false), 'utf-16le'],
		['UTF-16 the other way round without a mark', utf16(text, 'be', false), 'utf-16be']
	])('are known as %s', (_, content, encoding) => {
		const { detected, header, rows } = read(content);
		expect(detected.encoding).toBe(encoding);
		expect([header, ...rows]).toEqual([
			['名称', '住所'],
			['髙﨑①の家', '本町1～2']
		]);
	});

	it('are known as CP932, which is told', () => {
		const { detected, rows, warnings } = read(cp932);
		expect(detected.encoding).toBe('cp932');
		expect(rows[0]).toEqual(['ひなた', '本町1']);
		expect(warnings).toMatchObject([{ kind: 'encoding', line: null }]);
	});

	it('are CP932 even where one of them is damaged, which is told with its line', () => {
		const long = Uint8Array.from(Array.from({ length: 30 }, () => [...cp932]).flat());
		const { detected, warnings } = read(Uint8Array.from([...long, 0x41, 0x81, 0x0a]));
		expect(detected.encoding).toBe('cp932');
		expect(warnings).toContainEqual(expect.objectContaining({ line: 91, kind: 'encoding' }));
	});

	it('are what a person says', () => {
		const { detected, rows } = read(bytes('名称,住所\nひなた,本町1\n'), {
			encoding: 'utf-8',
			delimiter: ';'
		});
		expect(detected).toMatchObject({ encoding: 'utf-8', delimiter: ';' });
		expect(rows).toEqual([['ひなた,本町1']]);
		const wrong = readTextTable(bytes(text.repeat(40)), { choices: { encoding: 'utf-16le' } });
		expect('table' in wrong && wrong.table.header).not.toContain('名称');
	});
});

describe('The sign between cells', () => {
	it.each([
		['a comma', '名称,住所\nひなた;こかげ,本町1\n', ','],
		['a tab', '名称\t住所\nひなた,こかげ、\t本町1\n', '\t'],
		['a semicolon', '名称;住所;電話番号\nひなた;本町1,2;028\nこかげ;本町3;029\n', ';'],
		['a comma, though cells hold tabs', '名称,住所,備考\n"あ\tい",本町1,\nう,え,お\n', ','],
		[
			'a comma, though a quoted cell holds many others',
			'名称,説明\nひなた,"1;2;3;4;5\n6;7;8"\n',
			','
		]
	])('is %s', (_, content, delimiter) => {
		expect(read(bytes(content)).detected.delimiter).toBe(delimiter);
	});
});

describe('JSON', () => {
	it('is a table when it is an array of objects', () => {
		const places = [
			{ 名称: 'ひなた', 住所: '本町1\r\n2階', 定員: 10, 予約: true, かな: null },
			{ 名称: 'こかげ', 電話番号: ['028-000-0001', '028-000-0002'], 緯度: 36.5 }
		];
		for (const json of [places, { resources: places }, { total: 2, items: places }]) {
			const { detected, header, rows } = read(bytes(JSON.stringify(json)));
			expect(detected).toMatchObject({ kind: 'json', headerLine: 0, headerLines: 0 });
			expect(header).toEqual(['名称', '住所', '定員', '予約', 'かな', '電話番号', '緯度']);
			expect(rows).toEqual([
				['ひなた', '本町1\n2階', '10', 'TRUE', '', '', ''],
				['こかげ', '', '', '', '', '028-000-0001\n028-000-0002', '36.5']
			]);
		}
	});

	it.each([
		['[{"名称":"ひなた"},\n', 'JSONとして読めません'],
		['{"resources":[\n{"名称":ひなた}]}', 'JSONとして読めません'],
		['{"名称":"ひなた"}', '場所の一覧'],
		['[]', '空です'],
		['[{"名称":"ひなた"},"こかげ"]', '2番目']
	])('is refused in a sentence: %s', (content, sentence) => {
		const outcome = readTextTable(bytes(content));
		expect('problems' in outcome && outcome.problems[0]!.message).toContain(sentence);
	});

	it('is not what only begins like it', () => {
		const { detected, rows } = read(
			bytes('[お知らせ],,\n名称,住所,電話番号\nひなた,本町1,028-000-0001\n')
		);
		expect(detected.kind).toBe('text');
		expect(rows).toHaveLength(1);
	});
});
