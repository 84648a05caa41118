import { describe, expect, it } from 'vitest';
import { parsePath } from '#lib/domain/reader/guide/path.ts';
import { wishesFor } from '#lib/domain/reader/guide/wish.ts';
import { speakers } from '#lib/domain/reader/handout/opening.ts';
import * as guidance from '#lib/server/listings/guidance.ts';
import { copy, sample } from '../../support/seeds.ts';
import { now } from '../../support/world.ts';

const db = copy(sample);
const groups = (query: string) =>
	guidance.groupsFor(db, parsePath(new URLSearchParams(query)).path, now);
const places = (query: string) =>
	new Set(groups(query).flatMap(({ rows }) => rows.map(({ id }) => id)));

describe('where the path ends', () => {
	it('are several places for every wish of everybody, in every town', () => {
		const towns = guidance.townsOf(db, 'sakura', now);
		expect(towns.length).toBeGreaterThan(3);
		for (const whom of speakers) {
			for (const { code: wish } of wishesFor(whom)) {
				for (const town of ['', ...towns.map(({ code }) => `&municipality=${code}`)]) {
					const query = `for=${whom}&wish=${wish}&region=sakura${town}&how=no-phone&how=anonymous`;
					expect(places(query).size, query).toBeGreaterThanOrEqual(3);
				}
			}
		}
	});

	it('are several places without a single answer', () => {
		expect(groups('').length).toBeGreaterThanOrEqual(3);
		expect(places('').size).toBeGreaterThanOrEqual(3);
		expect(places('region=nowhere&wish=place').size).toBeGreaterThanOrEqual(3);
	});

	it('say what was left out of the question, and where all of them are', () => {
		const wishes = wishesFor('person').map(({ code }) => `&wish=${code}`);
		const found = groups(`for=person${wishes.join('')}&region=sakura&municipality=990043`);
		expect(found.some(({ loosened }) => loosened !== null)).toBe(true);
		for (const { loosened, all } of found) {
			if (loosened) expect(loosened).toMatch(/出しています。$/);
			expect(all).toMatch(/^\/(regions\/sakura|search)\?/);
		}
	});

	it('are never more than can be taken in', () => {
		for (const { rows } of groups('for=person&wish=place&wish=heard&wish=same')) {
			expect(rows.length).toBeLessThanOrEqual(4);
		}
	});
});
