import { expect, test } from 'vitest';
import { bookletFileName, choiceKey, choiceWords, plainly } from '#lib/domain/booklet/made.ts';
import { parseOrder } from '#lib/domain/booklet/order.ts';
import { paperFor, parseCopies } from '#lib/domain/booklet/paper.ts';

const order = (text: string, making: 'proof' | 'print' = 'proof') =>
	parseOrder(new URLSearchParams(text), making);

test('a proof has its mark, a file to print has none, and no other form is taken', () => {
	expect(order('form=a5&colour=monochrome&marks=yes')).toEqual({
		...{ kind: 'proof', form: 'a5', channel: 'paper' },
		printing: { isMonochrome: true, hasMarks: true, watermark: '校正' }
	});
	expect(order('form=large', 'print')).toMatchObject({ kind: 'cached', printing: plainly });
	expect(order('form=a4&folded=yes&marks=yes')).toMatchObject({
		printing: { isFolded: true, hasMarks: false }
	});
	expect(order('form=a5&folded=yes')!.printing).not.toHaveProperty('isFolded');
	expect(order('form=epub')).toBeUndefined();
	expect(order('')).toBeUndefined();
});

test('what differs in print has another key, other words and another name', () => {
	const choice = { form: 'a4', channel: 'paper', printing: plainly } as const;
	const others = [
		choice,
		{ ...choice, form: 'large' as const },
		{ ...choice, channel: 'web' as const },
		{ ...choice, printing: { ...plainly, isMonochrome: true } },
		{ ...choice, printing: { ...plainly, hasMarks: true } },
		{ ...choice, printing: { ...plainly, watermark: '校正' } },
		{ ...choice, printing: { ...plainly, isFolded: true } }
	];
	for (const tell of [
		choiceKey,
		(one: (typeof others)[number]) => bookletFileName('a-2026', one, 'pdf')
	]) {
		expect(new Set(others.map(tell)).size).toBe(others.length);
	}
	expect(choiceWords(others[6]!)).toBe('A4の紙に2ページずつ・カラー・二つ折りの順');
	expect(bookletFileName('sakura-2026', { ...choice, channel: 'web', form: 'epub' }, 'epub')).toBe(
		'sakura-2026.epub'
	);
});

test.each([
	['a5', 164, 300, { perCopy: 41, sheets: 12300, reams: 25, empty: 0 }],
	['yasashii', 165, 1, { perCopy: 42, sheets: 42, reams: 1, empty: 3 }],
	['a4', 83, 10, { perCopy: 42, sheets: 420, reams: 1, empty: 1 }],
	['large', 2, 500, { perCopy: 1, sheets: 500, reams: 1, empty: 0 }]
] as const)('paper for %s of %i pages in %i copies', (form, pages, copies, paper) => {
	expect(paperFor(form, pages, copies)).toEqual({ copies, ...paper });
});

test('no sheets are counted of a form without any, and a number of copies is read as it is typed', () => {
	expect(paperFor('epub', 10, 1)).toBeNull();
	expect(['300', '１，０００', ' 5 ', '100000'].map(parseCopies)).toEqual([300, 1000, 5, 100000]);
	expect([null, '', '0', '-1', '1.5', '100001', 'たくさん'].map(parseCopies)).toEqual(
		Array(7).fill(null)
	);
});
