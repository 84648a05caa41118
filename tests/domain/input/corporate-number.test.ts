import { expect, test } from 'vitest';
import { isCorporateNumber } from '#lib/domain/input/corporate-number.ts';

// 8700110005901 is the example of the rule's own text.
test.each(['8700110005901'])('%s checks', (number) => {
	expect(isCorporateNumber(number)).toBe(true);
});

test.each(['8700110005902', '870011000590', '', 'あ', '87001100059011'])(
	'%s does not',
	(number) => {
		expect(isCorporateNumber(number)).toBe(false);
	}
);
