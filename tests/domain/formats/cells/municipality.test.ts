import { describe, expect, it } from 'vitest';
import { readMunicipality } from '#lib/domain/formats/cells/municipality.ts';
import { checkDigit, gazetteer } from '#lib/domain/region/municipality.ts';

const town = (digits: string, prefecture: string) => ({
	...{ code: digits + checkDigit(digits), name: '府中市' },
	prefecture: { code: digits.slice(0, 2), name: prefecture }
});
const towns = [town('13206', '東京都'), town('34208', '広島県')];
const known = gazetteer(towns);
const [one, other] = towns.map(({ code }) => code) as [string, string];

describe('The name of two towns', () => {
	it('asks for the prefecture', () => {
		expect(JSON.stringify(readMunicipality('府中市', known))).toContain('都道府県から書きます');
	});

	it('means the one of the region that a file is for', () => {
		expect(readMunicipality('府中市', known, [one])).toEqual({ value: one });
		expect(readMunicipality('府中市', known, [other])).toEqual({ value: other });
		expect(readMunicipality('府中市', known, [one, other])).toHaveProperty('issue');
	});
});
