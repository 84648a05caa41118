import { expect, test } from 'vitest';
import type { Finding } from '#lib/domain/formats/format.ts';
import { apart, repeatedIn } from '#lib/domain/formats/preview/repeated.ts';

const lost = 'もとの13桁が失われています。';
const says = (line: number | null, message: string, column = '法人番号'): Finding => ({
	...{ line, column, message, kind: 'number', found: `${line}E+12` }
});
const many = [2, 3, 4, 5, 6].map((line) => says(line, lost));

test('What is said of many rows in the same words is said once, with how many they are', () => {
	const findings = [...many, says(6, 'めずらしいこと。'), says(null, lost), says(6, lost)];
	expect(repeatedIn(findings)).toEqual({
		repeated: [{ column: '法人番号', message: lost, rows: 5 }],
		noted: 5
	});
});

test('What is said of few rows stays with each, and of several columns none is named', () => {
	expect(repeatedIn(many.slice(1)).repeated).toEqual([]);
	const mixed = [...many, says(7, lost, '電話番号')];
	expect(repeatedIn(mixed).repeated).toEqual([{ column: null, message: lost, rows: 6 }]);
});

test('A row tells its own apart from what many have', () => {
	const own = says(6, 'めずらしいこと。');
	const { repeated } = repeatedIn(many);
	expect(apart([many[4]!, own], repeated)).toEqual({ own: [own], shared: [many[4]] });
	expect(apart([own], [])).toEqual({ own: [own], shared: [] });
});
