import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behindHash, paramsOf, withWords, wordsIn } from '#lib/domain/input/fragment.ts';

describe('an address whose words are not sent', () => {
	it.each([
		['', ''],
		['?category=ibasho&page=2', '?category=ibasho&page=2'],
		['?q=a+b', '#q=a+b'],
		['?q=a&literal=yes&category=ibasho', '?category=ibasho#q=a&literal=yes'],
		['?category=ibasho#q=a', '?category=ibasho#q=a'],
		['?q=sent#q=kept', '#q=kept'],
		['?literal=yes', '#literal=yes']
	])('%s becomes %s', (address, moved) => {
		expect(behindHash(address)).toBe(moved);
	});

	it('says the same, and nothing of the words before the #', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (words) => {
				const address = `?${String(new URLSearchParams({ q: words, category: 'ibasho' }))}`;
				const moved = behindHash(address);
				expect(moved.split('#')[0]).toBe('?category=ibasho');
				expect(wordsIn(moved)).toBe(words.toWellFormed());
				expect(paramsOf(moved).get('category')).toBe('ibasho');
			})
		);
	});

	it('begins again at the first page with other words', () => {
		expect(withWords('?category=ibasho&page=3#q=a&literal=yes', 'b c')).toBe(
			'?category=ibasho#q=b+c'
		);
		expect(withWords('?q=sent', '')).toBe('');
	});
});
