import { expect, test } from 'vitest';
import { readPhone } from '#lib/domain/input/phone.ts';

test.each([
	['03-1234-5678', '03-1234-5678', false],
	['0312345678', '03-1234-5678', false],
	['09012345678', '090-1234-5678', false],
	['０３－１２３４－５６７８', '03-1234-5678', false],
	['0120-000-000', '0120-000-000', false],
	['076148-7630', '076148-7630', true],
	['64-1033', '64-1033', true],
	['1035-42-2938', '1035-42-2938', true],
	['0000000000', '0000000000', true],
	['内線12', '内線12', true]
])('%s is kept as %s', (found, number, odd) => {
	expect(readPhone(found)).toMatchObject({ number, odd });
});

test.each([
	['273212345', '027-321-2345'],
	['27-321-2345', '027-321-2345'],
	['9012345678', '090-1234-5678'],
	['120123456', '0120-123-456'],
	['0273212345', null],
	['64-1033', null],
	['1035-42-2938', null],
	['+81 27 321 2345', null]
])('%s has lost the zero of %s', (found, whole) => {
	expect(readPhone(found).whole).toBe(whole);
});
