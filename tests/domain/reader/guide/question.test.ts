import { describe, expect, it } from 'vitest';
import { facets } from '#lib/domain/search/filter.ts';
import { parsePath } from '#lib/domain/reader/guide/path.ts';
import { questionsOf } from '#lib/domain/reader/guide/question.ts';
import { chosenWishes, manners, usualFor, wishesFor } from '#lib/domain/reader/guide/wish.ts';
import { speakers } from '#lib/domain/reader/handout/opening.ts';
import { vocabularies } from '../../../support/lexicon.ts';

const { path } = parsePath(
	new URLSearchParams('for=person&region=sakura&municipality=990019&how=no-phone')
);
const [place] = chosenWishes(['place']);
const [quiet] = chosenWishes(['quiet']);

describe('what a wish looks for', () => {
	it('is everything that was answered, then less and less, down to the wish', () => {
		const questions = questionsOf(place!, path);
		const asked = questions.map(({ filter }) =>
			facets.filter((facet) => filter.chosen[facet].length > 0)
		);
		expect(asked[0]).toEqual(['category', 'audience', 'ease', 'municipality', 'region']);
		expect(asked.at(-1)).toEqual(['category']);
		for (let at = 1; at < asked.length; at++) {
			expect(asked[at]!.length).toBeLessThan(asked[at - 1]!.length);
		}
		expect(questions[0]!.loosened).toBeNull();
		for (const { loosened } of questions.slice(1)) expect(loosened).toMatch(/出しています。$/);
	});

	it('does not mix what is wished with how one gets in touch, and says so', () => {
		const [first] = questionsOf(quiet!, path);
		expect(first!.filter.chosen.ease).toEqual(['no-talking']);
		expect(first!.loosened).toContain('しぼらずに');
	});
});

describe('the words of the path', () => {
	it('mean codes that exist', () => {
		const known = {
			category: vocabularies.category,
			need: vocabularies.need,
			ease: vocabularies.ease
		};
		for (const whom of speakers) {
			for (const { asks } of [...wishesFor(whom), ...usualFor(whom)]) {
				const [facet, codes] = asks;
				if (facet === 'online') continue;
				for (const code of codes) expect([...known[facet as 'need'].keys()]).toContain(code);
			}
		}
		for (const { code } of manners) expect([...vocabularies.ease.keys()]).toContain(code);
	});

	it('are several for everybody, and name no illness', () => {
		for (const whom of [...speakers, null]) {
			expect(usualFor(whom).length).toBeGreaterThanOrEqual(3);
			const words = wishesFor(whom).flatMap(({ words, title }) => [words, title]);
			expect(new Set(wishesFor(whom).map(({ code }) => code)).size).toBe(wishesFor(whom).length);
			expect(words.join()).not.toMatch(/うつ|障害|病|症|診断|不登校|ニート/);
		}
	});
});
