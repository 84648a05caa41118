import { expect, it } from 'vitest';
import { conditionsOf, referringOf, unsaidOf } from '#lib/domain/reader/handout/supporter.ts';
import { profileOf } from '#lib/domain/reader/profile/profile.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { names } from '#lib/server/regions/names.ts';
import { copy, prepared } from '../../../support/seeds.ts';
import { content, places } from '../../../support/world.ts';

const named = names(copy(prepared));
const profile = (of: Parameters<typeof publicContent>[0]) =>
	profileOf({ content: publicContent(of), verification: null }, named, '2026-11-22');
const bare = profile(
	content({
		name: '就労移行支援事業所',
		categories: ['employment-transition'],
		fee: 'free',
		sources: [{ name: '公開データ', url: null, retrievedOn: null }]
	})
);

it('no row of the supporter’s page is without words', () => {
	for (const one of [bare, profile(places.hidamari)]) {
		for (const { words } of [...referringOf(one), ...conditionsOf(one)]) {
			expect(words).not.toMatch(/^$|未確認/);
		}
	}
	expect(conditionsOf(bare).map(({ title }) => title)).toEqual(['費用']);
});

it('what nobody has said is one line, and where it all is from is told', () => {
	expect(unsaidOf(bare)).toBe(
		'未確認：連絡先・受け入れ・対象・年齢・性別・住んでいる所・確かめた日'
	);
	expect(referringOf(bare)).toEqual([{ title: 'もとの情報', words: '公開データ' }]);
});
