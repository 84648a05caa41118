import { beforeEach, describe, expect, it } from 'vitest';
import * as editions from '#lib/server/editions/index.ts';
import { add, takeOut } from '#lib/server/editions/membership.ts';
import { now as at, world, type World } from '../../support/world.ts';

const by = 'editor';
let here: World;
let id: number;
beforeEach(() => {
	here = world();
	id = editions.openFrom(here.db, { regionId: here.region.id, year: 2027, by, at }) as number;
});

const names = (edition = id) => editions.board(here.db, edition).map(({ name }) => name);
const chapterOf = (name: string) =>
	editions.board(here.db, id).find((entry) => entry.name === name)!.chapter;
/** A chapter of which there is something to put in order. */
const crowded = () => {
	const chapters = Map.groupBy(editions.board(here.db, id), ({ chapter }) => chapter);
	return [...chapters.values()].find((entries) => entries.length > 1)!;
};

describe('The order of an edition', () => {
	it('is the region’s, until the edition has one of its own', () => {
		expect(editions.ordering(here.db, id)).toEqual({ order: 'category', isNumbered: false });
		editions.setOrder(here.db, id, 'kana', { by, at });
		const kana = editions.board(here.db, id).map((entry) => entry.kana ?? entry.name);
		expect(kana).toEqual(kana.toSorted(new Intl.Collator('ja').compare));
	});

	it('by municipality goes by the towns of the region, by category in each, and ends with what is in none', () => {
		editions.setOrder(here.db, id, 'municipality', { by, at });
		const chapters = editions.chaptersIn(here.db, id);
		expect(chapters.map(({ code }) => code)).toEqual([
			...['102016', '102024', 'online', 'private', 'unknown']
		]);
		expect(chapters[0]!.label).toBe('前橋市');
		const numbers = chapters.flatMap(({ code }) =>
			editions.orderedIn(here.db, id, code).map(({ number }) => number)
		);
		expect(numbers).toEqual(names().map((_, index) => index + 1));
		for (const { code } of chapters) {
			const own = editions.orderedIn(here.db, id, code).map(({ name }) => chapterOf(name));
			const order = editions.chaptersOf(here.db).map((chapter) => chapter.code);
			expect(own).toEqual(own.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
		}
		const proof = editions.proof(here.db, id, 'private');
		expect(proof.entries.map(({ row }) => row.name)).toContain('月の部屋');
		expect(proof.entries.every(({ chapter }) => chapter === 'private')).toBe(true);
	});

	it('by hand begins with what there is, moves within a chapter, and goes on into the next year', () => {
		const before = names();
		editions.setOrder(here.db, id, 'hand', { by, at });
		expect(names()).toEqual(before);
		const [first, second] = crowded();
		const move = { resourceId: second!.resourceId, to: 1, by, at };
		expect(editions.move(here.db, id, move)).toBe(first!.number);
		expect(names()).toEqual(
			before.map((name) =>
				name === first!.name ? second!.name : name === second!.name ? first!.name : name
			)
		);
		expect(editions.move(here.db, id, { ...move, to: 9999 })).toBeGreaterThan(first!.number);
		editions.move(here.db, id, move);

		const next = { regionId: here.region.id, year: 2028, by, at };
		expect(names(editions.openFrom(here.db, next) as number)).toEqual(names());
	});

	it('puts what is added at the end of its chapter', () => {
		editions.setOrder(here.db, id, 'hand', { by, at });
		const [first] = crowded();
		takeOut(here.db, id, first!.resourceId, { by, at, reason: '見送り' });
		add(here.db, id, first!.resourceId, { by, at });
		const chapter = editions.orderedIn(here.db, id, chapterOf(first!.name));
		expect(chapter.at(-1)!.name).toBe(first!.name);
		expect(chapter.map(({ number }) => number)).toEqual(
			chapter.map((_, index) => chapter[0]!.number + index)
		);
	});

	it('stays where it is ordered otherwise, is locked, or does not have the entry', () => {
		const resourceId = here.ids.hidamari;
		expect(editions.move(here.db, id, { resourceId, to: 1, by, at })).toBeNull();
		editions.setOrder(here.db, id, 'hand', { by, at });
		expect(editions.move(here.db, id, { resourceId: 'nobody', to: 1, by, at })).toBeNull();
		editions.lock(here.db, id, { by, at });
		editions.unlock(here.db, id, { by, at, reason: '直すため' });
		expect(editions.move(here.db, id, { resourceId, to: 1, by, at })).toBeNull();
	});
});
