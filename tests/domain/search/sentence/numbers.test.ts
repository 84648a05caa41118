import { describe, expect, it } from 'vitest';
import { numbersIn, phoneDigits } from '#lib/domain/search/sentence/numbers.ts';

const read = (query: string) => numbersIn(query).wants.map(({ facet, codes }) => [facet, ...codes]);

describe('Numbers in a query', () => {
	it.each([
		['027-321-1234', ['phone', '0273211234']],
		['０２７ー３２１ー１２３４', ['phone', '0273211234']],
		['027(321)1234', ['phone', '0273211234']],
		['〒370-0801', ['postal', '3700801']],
		['12番', ['entry', '12']],
		['50代', ['age', '50', '59']],
		['四十代の息子', ['age', '40', '49']],
		['19歳', ['age', '19', '19']],
		['土曜の午後', ['day', 'sa']],
		['どようび', ['day', 'sa']],
		['土日', ['day', 'sa', 'su']],
		['夜9時まで', ['time', 'evening']],
		['よる9じから', ['time', 'evening']],
		['21:00', ['time', 'evening']],
		['十八時から', ['time', 'evening']],
		['昼の二時くらい', ['time', 'day']],
		['朝9時', ['time', 'morning']]
	])('are read: %s', (query, want) => {
		expect(read(query)).toContainEqual(want);
	});

	it.each([
		'学校にかよう',
		'2番目',
		'1丁目2番地',
		'3番町',
		'24時間',
		'2025年',
		'110',
		'3じかん',
		'7時に起きる',
		'10時まで寝てる'
	])('are none: %s', (query) => {
		expect(read(query)).toEqual([]);
	});

	it('leave the other words where they are', () => {
		expect(numbersIn('50代 男性').rest).toBe('    男性');
	});
});

describe('A telephone number', () => {
	it('is compared by its digits', () => {
		expect(phoneDigits('+81 27-321-1234')).toBe('0273211234');
		expect(phoneDigits('0570-000-000')).toBe('0570000000');
		expect(phoneDigits('321-1234')).toBeNull();
	});
});
