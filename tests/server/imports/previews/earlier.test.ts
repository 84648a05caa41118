import { beforeEach, expect, test } from 'vitest';
import type { Database } from '#lib/server/database/client.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import { bytes } from '../../../support/formats.ts';
import { cast, type Cast } from '../../../support/staff.ts';
import { now, world } from '../../../support/world.ts';

let db: Database;
let people: Cast;
beforeEach(() => {
	({ db } = world());
	people = cast(db, { at: now });
});

const user = (who: keyof Cast) => findUser(db, people[who])!;
const mapping = {
	name: '町の一覧',
	columns: [
		{ from: '場の呼び名', to: 'name' },
		{ from: 'めも', to: 'summary' },
		{ from: 'ほか', to: null }
	]
};

async function look(who: keyof Cast, header: string, mapping: previews.Mapping | null = null) {
	const file = { name: 'town.csv', bytes: bytes([header, 'ひだまりの丘,あ,い'].join('\n')) };
	const way = who === 'partner' ? 'proposal' : 'revision';
	const region = who === 'partner' ? null : who === 'stranger' ? 'tokyo' : 'gunma';
	const rest = { year: null, category: 'ibasho', asOf: null, choices: {} };
	const started = previews.start(db, user(who), file, { region, way, ...rest }, now);
	if ('problem' in started) throw new Error(started.problem);
	await previews.make(db, user(who), started.id, { at: now });
	if (mapping) {
		previews.choose(db, user(who), started.id, { mapping }, now);
		await previews.make(db, user(who), started.id, { at: now });
	}
	return previews.find(db, user(who), started.id)!;
}

const header = '場の呼び名,めも,ほか';
const earlier = async (who: keyof Cast, header: string) =>
	previews.earlierMapping(db, user(who), await look(who, header));

test('What columns became last year is known when they come again, with one more', async () => {
	expect(await earlier('editor', header)).toBeNull();
	const last = await look('editor', header, mapping);
	expect(last.state).toBe('ready');
	expect(await earlier('editor', header)).toMatchObject({ mapping, fileName: 'town.csv' });
	expect(await earlier('editor', `${header},あたらしい列`)).toMatchObject({ mapping });
	expect(await earlier('editor', '場の呼び名,ほか,別のもの')).toBeNull();
});

test('It is known to those who edit there, and to nobody else', async () => {
	await look('editor', header, mapping);
	expect(await earlier('admin', header)).toMatchObject({ mapping });
	expect(await earlier('stranger', header)).toBeNull();
	expect(await earlier('partner', header)).toBeNull();
});

test('How many rows were decided how is counted', async () => {
	const { id } = await look('editor', header, mapping);
	expect(previews.outlook(db, id)).toEqual([{ status: 'new', is: null, rows: 1 }]);
	previews.decide(db, user('editor'), id, { places: [0] }, { is: 'skip' });
	expect(previews.outlook(db, id)).toEqual([{ status: 'new', is: 'skip', rows: 1 }]);
});

test('What public data no longer has counts as going, unless somebody keeps it', async () => {
	const { id } = await look('editor', header, mapping);
	const insert = db.$client.prepare(
		`INSERT INTO import_rows (preview_id, place, status, fingerprint, decision, details)
		VALUES (?, ?, 'gone', ?, ?, '{}')`
	);
	insert.run(id, 1, 'gone 7 withdraw ', null);
	insert.run(id, 2, 'gone 8 stay 3', null);
	insert.run(id, 3, 'gone 9 stay ', null);
	insert.run(id, 4, 'gone 7 withdraw ', '{"is":"skip"}');
	const gone = previews.outlook(db, id).filter(({ status }) => status === 'gone');
	expect(gone.toSorted((a, b) => b.rows - a.rows)).toEqual([
		{ status: 'gone', is: 'take', rows: 2 },
		expect.objectContaining({ rows: 1 }),
		expect.objectContaining({ rows: 1 })
	]);
	expect(gone.map(({ is }) => is).toSorted()).toEqual([null, 'skip', 'take']);
});
