import { describe, expect, it } from 'vitest';
import { fullBitset } from '#lib/domain/search/index/bitset.ts';
import { searchDocument } from '#lib/domain/search/index/document.ts';
import { memoryIndex } from '#lib/domain/search/index/memory-index.ts';
import { find } from '#lib/domain/search/search.ts';
import { lexicon } from '../../../support/lexicon.ts';

const place = (name: string, codes: string[]) => ({
	search: searchDocument({ names: [name], kana: [], tags: [], texts: [] }, codes),
	sortKey: name
});
const days = [400, 10, 200, 20];
const index = memoryIndex([
	place('あ', ['ease=no-phone']),
	place('い', ['ease=no-booking']),
	place('う', ['ease=no-phone']),
	place('え', ['ease=no-phone'])
]);
const scope = fullBitset(4);

describe('Places that meet a sentence as well as each other', () => {
	const found = (places?: { checked: (document: number) => number }) => {
		const one = find(index, '電話をかけるのが怖い', { scope, lexicon: lexicon(), places })!;
		return one.ranked(one.bits, 4);
	};

	it('come with the one first that was checked last', () => {
		expect(found({ checked: (document) => days[document]! })).toEqual([3, 2, 0, 1]);
	});

	it('come in the order of their kana where nothing is known of a check', () => {
		expect(found()).toEqual([0, 2, 3, 1]);
	});

	it('do not come before one that fits better, however fresh they are', () => {
		const fresh = find(index, '電話をかけるのが怖い', {
			scope,
			lexicon: lexicon(),
			places: { checked: (document) => (document === 1 ? 0 : 900) }
		})!;
		expect(fresh.ranked(fresh.bits, 4)[0]).not.toBe(1);
	});
});
