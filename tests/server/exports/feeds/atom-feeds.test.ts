import { describe, expect, it } from 'vitest';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { arrivals } from '#lib/server/exports/feeds/arrivals.ts';
import { changes } from '#lib/server/exports/feeds/changes.ts';
import * as lists from '#lib/server/exports/feeds/lists.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { canary, content, places, world, type World } from '../../../support/world.ts';
import { all, readXml, textIn } from '../../../support/xml.ts';

const origin = 'https://example.jp';
const at = (day: number) => new Date(`2026-11-${String(day).padStart(2, '0')}T03:00:00Z`);
const entriesOf = (text: string) =>
	all(readXml(text), 'entry').map((entry) => ({
		id: textIn(entry, 'id'),
		title: textIn(entry, 'title'),
		summary: textIn(entry, 'summary'),
		updated: textIn(entry, 'updated'),
		page: all(entry, 'link')[0]!.attributes['href']
	}));
const titles = (text: string) => entriesOf(text).map(({ title }) => title);
const changesOf = ({ db, region }: World) => changes(db, region, { origin });
const revise = ({ db, ids }: World, key: keyof World['ids'], more: Partial<Content>, day: number) =>
	resources.revise(db, ids[key], {
		content: { ...places[key], ...more },
		by: 'editor',
		at: at(day)
	});

describe('the changes of a region', () => {
	it('tell what is new, and nothing of a place on paper alone', () => {
		const text = changesOf(world());
		expect(titles(text)).toHaveLength(5);
		expect(titles(text)).toContain('居場所カフェ ひだまり：あたらしく載りました');
		expect(text).not.toContain('カナリア');
	});

	it('tell changed fields by their titles, newest first, and no value of before or after', () => {
		const made = world();
		revise(made, 'hidamari', { feeNote: 'お茶代200円' }, 1);
		revise(made, 'kazoku', { operation: 'paused' }, 2);
		revise(made, 'online', { operation: 'closed' }, 3);
		revise(made, 'kazoku', { operation: 'open' }, 4);
		const [first, second, third, fourth] = entriesOf(changesOf(made));
		expect([first, second, third, fourth].map((one) => one!.title)).toEqual([
			'家族会 はるか：また開いています',
			'オンライン ほしぞら：終了しました',
			'家族会 はるか：お休みに入りました',
			'居場所カフェ ひだまり：費用が変わりました'
		]);
		expect(fourth!.summary).toContain('変わったところ：費用。');
		expect(fourth!.updated).toBe('2026-11-01T03:00:00.000Z');
		expect(changesOf(made)).not.toContain('円');
	});

	it('are silent about what readers do not see', () => {
		const made = world();
		const before = titles(changesOf(made));
		revise(made, 'hidamari', { staffNote: canary('新しいメモ') }, 1);
		revise(
			made,
			'tsuki',
			{ location: { ...places.tsuki.location, town: canary('引っ越し先') } },
			2
		);
		expect(titles(changesOf(made))).toEqual(before);
	});

	it('are silent about a change of what was hidden later', () => {
		const made = world();
		revise(made, 'hidamari', { location: { ...places.hidamari.location, street: '9-9-9' } }, 1);
		expect(titles(changesOf(made))[0]).toBe('居場所カフェ ひだまり：場所が変わりました');
		const moved = { ...places.hidamari.location, street: '9-9-9' };
		revise(made, 'hidamari', { location: moved, precision: 'municipality', access: null }, 2);
		const told = titles(changesOf(made)).filter((title) => title.startsWith('居場所カフェ'));
		expect(told).not.toContain('居場所カフェ ひだまり：場所が変わりました');
	});

	it('say nothing of a place that took its consent back, and no name of one that is withdrawn', () => {
		const made = world();
		revise(made, 'kazoku', { feeNote: '変わった' }, 1);
		revise(made, 'kazoku', { consents: [] }, 2);
		expect(changesOf(made)).not.toContain('はるか');
		resources.withdraw(made.db, made.ids.hidamari, {
			by: 'editor',
			at: at(3),
			reason: canary('わけ')
		});
		const text = changesOf(made);
		expect(text).not.toMatch(/ひだまり|カナリア/);
		expect(entriesOf(text)[0]).toMatchObject({
			title: '掲載が終わったところがあります',
			page: `https://example.jp/resources/${made.ids.hidamari}`
		});
	});

	it('tell of no proposal, and of nothing that was taken back', () => {
		const made = world();
		const proposed = { ...places.hidamari, feeNote: '提案' };
		resources.propose(made.db, made.ids.hidamari, {
			...{ content: proposed, by: 'partner', at: at(1), base: made.revisions.hidamari }
		});
		expect(titles(changesOf(made))).toHaveLength(5);
		revise(made, 'hidamari', { feeNote: '間違い' }, 2);
		resources.makeCurrent(made.db, made.ids.hidamari, made.revisions.hidamari);
		expect(titles(changesOf(made))).toHaveLength(5);
	});

	it('keep the ids of what they have told', () => {
		const made = world();
		const before = entriesOf(changesOf(made)).map(({ id }) => id);
		expect(new Set(before).size).toBe(before.length);
		for (const id of before) {
			expect(id).toMatch(
				/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
			);
		}
		revise(made, 'hidamari', { name: '別の名前' }, 1);
		expect(entriesOf(changesOf(made)).map(({ id }) => id)).toEqual(expect.arrayContaining(before));
	});
});

describe('the new places of a list', () => {
	const arrivalsOf = ({ db, region }: World, query = '') =>
		arrivals(db, lists.ofRegion(region, parseFilter(new URLSearchParams(query))), { origin });

	it('are those that meet the conditions, the newest first', () => {
		const made = world();
		const late = content({ name: 'あたらしい会', categories: ['family'], audiences: ['family'] });
		resources.create(made.db, { regionId: made.region.id, content: late, by: 'editor', at: at(5) });
		const told = entriesOf(arrivalsOf(made, 'category=family'));
		expect(told.map(({ title, updated }) => [title, updated])).toEqual([
			['あたらしい会', '2026-11-05T03:00:00.000Z'],
			['家族会 はるか', '2025-04-01T03:00:00.000Z']
		]);
		expect(told[1]!.id).toBe(`urn:uuid:${made.ids.kazoku}`);
	});

	it('stay where they are when they are changed', () => {
		const made = world();
		const before = entriesOf(arrivalsOf(made)).map(({ id, updated }) => [id, updated]);
		revise(made, 'hidamari', { feeNote: 'お茶代200円' }, 1);
		expect(entriesOf(arrivalsOf(made)).map(({ id, updated }) => [id, updated])).toEqual(before);
	});

	it('are found by words too, which stand in the address of the feed alone', () => {
		const text = arrivalsOf(world(), 'q=お茶');
		expect(titles(text)).toContain('居場所カフェ ひだまり');
		const feed = readXml(text);
		expect(textIn(feed, 'title')).toBe('群馬県の新しい場所（ことばでしぼった一覧）');
		expect(all(feed, 'link')[0]!.attributes['href']).toBe(
			`https://example.jp/regions/gunma/new.atom?q=${encodeURIComponent('お茶')}`
		);
		expect(titles(arrivalsOf(world(), 'q=ひだまぬ'))).toEqual([]);
	});

	it('hold no private value', () => {
		expect(arrivalsOf(world())).not.toContain('カナリア');
		expect(titles(arrivalsOf(world()))).toHaveLength(5);
	});
});
