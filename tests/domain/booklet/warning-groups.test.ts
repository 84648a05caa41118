import { expect, test } from 'vitest';
import { warningGroups, type BookletWarning } from '#lib/domain/booklet/layout.ts';

const warning = (number: number, lack?: string): BookletWarning => ({
	...{ number, resource: String(number), field: 'kana' },
	...{ words: `${number}番「場所」${lack ?? 'は長い。'}`, ...(lack && { lack }) }
});

test('what many entries lack is told once, in the place of the first of them', () => {
	const many = Array.from({ length: 5 }, (_, at) => warning(at + 2, 'に、よみがありません。'));
	const all = [warning(1), ...many.slice(0, 1), warning(20, 'に、文がない。'), ...many.slice(1)];
	const groups = warningGroups(all);
	expect(groups.map(({ words }) => words)).toEqual([
		'1番「場所」は長い。',
		'5件に、よみがありません。',
		'20番「場所」に、文がない。'
	]);
	expect(groups[1]!.of.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6]);
	expect(groups.flatMap(({ of }) => of)).toHaveLength(all.length);
});

test('what few lack is told of each', () => {
	const few = [1, 2, 3, 4].map((number) => warning(number, 'に、よみがありません。'));
	expect(warningGroups(few).map(({ words }) => words)).toEqual(few.map(({ words }) => words));
});
