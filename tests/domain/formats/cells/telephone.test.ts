import { describe, expect, it } from 'vitest';
import { readTelephones, usualAreaCode } from '#lib/domain/formats/cells/telephone.ts';

const numbers = (cell: string) => readTelephones(cell).phones.map(({ number }) => number);
const first = (cell: string) => readTelephones(cell).phones[0]!;

describe('Telephone numbers in a cell', () => {
	it.each([
		['027-224-1111', ['027-224-1111']],
		['０２７－２２４－１１１１', ['027-224-1111']],
		['0272241111', ['027-224-1111']],
		['(027)224-1111', ['027-224-1111']],
		['027（224）1111', ['027-224-1111']],
		['0820‐45‐2126', ['0820-45-2126']],
		['+81-27-224-1111', ['027-224-1111']],
		['0570-012345', ['0570-012345']],
		['0120-000-000', ['0120-000-000']],
		['#7119', ['#7119']],
		['＃７１１９', ['#7119']],
		['110', ['110']],
		['027-224-1111 027-224-1112', ['027-224-1111', '027-224-1112']],
		['027-224-1111、027-224-1112', ['027-224-1111', '027-224-1112']],
		['027-224-1111\n090-0000-0001', ['027-224-1111', '090-0000-0001']],
		['027-224-1111/FAX 027-224-1112', ['027-224-1111', '027-224-1112']],
		['027-224-1111・027-224-1112', ['027-224-1111', '027-224-1112']]
	])('%s are found', (cell, found) => {
		expect(numbers(cell)).toEqual(found);
		expect(readTelephones(cell).unread).toEqual([]);
		expect(first(cell).doubt).toBeNull();
	});

	it('have their extension, and what is written before and after', () => {
		expect(first('027-224-1111（内線123）')).toMatchObject({ label: null, extension: '123' });
		expect(first('027-224-1111 内線 12')).toMatchObject({ extension: '12' });
		expect(first('福祉課 027-224-1111（直通）')).toMatchObject({ label: '福祉課 直通' });
		expect(first('TEL：027-224-1111')).toMatchObject({ label: null, kind: 'voice' });
		expect(readTelephones('TEL 027-224-1111 FAX 027-224-1112').phones[1]).toMatchObject({
			...{ number: '027-224-1112', kind: 'fax', label: null }
		});
	});

	it('without their area code, or their first zero, are doubtful', () => {
		expect(first('224-1111')).toMatchObject({ number: '224-1111', doubt: 'area' });
		expect(first('22-1111')).toMatchObject({ doubt: 'area' });
		expect(first('272241111')).toMatchObject({ doubt: 'zero', whole: '027-224-1111' });
		expect(first('027-224-11111')).toMatchObject({ doubt: 'odd' });
	});

	it('are not made of other words', () => {
		expect(readTelephones('市役所へ')).toEqual({ phones: [], unread: ['市役所へ'] });
		expect(readTelephones('').phones).toEqual([]);
	});

	it('of a file tell its usual area code, mobiles and service numbers aside', () => {
		const cells = [
			'027-224-1111',
			'090-0000-0000',
			'（027）224-1112',
			'0120-000-000',
			'0270-00-0000'
		];
		expect(usualAreaCode([...cells, ...cells.slice(1, 2), ...cells.slice(1, 2)])).toBe('027');
		expect(usualAreaCode(['224-1111'])).toBeNull();
	});
});
