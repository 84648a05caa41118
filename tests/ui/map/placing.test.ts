import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Placing from '#lib/ui/map/placing/Placing.svelte';
import { judgementWords, lookedWords, suggestedWords } from '#lib/ui/map/placing/place.ts';

describe('A place in a form', () => {
	it('is two fields that keep what was typed, and says what is wrong with them', () => {
		const { body } = render(Placing, {
			props: { latitude: '36.4', longitude: 'higashi', issue: '経度が「higashi」です。' }
		});
		expect(body).toMatch(/<input[^>]*name="latitude"[^>]*value="36.4"/);
		expect(body).toMatch(/<input[^>]*name="longitude"[^>]*value="higashi"/);
		expect(body).toMatch(/role="alert"[^>]*>経度が「higashi」です。/);
		expect(body.match(/<label for="placing-(latitude|longitude)"/g)).toHaveLength(2);
	});
});

describe('What is said of a point', () => {
	const outside = { is: 'outside', name: '高崎市', found: '前橋市', metres: 3100 } as const;

	it('is a warning outside the stated municipality, a word inside, nothing where nobody knows', () => {
		expect(judgementWords(outside)).toEqual({
			words:
				'この位置は、市区町村に選んだ高崎市ではなく、前橋市にあります（高崎市から約3.1km）。市区町村か位置を、確かめてください。',
			isWarning: true
		});
		expect(judgementWords({ ...outside, found: null, metres: null })!.words).toMatch(
			/^この位置は、市区町村に選んだ高崎市のなかになく、ほかの市区町村にもありません。/
		);
		expect(judgementWords({ is: 'inside', name: '高崎市' })).toEqual({
			words: '高崎市のなかです。',
			isWarning: false
		});
		expect(judgementWords({ is: 'unknown' })).toBeNull();
		expect(judgementWords(null)).toBeNull();
	});

	it('tells where a suggestion comes from, and what became of a question', () => {
		const point = { latitude: 36, longitude: 139, count: 3 };
		expect(suggestedWords({ ...point, by: 'town', name: '高崎市上町' })).toBe(
			'高崎市上町のほかの3件のあたり'
		);
		expect(suggestedWords({ ...point, by: 'outline', name: '高崎市' })).toBe('高崎市のまんなか');
		expect(lookedWords({ is: 'refused' })).toMatch(/外に送りません/);
		expect(lookedWords(null)).toMatch(/返事がありませんでした/);
		expect(lookedWords({ is: 'found', places: [] })).toMatch(/見つかりませんでした/);
	});
});
