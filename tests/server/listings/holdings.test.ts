import { expect, it } from 'vitest';
import { regionPosterOf } from '#lib/domain/reader/handout/poster.ts';
import { descriptionOf, titleOf } from '#lib/domain/region/holdings.ts';
import { holdings, introduction } from '#lib/server/listings/holdings.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { copy, prepared, sample } from '../../support/seeds.ts';
import { content, now } from '../../support/world.ts';

/** What WAM NET alone gives: places of work training that nobody has checked. */
function workOnly() {
	const db = copy(prepared);
	const region = regions.find(db, 'tokyo')!;
	for (const name of ['一番', '二番', '三番']) {
		const made = content({ name, categories: ['employment-transition'] });
		resources.create(db, { regionId: region.id, content: made, by: 'import', at: now });
	}
	return { db, region };
}

const untrue = /居場所|集まり|家族会|毎年|確かめた日を載せて/;

it('a region of unverified work training promises nothing else', () => {
	const { db, region } = workOnly();
	const held = holdings(db, { region: region.id });
	expect(held).toEqual({ total: 3, kinds: [{ name: '就労・しごと', count: 3 }], checked: 0 });
	const poster = regionPosterOf(region, { origin: 'https://example.jp', holdings: held });
	const said = [
		titleOf(region.name, held),
		descriptionOf(region.name, held),
		introduction(db),
		...poster.lines,
		...poster.facts.map(({ words }) => words)
	];
	for (const words of said) expect(words).not.toMatch(untrue);
	expect(said[0]).toBe('東京都の就労・しごと');
});

it('the sample has the kinds that it has, the most frequent first, and is checked for the most part', () => {
	const db = copy(sample);
	const region = regions.find(db, 'sakura')!;
	const held = holdings(db, { region: region.id });
	const counts = held.kinds.map(({ count }) => count);
	expect(counts).toEqual(counts.toSorted((one, other) => other - one));
	expect(held.kinds.map(({ name }) => name)).toContain('居場所');
	expect(held.total).toBe(regions.counts(db).get('sakura'));
	expect(held.checked).toBeGreaterThan(held.total / 2);
	expect(held.checked).toBeLessThanOrEqual(held.total);
	expect(introduction(db)).toContain('毎年確かめて');
});
