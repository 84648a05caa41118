import { describe, expect, it } from 'vitest';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import { alternativesOf, candidateOf } from '#lib/domain/reader/handout/alternatives.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { rowOf } from '#lib/domain/listing/row.ts';
import { vocabularies } from '../../../support/lexicon.ts';
import { content } from '../../../support/world.ts';

const names = { vocabularies, municipalities: new Map<string, string>() };
const here = '102024';

function candidate(id: string, input: Partial<ContentInput> = {}) {
	const shown = publicContent(
		content({ name: id, kana: id, location: { municipality: here }, ...input })
	);
	return candidateOf(rowOf(id, shown, null, names), shown);
}

const own = candidate('own', { needs: ['feel-safe'], audiences: ['person'] });
const found = (...others: ReturnType<typeof candidate>[]) =>
	alternativesOf(own, [own, ...others], 4).map(({ row }) => row.id);

describe('other places for when one is full', () => {
	it('are of the same kind or for the same wish, near before far', () => {
		const far = candidate('a', { location: { municipality: '102016' } });
		const near = candidate('b');
		const wish = candidate('c', { categories: ['work'], needs: ['feel-safe'] });
		const other = candidate('d', { categories: ['work'] });
		expect(found(far, near, wish, other)).toEqual(['b', 'a', 'c']);
	});

	it('take somebody now', () => {
		const full = candidate('a', { intake: 'full' });
		const paused = candidate('b', { operation: 'paused' });
		expect(found(full, paused, candidate('c'))).toEqual(['c']);
	});

	it('are not for others alone', () => {
		const family = candidate('a', { audiences: ['family'] });
		const anyone = candidate('b', { audiences: ['anyone'] });
		expect(found(family, anyone, candidate('c'))).toEqual(['b', 'c']);
	});

	it('stand by their kana where they fit equally well, and are few', () => {
		expect(found(...['f', 'e', 'd', 'c', 'b'].map((id) => candidate(id)))).toEqual([
			'b',
			'c',
			'd',
			'e'
		]);
	});
});
