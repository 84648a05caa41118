import { describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/server/start/open.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as listings from '#lib/server/listings/listings.ts';
import { prepare } from '#lib/server/start/seed.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as search from '#lib/server/search/index.ts';
import { content, now, places, world, type World } from '../../support/world.ts';
import { temporaryFolder } from '../../support/folder.ts';

const ask = (q: string, more = '') => parseFilter(new URLSearchParams(`q=${q}${more}`));
const names = ({ db, region }: Pick<World, 'db' | 'region'>, q: string) =>
	listings.region(db, region, ask(q), now).rows.map((row) => row.name);
const by = 'editor';

/** Every key and number of the packed lists, as text. */
const packed = ({ db }: Pick<World, 'db'>) =>
	db.$client
		.prepare('SELECT key, block, hex(list) AS list FROM search_postings ORDER BY key')
		.all();

describe('What is saved', () => {
	it('is found at once, and still when its words are folded in', () => {
		const here = world();
		const added = content({ name: '夜のとまり木', kana: 'よるのとまりぎ' });
		resources.create(here.db, { regionId: here.region.id, content: added, by, at: now });
		expect(names(here, 'tomarigi')).toEqual(['夜のとまり木']);
		search.settle(here.db);
		expect(names(here, 'tomarigi')).toEqual(['夜のとまり木']);
		const more = content({ name: '朝のとまり木', kana: 'あさのとまりぎ' });
		resources.create(here.db, { regionId: here.region.id, content: more, by, at: now });
		expect(names(here, 'とまりぎ')).toEqual(['朝のとまり木', '夜のとまり木']);
	});

	it('is not found when the saving was undone', () => {
		const here = world();
		const added = content({ name: '夜のとまり木', kana: 'よるのとまりぎ' });
		const other = content({ name: '昼のひろば', kana: 'ひるのひろば' });
		const create = (it: typeof added) =>
			resources.create(here.db, { regionId: here.region.id, content: it, by, at: now });
		here.db.$client.exec('BEGIN');
		create(added);
		expect(names(here, 'とまりぎ')).toEqual(['夜のとまり木']);
		here.db.$client.exec('ROLLBACK');
		create(other);
		expect(names(here, '昼のひろば')).toEqual(['昼のひろば']);
		expect(names(here, '夜のとまり木')).toEqual([]);
	});

	it('is found by its current words only, and in an edition by what was printed', () => {
		const here = world();
		const edition = editions.find(here.db, { region: 'gunma', year: 2026 })!;
		const renamed = { ...places.kazoku, name: '家族の集い こだま', kana: 'かぞくのつどい こだま' };
		resources.revise(here.db, here.ids.kazoku, { content: renamed, by, at: now });
		expect(names(here, 'こだま')).toEqual(['家族の集い こだま']);
		expect(names(here, '家族会 はるか')).not.toContain('家族会 はるか');
		const printed = (q: string) => listings.edition(here.db, edition, ask(q));
		expect(printed('はるか').rows.map((row) => row.name)).toEqual(['家族会 はるか']);
		expect(printed('こだま').fuzzy).toBe(true);
		const ofRegion = listings.edition(here.db, edition, ask('はるか', '&region=gunma'));
		expect(ofRegion.total).toBe(1);
	});

	it('leaves no withheld word in the index', () => {
		const here = world();
		search.settle(here.db);
		const rows = here.db.$client
			.prepare('SELECT names || sounds AS words FROM search_documents')
			.pluck()
			.all()
			.concat(packed(here).map((row) => (row as { key: string }).key));
		expect(rows.length).toBeGreaterThan(100);
		for (const words of rows) expect(words).not.toMatch(/かな|なり|りあ|カナリア|かなりあ/u);
	});
});

it('comes out of the index without a trace', () => {
	const here = world();
	search.settle(here.db);
	const before = packed(here);
	const added = content({ name: '居場所 ゆずりは', kana: 'いばしょ ゆずりは' });
	const { revisionId } = resources.create(here.db, {
		regionId: here.region.id,
		content: added,
		by,
		at: now
	});
	search.settle(here.db);
	expect(packed(here)).not.toEqual(before);
	search.remove(here.db, revisionId);
	expect(packed(here).map((row) => (row as { key: string }).key)).toEqual(
		before.map((row) => (row as { key: string }).key)
	);
	expect(names(here, 'ゆずりは')).toEqual([]);
	expect(names(here, '居場所')).not.toContain('居場所 ゆずりは');
});

it('is built anew for a database that has none, with the same answers', () => {
	const file = `${temporaryFolder()}/a.db`;
	const here = world(file);
	const before = names(here, 'いばしょ');
	here.db.$client.exec(
		'DELETE FROM search_tail; DELETE FROM search_documents; DELETE FROM search_postings; DELETE FROM search_state'
	);
	here.db.$client.close();
	const db = openDatabase(file);
	prepare(db, { now, sample: false });
	const region = regions.find(db, 'gunma')!;
	expect(names({ db, region }, 'いばしょ')).toEqual(before);
	expect(before).toEqual(['居場所カフェ ひだまり']);
	db.$client.close();
});

describe('The number of an entry', () => {
	it('finds it in its edition, and is no number of a place elsewhere', () => {
		const { db, region } = world();
		const edition = editions.find(db, { region: 'gunma', year: 2026 })!;
		const all = listings.edition(db, edition, ask('')).rows;
		for (const { number, id } of all) {
			const [first] = listings.edition(db, edition, ask(`${number}番`)).rows;
			expect(first!.id).toBe(id);
			expect(first!.found!.reasons).toEqual([]);
		}
		expect(all.length).toBeGreaterThan(1);
		expect(listings.region(db, region, ask('1番'), now).understood).toEqual([]);
	});
});

describe('A list', () => {
	it('takes a town and a category for what they are, and can be asked not to', () => {
		const { db, region } = world();
		const listing = listings.region(db, region, ask('高崎 居場所'), now);
		expect(listing.chips).toEqual([
			{ name: '高崎市', address: `?q=${encodeURIComponent('居場所')}` },
			{ name: '居場所', address: `?q=${encodeURIComponent('高崎')}` }
		]);
		expect(listing).toMatchObject({ full: 1, understood: ['高崎市', '居場所'] });
		expect(listing.rows[0]!.name).toBe('居場所カフェ ひだまり');
		const words = new URLSearchParams({ q: '高崎 居場所', literal: 'yes' });
		expect(listing.literal).toBe(`?${words}`);
		const literally = listings.region(db, region, parseFilter(words), now);
		expect(literally).toMatchObject({ total: 1, literal: null });
	});

	it('says why it found what does not show the words, and where the words stand', () => {
		const { db, region } = world();
		const found = (q: string) => listings.region(db, region, ask(q), now).rows[0]!.found;
		expect(found('親の会')!.reasons.map(({ by }) => by)).toEqual(['term']);
		expect(found('かぞくかい')!.reasons).toEqual([{ by: 'reading', kana: 'かぞくかい' }]);
		expect(found('ﾋﾀﾞﾏﾘ')).toMatchObject({ reasons: [], marks: { name: [{ start: 7, end: 11 }] } });
	});

	it('suggests a word that finds something when a letter slipped', () => {
		const { db, region } = world();
		const { near, fuzzy } = listings.region(db, region, ask('フリースペーヌ'), now);
		expect(fuzzy).toBe(true);
		expect(near).toMatchObject({ name: 'フリースペース', total: 1 });
	});

	it('offers other towns when the asked one has nothing', () => {
		const { db, region } = world();
		const filter = ask('', '&category=family&municipality=102024');
		const { steps } = listings.region(db, region, filter, now);
		expect(steps.map((step) => step.name)).toContain('前橋市で探す');
	});
});
