import { describe, expect, it } from 'vitest';
import { withoutCompounds } from '#lib/domain/search/sentence/compounds.ts';

const says = (code: number, steps: number) => [{ code, steps }];

describe('A stem that is nothing but others in a row', () => {
	it('is left out where they say what it says, with the pairs that it is in', () => {
		const kept = withoutCompounds(
			new Map([
				['夜型', says(0, 7)],
				['人間', says(1, 4)],
				['夜型人間', says(0, 7)],
				['夜型人間 会', says(0, 7)],
				['夜型 会', says(0, 7)]
			])
		);
		expect([...kept.keys()]).toEqual(['夜型', '人間', '夜型 会']);
	});

	it('stays where it says something else', () => {
		const features = new Map([
			['手', says(0, 2)],
			['帳', says(1, 2)],
			['手帳', says(2, 7)]
		]);
		expect(withoutCompounds(features).has('手帳')).toBe(true);
	});

	it('stays denied where only its parts as they are were heard', () => {
		const features = new Map([
			['家族', says(0, 7)],
			['連絡', says(1, 7)],
			['!家族連絡', says(1, 7)]
		]);
		expect(withoutCompounds(features).has('!家族連絡')).toBe(true);
	});
});
