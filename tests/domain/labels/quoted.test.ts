import { expect, test } from 'vitest';
import { quoted } from '#lib/domain/labels/quoted.ts';

test('quotation marks within a quotation are the inner ones', () => {
	expect(quoted('「ひだまり」の前')).toBe('「『ひだまり』の前」');
	expect(quoted('高崎')).toBe('「高崎」');
});
