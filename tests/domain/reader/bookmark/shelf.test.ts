import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as shelves from '#lib/domain/reader/bookmark/shelf.ts';
import type { Kept, Shelf } from '#lib/domain/reader/bookmark/shelf.ts';

const kept = (id: string, memo = ''): Kept => ({
	id,
	region: 'sakura',
	name: `場所${id}`,
	memo,
	mark: null,
	keptOn: '2026-11-26'
});
const abc = ['c', 'b', 'a'].reduce(
	(shelf, id) => shelves.keep(shelf, kept(id)),
	shelves.emptyShelf()
);
const orders = (shelf: Shelf) => shelf.lists.map(({ places }) => places.join(''));

describe('A shelf', () => {
	it('takes a place once, the newest first', () => {
		expect(orders(shelves.keep(abc, kept('a', '別のメモ')))).toEqual(['abc']);
		expect(shelves.countOf(abc)).toBe(3);
	});

	it('gives a place back to where it was taken from', () => {
		const gone = shelves.release(abc, 'b');
		expect([orders(gone), shelves.isKept(gone, 'b')]).toEqual([['ac'], false]);
		expect(shelves.restore(gone, abc, 'b')).toEqual(abc);
	});

	it('is ordered by hand, within a list and between lists', () => {
		const two = shelves.addList(abc, { id: 'x', name: 'こんど' });
		expect(orders(shelves.moveTo(two, 'first', 'a', 2))).toEqual(['bca', '']);
		expect(orders(shelves.moveTo(two, 'x', 'b', 0))).toEqual(['ac', 'b']);
		expect(orders(shelves.moveTo(two, 'nowhere', 'b', 0))).toEqual(['abc', '']);
	});

	it('loses no place with a list', () => {
		const two = shelves.moveTo(shelves.addList(abc, { id: 'x', name: 'こんど' }), 'x', 'b', 0);
		expect(orders(shelves.removeList(two, 'x'))).toEqual(['acb']);
		expect(orders(shelves.removeList(two, 'first'))).toEqual(['bac']);
		expect(shelves.removeList(abc, 'first')).toEqual(abc);
	});

	it('takes another one in without losing a memo of either', () => {
		const mine = shelves.annotate(abc, 'a', { memo: 'わたしのメモ', mark: 'soon' });
		const other = shelves.keep(
			shelves.keep(shelves.emptyShelf(), kept('a', 'ほかのメモ')),
			kept('d', 'd')
		);
		const both = shelves.merge(mine, other);
		expect(both.places.a).toMatchObject({ memo: 'わたしのメモ\nほかのメモ', mark: 'soon' });
		expect(orders(both)).toEqual(['abcd']);
		expect(shelves.merge(both, other)).toEqual(both);
	});

	it('has every place in exactly one list, whatever is done with it', () => {
		const id = fc.constantFrom(...'abcdefg');
		const list = fc.constantFrom('first', 'x', 'y');
		const step = fc.oneof(
			id.map((id) => (shelf: Shelf) => shelves.keep(shelf, kept(id))),
			id.map((id) => (shelf: Shelf) => shelves.release(shelf, id)),
			fc.tuple(list, id, fc.nat(9)).map(
				([list, id, at]) =>
					(shelf: Shelf) =>
						shelves.moveTo(shelf, list, id, at)
			),
			list.map((id) => (shelf: Shelf) => shelves.addList(shelf, { id, name: id })),
			list.map((id) => (shelf: Shelf) => shelves.removeList(shelf, id))
		);
		fc.assert(
			fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
				const shelf = steps.reduce((shelf, act) => act(shelf), shelves.emptyShelf());
				const listed = shelf.lists.flatMap(({ places }) => places);
				expect(listed.sort()).toEqual(Object.keys(shelf.places).sort());
				expect(shelves.mended(shelf)).toEqual(shelf);
			})
		);
	});
});
