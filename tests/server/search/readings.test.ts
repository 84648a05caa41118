import { describe, expect, it } from 'vitest';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { reasonWords } from '#lib/domain/search/words.ts';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { importFile } from '#lib/server/imports/index.ts';
import * as listings from '#lib/server/listings/listings.ts';
import { prepare } from '#lib/server/start/seed.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as revisionContents from '#lib/server/contents/read.ts';
import * as search from '#lib/server/search/index.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { exportedCsv } from '../../support/exported.ts';
import { bytes } from '../../support/formats.ts';
import { content, now, world, type World } from '../../support/world.ts';

const by = 'editor';
const said = 'かなりあのよみかた';
const ask = (q: string) => parseFilter(new URLSearchParams({ q }));
const rows = ({ db, region }: Pick<World, 'db' | 'region'>, q: string) =>
	listings.region(db, region, ask(q), now).rows;
const names = (here: Pick<World, 'db' | 'region'>, q: string) =>
	rows(here, q).map(({ name }) => name);
const made = ({ db }: Pick<World, 'db'>) =>
	db.$client.prepare('SELECT name, organization FROM search_readings').all();

function withReading(input: Parameters<typeof content>[0] = { name: '月光荘' }, file?: string) {
	const here = world(file);
	const { revisionId } = resources.create(here.db, {
		regionId: here.region.id,
		content: content(input),
		by,
		at: now,
		readingOf: () => said
	});
	return { ...here, revisionId };
}

describe('A name without kana', () => {
	it.each(['かなりあ', 'カナリア', 'kanaria', 'よみかた'])('is found by its reading: %s', (q) => {
		expect(names(withReading(), q)).toEqual(['月光荘']);
	});

	it('is found by the reading of its organization', () => {
		const here = withReading({ name: 'ゆず', organization: { name: '月光会' } });
		expect(names(here, 'かなりあ')).toEqual(['ゆず']);
		expect(made(here)).toEqual([{ name: null, organization: said }]);
	});

	it('is said by nobody when nobody is asked, or when it has kana', () => {
		const here = world();
		expect(made(here)).toEqual([]);
		expect(made(withReading({ name: '月光荘', kana: 'げっこうそう' }))).toEqual([]);
	});

	it('is not said when it is not shown on the web', () => {
		expect(made(withReading({ name: '月光荘', consents: [] }))).toEqual([]);
		expect(made(withReading({ name: '月光荘', operation: 'closed' }))).toEqual([]);
	});

	it('stays in the order of its name', () => {
		const here = withReading();
		const order = listings.region(here.db, here.region, ask(''), now).rows;
		expect(order.at(-1)!.name).toBe('月光荘');
	});
});

describe('A reading that was made', () => {
	it('tells that it found something, not what it is', () => {
		const [row] = rows(withReading(), 'かなりあ');
		expect(row!.found!.reasons.map(reasonWords)).toEqual(['読みかたで見つかりました']);
		expect(row!.found!.marks.kana).toEqual([]);
		expect(JSON.stringify(row)).not.toMatch(/かなりあ|よみかた/u);
	});

	it('is in no content and no export', async () => {
		const { db, region, revisionId } = withReading();
		expect(
			JSON.stringify(revisionContents.contents(db, [revisionId]).get(revisionId))
		).not.toContain('かなりあ');
		const { text } = await exportedCsv(db, { regionId: region.id, editionId: null, staff: true });
		expect(text).toContain('月光荘');
		expect(text).not.toContain('かなりあ');
	});

	it('outlives an index that is built anew, by nobody who could say it again', () => {
		const file = `${temporaryFolder()}/a.db`;
		const here = withReading({ name: '月光荘' }, file);
		here.db.$client.exec("UPDATE search_state SET rules = 'other'");
		close(here.db);
		const db = openDatabase(file);
		prepare(db, { now, sample: false });
		const region = regions.find(db, 'gunma')!;
		expect(names({ db, region }, 'かなりあ')).toEqual(['月光荘']);
		expect(made({ db })).toEqual([{ name: said, organization: null }]);
		close(db);
	});

	it('never changes, and goes when its revision leaves the index', () => {
		const here = withReading();
		expect(() => here.db.$client.exec("UPDATE search_readings SET name = 'x'")).toThrow(
			/made once/
		);
		search.remove(here.db, here.revisionId);
		expect(made(here)).toEqual([]);
		expect(names(here, 'かなりあ')).toEqual([]);
	});
});

describe('An import', () => {
	const file = (name: string, kana: string) =>
		bytes(
			`名前,かな,区分,市区町村,掲載の同意\n${name},${kana},居場所,群馬県高崎市,ウェブ|代表|メール\n`
		);

	it('asks for the readings of names without kana, and only when it writes', async () => {
		const { db } = world();
		const asked: string[] = [];
		const readingOf = (name: string) => {
			asked.push(name);
			return said;
		};
		const take = (bytes: Uint8Array, dryRun = false) =>
			importFile(db, { fileName: 'a.csv', bytes, year: 2027, by, at: now, dryRun, readingOf });
		expect((await take(file('月光荘', ''), true)).problems).toEqual([]);
		expect(asked).toEqual([]);
		expect((await take(file('月光荘', ''))).accepted).toBe(true);
		expect(asked).toEqual(['月光荘']);
		expect((await take(file('日光荘', 'にっこうそう'))).accepted).toBe(true);
		expect(asked).toEqual(['月光荘']);
	});
});
