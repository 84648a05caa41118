import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { erase } from '#lib/server/editing/erasure/erase.ts';
import { importFile } from '#lib/server/imports/index.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { bytes } from '../../../support/formats.ts';
import { options } from '../../../support/previews.ts';
import { cast } from '../../../support/staff.ts';
import { content, now, world, type World } from '../../../support/world.ts';

let file: string;
let db: Database;
let w: World;
let editor: string;

beforeEach(() => {
	file = join(temporaryFolder(), 'a.db');
	w = world(file);
	({ db } = w);
	({ editor } = cast(db, { at: now }));
});
afterEach(() => close(db));

const user = () => findUser(db, editor)!;
const send = (lines: string[], name = 'town.csv') => {
	const sent = { name, bytes: bytes(lines.join('\n')) };
	return (previews.start(db, user(), sent, options, now) as { id: string }).id;
};
const make = (id: string) => previews.make(db, user(), id, { at: now });
const count = (table: string) =>
	Number(db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
const kept = () => count('import_files WHERE bytes IS NOT NULL');
const days = (many: number) => new Date(now.getTime() + many * 86_400_000);

const secret = 'さくらのひみつの家';
const hidden = () =>
	resources.create(db, {
		...{ regionId: w.region.id, by: 'editor', at: now },
		content: content({ name: secret, location: { municipality: '102024' } })
	}).resourceId;
const forget = (resourceId: string) =>
	erase(db, { resourceId }, { by: 'admin', at: now, reason: 'ご本人から' });
const isNowhere = () => {
	db.$client.pragma('wal_checkpoint(TRUNCATE)');
	const found = globSync(`${file}*`).filter((one) => readFileSync(one).includes(secret));
	expect(found).toEqual([]);
};

test('An erasure takes the words out of a file whose columns have no meaning yet', async () => {
	const resourceId = hidden();
	const lines = Array.from({ length: 12 }, (_, at) => `あ${at},い${at}`);
	await make(send(['甲,乙', ...lines, `${secret},う`]));
	expect(kept()).toBe(1);
	forget(resourceId);
	expect(kept()).toBe(0);
	isNowhere();
});

test('An erasure takes the words out of a file that was not read yet', () => {
	const resourceId = hidden();
	send(['名前', secret]);
	forget(resourceId);
	expect(kept()).toBe(0);
	isNowhere();
});

test('An erasure takes the words out of an operator’s file that changed nothing', async () => {
	const resourceId = hidden();
	const lines = [
		'資源ID,名前,区分,市区町村',
		`${resourceId},${secret},居場所,群馬県高崎市`,
		',べつの場所,居場所,群馬県高崎市'
	];
	const given = { year: null, region: 'gunma', by: 'operator', at: now };
	const input = { fileName: `${secret}.csv`, bytes: bytes(lines.join('\n')), ...given };
	const report = await importFile(db, input);
	expect(report.counts).toMatchObject({ new: 1, unchanged: 1 });
	expect(kept()).toBe(1);
	forget(resourceId);
	expect(kept()).toBe(0);
	isNowhere();
});

test('An erasure takes the words out of a mapping, of which the rest of a file knows nothing', async () => {
	const resourceId = hidden();
	const id = send(['甲', 'べつの場所']);
	const mapping = {
		name: '町',
		columns: [{ from: '甲', to: 'name' }],
		constants: { access: `${secret}のとなり` }
	};
	previews.choose(db, user(), id, { mapping }, now);
	await make(id);
	forget(resourceId);
	expect(count(`import_previews WHERE mapping LIKE '%${secret}%'`)).toBe(0);
	isNowhere();
});

test('A file that was given up leaves nothing of what was seen in it', async () => {
	const id = send(['名前,区分,市区町村', `${secret},居場所,群馬県高崎市`, '計1件']);
	await make(id);
	expect(await previews.cancel(db, user(), id, now)).toBe('cancelled');
	isNowhere();
});

test('What was seen in a file is kept no longer than the file', async () => {
	const lines = ['名前,区分,市区町村,短い紹介', `${secret},居場所,群馬県高崎市,ひみつの紹介`];
	const id = send(lines);
	await make(id);
	expect(await previews.commit(db, user(), id, { at: now })).toMatchObject({ state: 'written' });
	previews.prune(db, { days: 400, at: days(399) });
	expect([kept(), count('import_rows')]).toEqual([1, 1]);
	previews.prune(db, { days: 400, at: days(401) });
	expect([kept(), count('import_rows'), count('import_previews')]).toEqual([0, 0, 0]);
	expect(count('imports')).toBe(1);
});
