import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	facets,
	filterAddress,
	filterSentence,
	isFiltered,
	parseFilter,
	withChosen,
	without
} from '#lib/domain/search/filter.ts';
import { names } from '#lib/server/regions/names.ts';
import { world } from '../../support/world.ts';

const read = (query: string) => parseFilter(new URLSearchParams(query));

describe('a filter', () => {
	it.each([
		['', '', ''],
		['category=ibasho', '?category=ibasho', '居場所を探しました。'],
		[
			'ease=no-booking&municipality=102024&category=ibasho',
			'?category=ibasho&ease=no-booking&municipality=102024',
			'高崎市で、居場所を探しました。条件：予約不要。'
		],
		[
			'category=ibasho&category=peer&day=sa&day=su',
			'?category=ibasho&category=peer&day=sa&day=su',
			'居場所か当事者会を探しました。条件：土曜か日曜。'
		],
		[
			'q=+ひだまり+&page=2',
			'?q=%E3%81%B2%E3%81%A0%E3%81%BE%E3%82%8A&page=2',
			'「ひだまり」に合うところを探しました。'
		],
		[
			'region=gunma&online=yes',
			'?online=yes&region=gunma',
			'群馬県で、ところを探しました。条件：オンラインで参加できる。'
		]
	])('%s has one address and one sentence', (query, address, sentence) => {
		const filter = read(query);
		expect(filterAddress(filter)).toBe(address);
		expect(filterSentence(filter, names(world().db))).toBe(sentence);
	});

	it('reads what cannot be read as if it had not been said', () => {
		expect(read('page=-1&sort=popularity&category=%00&year=abc&ease=A%20B')).toEqual(read(''));
		expect(read(`q=${'あ'.repeat(500)}`).q).toHaveLength(100);
	});

	it('is the same after its address has been read again, whatever it was', () => {
		fc.assert(
			fc.property(fc.webQueryParameters(), fc.string(), (query, words) => {
				const params = new URLSearchParams(query);
				params.set('q', words);
				for (const facet of facets) params.append(facet, words);
				const filter = parseFilter(params);
				expect(read(filterAddress(filter).slice(1))).toEqual(filter);
			}),
			{ numRuns: 1000 }
		);
	});

	it('goes back to the first page when a choice comes or goes', () => {
		const filter = read('category=ibasho&category=peer&page=3');
		expect(filterAddress(without(filter, 'category', 'peer'))).toBe('?category=ibasho');
		expect(filterAddress(withChosen(filter, 'category', []))).toBe('');
		expect(isFiltered(read('sort=checked&page=2'))).toBe(false);
	});
});
