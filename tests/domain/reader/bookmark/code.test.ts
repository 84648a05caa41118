import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, markOf, mostShared, parseCode } from '#lib/domain/reader/bookmark/code.ts';

const place = fc.record({
	region: fc.constantFrom('sakura', 'gunma', 'hokkaido', 'a', `a${'-9'.repeat(19)}z`),
	id: fc.uuid({ version: 4 })
});
const origin = 'https://chiiki-bookmark.example.lg.jp';

describe('The code of a list', () => {
	it('says the same places in the same order when it is read', () => {
		fc.assert(
			fc.property(fc.array(place, { minLength: 1, maxLength: mostShared }), (places) => {
				const read = parseCode(codeOf(places));
				expect(read).toEqual({
					value: places.map(({ region, id }) => ({ region, mark: markOf(id) }))
				});
			})
		);
	});

	it('survives being written into an address and read from it', () => {
		fc.assert(
			fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (places) => {
				const code = codeOf(places);
				expect(new URL(`${origin}/bookmarks#k=${code}`).hash).toBe(`#k=${code}`);
				expect(new URLSearchParams(`k=${code}`).get('k')).toBe(code);
			})
		);
	});

	it('says twenty places in an address of at most 300 letters', () => {
		const places = fc.sample(fc.uuid({ version: 4 }), 20).map((id, at) => ({
			id,
			region: ['kagoshima', 'hokkaido', 'yamanashi', 'fukushima'][Math.floor(at / 5)]!
		}));
		expect(`${origin}/bookmarks#k=${codeOf(places)}`.length).toBeLessThanOrEqual(300);
	});

	it('that was cut or changed is answered with a sentence', () => {
		const code = codeOf([
			{ region: 'sakura', id: '97157a64-6e8e-453c-86ab-de9886437ca0' },
			{ region: 'sakura', id: '5f0c9b1e-6a58-4f0e-9d2c-3b1d6a7c8e90' }
		]);
		for (let end = 1; end < code.length; end++) {
			expect(parseCode(code.slice(0, end)), code.slice(0, end)).toHaveProperty('issue');
		}
		expect(parseCode(code.replace('sakura', 'sakurb'))).toHaveProperty('issue');
	});

	it('made of anything at all is answered with a sentence, never with an exception', () => {
		for (const text of [
			'',
			'.',
			'..07',
			'~',
			'sakura',
			'sakura.',
			'%E0%A4%A',
			'__proto__.AAAAAAAA.00'
		]) {
			expect(parseCode(text), text).toHaveProperty('issue');
		}
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				const read = parseCode(text);
				if ('issue' in read) expect(read.issue).toMatch(/。$/);
			})
		);
	});
});
