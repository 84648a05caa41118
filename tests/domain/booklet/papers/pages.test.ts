import { describe, expect, it } from 'vitest';
import { entriesOn, parseInHand } from '#lib/domain/booklet/papers/pages.ts';

const asked = (query: string) => parseInHand(new URLSearchParams(query));

describe('What somebody types from the booklet in hand', () => {
	it.each([
		['page=12', 'page', 12],
		['page=１２', 'page', 12],
		['page=%2012ページ ', 'page', 12],
		['page=p.12', 'page', 12],
		['page=012', 'page', 12],
		['number=15', 'number', 15],
		['number=15番', 'number', 15],
		['page=15番', 'number', 15],
		['page=&number=15', 'number', 15]
	])('%s is %s %i', (query, by, at) => {
		expect(asked(query)).toMatchObject({ asked: { by, at, layout: 'a5' }, issue: null });
	});

	it('asks about the booklet whose code was scanned', () => {
		expect(asked('page=12&form=large').asked).toEqual({ by: 'page', at: 12, layout: 'large' });
		expect(asked('page=12&form=epub')).toMatchObject({
			asked: null,
			issue: 'その形の冊子は、ここにはありません。'
		});
	});

	it.each(['十二', '0', '-3', '1e9', '12.5', '12-13', '123456', '<b>', '__proto__'])(
		'is told what was found in 「%s」 and what is expected',
		(typed) => {
			const { asked: nothing, issue } = asked(new URLSearchParams({ page: typed }).toString());
			expect(nothing).toBeNull();
			expect(issue).toBe(
				`「${typed}」からは、わかりませんでした。12のように数字で入れてください。`
			);
		}
	);

	it('is nothing where nothing was typed', () => {
		for (const query of ['', 'page=', 'page=%20', 'q=12']) {
			expect(asked(query)).toEqual({ asked: null, typed: '', issue: null });
		}
	});

	it('is given back no longer than the field is', () => {
		expect(asked(`page=${'9'.repeat(5000)}`).typed).toHaveLength(20);
	});
});

describe('The entries of a page', () => {
	const pageOf = { 1: 6, 2: 6, 3: 7, 4: 10, 12: 10, 5: 11 };

	it('are those that begin there, in the order of their numbers', () => {
		expect(entriesOn({ pageOf }, 6)).toEqual({ numbers: [1, 2], begins: true });
		expect(entriesOn({ pageOf }, 10)).toEqual({ numbers: [4, 12], begins: true });
	});

	it('are the one that may go on there where none begins', () => {
		expect(entriesOn({ pageOf }, 8)).toEqual({ numbers: [3], begins: false });
	});

	it('are none before the first and after the last', () => {
		for (const page of [1, 5, 12, 99]) {
			expect(entriesOn({ pageOf }, page)).toEqual({ numbers: [], begins: false });
		}
		expect(entriesOn({ pageOf: {} }, 1).numbers).toEqual([]);
	});
});
