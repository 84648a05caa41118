import { describe, expect, it } from 'vitest';
import { openingOf, speakerOf } from '#lib/domain/reader/handout/opening.ts';
import { purposeOf } from '#lib/domain/reader/profile/purpose.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { waysOf } from '#lib/domain/reader/profile/ways.ts';
import { vocabularies } from '../../../support/lexicon.ts';
import { content } from '../../../support/world.ts';

const open = (input: Parameters<typeof content>[0]) => {
	const shown = publicContent(content(input));
	return openingOf(waysOf(shown), {
		speaker: speakerOf(shown),
		purpose: purposeOf(shown, vocabularies),
		isOnline: shown.place.precision === 'online'
	});
};
const phones = [{ number: '000-1111-2222' }];

describe('the first sentence', () => {
	it('is written where one can write', () => {
		const { manner, words } = open({
			name: 'ひだまり',
			phones,
			contacts: [{ kind: 'form', value: 'https://hidamari.example.jp/form' }]
		});
		expect(manner).toBe('書く');
		expect(words).toContain('見学のことを教えてください');
	});

	it('is said on the telephone, and asks for patience there', () => {
		const { manner, words } = open({ name: 'ひだまり', phones });
		expect(manner).toBe('話す');
		expect(words).toContain('を見て電話しました');
		expect(words).toContain('話すのが苦手なので、ゆっくりお願いします');
	});

	it('is shown where nobody can be asked before', () => {
		expect(open({ name: 'ひだまり' }).manner).toBe('見せる');
		const visit = [{ kind: 'visit' as const, value: '開いている時間に' }];
		expect(open({ name: 'ひだまり', contacts: visit }).manner).toBe('見せる');
		expect(open({ name: 'ほしぞら', precision: 'online' }).manner).toBe('書く');
	});

	it.each([
		[['ibasho'], '見学'],
		[['ibasho-youth'], '見学'],
		[['visiting'], '相談'],
		[['visiting-care'], '相談'],
		[['day-care'], '受診'],
		[['peer-hobby'], '参加'],
		[['work'], '見学'],
		[['unheard-of'], '見学']
	])('of %s asks for %s', (categories, purpose) => {
		expect(purposeOf({ categories }, vocabularies)).toBe(purpose);
	});

	it('is a family’s only where places are for families alone', () => {
		expect(speakerOf({ audiences: ['family'] })).toBe('family');
		expect(speakerOf({ audiences: ['family', 'supporter'] })).toBe('family');
		expect(speakerOf({ audiences: ['person', 'family'] })).toBe('person');
		expect(speakerOf({ audiences: [] })).toBe('person');
	});
});
