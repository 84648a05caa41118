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
			]),
			new Set()
		);
		expect([...kept.keys()]).toEqual(['夜型', '人間', '夜型 会']);
	});

	it('stays where it is a word of the vocabularies, into which queries are cut', () => {
		const features = new Map([
			['夜型', says(0, 7)],
			['人間', says(1, 4)],
			['夜型人間', says(0, 7)]
		]);
		expect(withoutCompounds(features, new Set(['夜型人間'])).has('夜型人間')).toBe(true);
	});

	it('stays where it says something else', () => {
		const features = new Map([
			['家族', says(0, 7)],
			['相談', says(1, 2)],
			['家族相談', says(2, 7)]
		]);
		expect(withoutCompounds(features, new Set()).has('家族相談')).toBe(true);
	});

	it('stays denied where only its parts as they are were heard', () => {
		const features = new Map([
			['家族', says(0, 7)],
			['連絡', says(1, 7)],
			['!家族連絡', says(1, 7)]
		]);
		expect(withoutCompounds(features, new Set()).has('!家族連絡')).toBe(true);
	});
});
