import { beforeEach, describe, expect, it, test } from 'vitest';
import type { Database } from '#lib/server/database/client.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import { save } from '#lib/server/editing/save.ts';
import { bytes } from '../../../support/formats.ts';
import { lookAtFile, options } from '../../../support/previews.ts';
import { cast, type Cast } from '../../../support/staff.ts';
import { content, now, places, world, type World } from '../../../support/world.ts';

let db: Database;
let w: World;
let people: Cast;

beforeEach(() => {
	w = world();
	({ db } = w);
	people = cast(db, { at: now });
});

const user = (who: keyof Cast) => findUser(db, people[who])!;
/** The file of these lines, read and compared. */
const look = (lines: string[], more: Partial<previews.Options> = {}, who: keyof Cast = 'editor') =>
	lookAtFile(db, user(who), lines, more);
const found = (id: string, who: keyof Cast = 'editor') => previews.find(db, user(who), id)!;
const rowsOf = (id: string, which: previews.Which = {}) =>
	previews.rows(db, user('editor'), id, which)!.rows;
const commit = (id: string, more: Partial<previews.Commit> = {}) =>
	previews.commit(db, user('editor'), id, { at: now, ...more });
const live = () =>
	db.$client
		.prepare(
			`SELECT v.name FROM resources r JOIN revisions v ON v.id = r.current_revision_id
			WHERE r.withdrawn_at IS NULL ORDER BY r.rowid`
		)
		.pluck()
		.all();
const count = (table: string) =>
	Number(db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

const header = '名前,区分,市区町村,電話,費用の補足';

describe('A file that somebody looks at', () => {
	it('is kept with its rows, and nothing of it is in the directory', async () => {
		const before = [count('resources'), count('revisions'), count('audit')];
		const id = await look([header, 'あたらしい場所,居場所,群馬県高崎市,027-111-2222,無料']);
		expect(found(id)).toMatchObject({
			...{ state: 'ready', fileName: 'town.csv', staffId: people.editor },
			result: { counts: { rows: 1, new: 1, undecided: 0 }, problems: [] }
		});
		expect(rowsOf(id)).toMatchObject([
			{ line: 2, status: 'new', name: 'あたらしい場所', region: 'gunma', where: '高崎市' }
		]);
		expect(rowsOf(id)[0]!.changes.map(({ title, after }) => [title, after])).toContainEqual([
			'名前',
			'あたらしい場所'
		]);
		expect([count('resources'), count('revisions'), count('audit')]).toEqual(before);
	});

	it('is nobody else’s', async () => {
		const id = await look([header, 'あたらしい場所,居場所,群馬県高崎市,,']);
		expect(previews.find(db, user('stranger'), id)).toBeNull();
		expect(previews.rows(db, user('stranger'), id)).toBeNull();
		expect(await previews.commit(db, user('stranger'), id, { at: now })).toEqual({
			state: 'not-found'
		});
		expect(await previews.cancel(db, user('stranger'), id, now)).toBe('not-found');
	});

	it('goes into no region that somebody does not edit, and no partner publishes one', () => {
		const file = { name: 'a.csv', bytes: bytes('名前\nあ') };
		expect(previews.start(db, user('stranger'), file, options, now)).toMatchObject({
			problem: '担当の地域ではありません。'
		});
		expect(previews.start(db, user('partner'), file, options, now)).toHaveProperty('problem');
	});

	it('is written as it was seen, once, and is the source of each revision', async () => {
		const id = await look([header, 'あたらしい場所,居場所,群馬県高崎市,,']);
		const done = await commit(id);
		expect(done).toMatchObject({ state: 'written', report: { counts: { new: 1 } } });
		expect(live()).toContain('あたらしい場所');
		expect(found(id).state).toBe('written');
		expect(await commit(id)).toEqual({ state: 'ended' });
		const revision = Number(db.$client.prepare('SELECT max(id) FROM revisions').pluck().get());
		expect(previews.sourceOf(db, revision)).toMatchObject({ fileName: 'town.csv', isKept: true });
	});

	it('that was left is not written, and its bytes are gone', async () => {
		const id = await look([header, 'あたらしい場所,居場所,群馬県高崎市,,']);
		expect(await previews.cancel(db, user('editor'), id, now)).toBe('cancelled');
		expect(await commit(id)).toEqual({ state: 'ended' });
		expect(previews.bytesOf(db, found(id).sha256)).toBeNull();
		expect(rowsOf(id)).toEqual([]);
	});
});

test('a row that may be somebody known is written only when it was decided', async () => {
	const name = places.hidamari.name;
	const id = await look([
		header,
		`${name} 高崎店,居場所,群馬県高崎市,000-111-2222,無料になりました`
	]);
	const [row] = rowsOf(id);
	expect(row).toMatchObject({ status: 'duplicate', decision: null });
	expect(row!.candidates).toMatchObject([{ resource: w.ids.hidamari, name }]);
	expect(await commit(id)).toMatchObject({ state: 'refused' });
	expect(live()).toHaveLength(6);

	const decided = previews.decide(db, user('editor'), id, { isUndecided: true }, { is: 'like' });
	expect(decided).toEqual({ decided: 1 });
	expect(await commit(id)).toMatchObject({
		state: 'written',
		report: { counts: { changed: 1, new: 0 } }
	});
	expect(live()).toHaveLength(6);
});

test('what somebody changed meanwhile is shown anew, and not written over', async () => {
	const id = await look([
		`資源ID,${header}`,
		`${w.ids.hidamari},${places.hidamari.name},居場所,群馬県高崎市,000-111-2222,今年から200円`
	]);
	expect(rowsOf(id)).toMatchObject([{ status: 'changed' }]);
	const { hidamari } = places;
	save(db, {
		...{ resourceId: w.ids.hidamari, regionId: w.region.id, base: w.revisions.hidamari },
		...{ content: content({ ...hidamari, summary: '別の人が直した' }), by: 'other', at: now },
		reason: null
	});
	expect(await commit(id)).toEqual({ state: 'overtaken', lines: [2] });
	expect(found(id).state).toBe('ready');
	expect(await commit(id)).toMatchObject({ state: 'written' });
});
