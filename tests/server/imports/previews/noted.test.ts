import { setImmediate } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { parseRowFilter, wantedOf } from '#lib/domain/formats/preview/row-filter.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import { lookAtFile } from '../../../support/previews.ts';
import { cast, type Cast } from '../../../support/staff.ts';
import { now, world } from '../../../support/world.ts';

let db: Database;
let people: Cast;

beforeEach(() => {
	({ db } = world());
	people = cast(db, { at: now });
});

const user = (who: keyof Cast) => findUser(db, people[who])!;
const look = (lines: string[], who: keyof Cast = 'editor'): Promise<string> =>
	lookAtFile(db, user(who), lines);
const resultOf = (id: string) => previews.find(db, user('editor'), id)!.result!;
const place = (at: number, town = '群馬県高崎市') => `場所その${at},居場所,${town}`;
const header = '名前,区分,市区町村';

test('That six rows are of another region is said once, and those rows are found', async () => {
	const id = await look([
		header,
		...[1, 2, 3, 4, 5, 6].map((at) => place(at, '東京都新宿区')),
		place(7)
	]);
	const { repeated, noted } = resultOf(id);
	expect(noted).toBe(7);
	expect(repeated).toMatchObject([
		{ message: '掲載の同意がないので、公開ページには出ません。', rows: 7 },
		{ message: '群馬県の市区町村ではありません。', rows: 6 }
	]);
	const wanted = (address: string) =>
		wantedOf(parseRowFilter(new URLSearchParams(address)), repeated);
	const linesOf = (address: string) =>
		previews.rows(db, user('editor'), id, wanted(address))!.rows.map(({ line }) => line);
	expect(linesOf('show=noted&about=1')).toEqual([2, 3, 4, 5, 6, 7]);
	expect(linesOf('show=noted')).toHaveLength(7);
	const which = wanted('show=noted&about=1');
	const decided = previews.decide(db, user('editor'), id, which, { is: 'skip' });
	expect(decided).toEqual({ decided: 6 });
});

test('Many rows are decided while others are answered, and each of them once', async () => {
	const rows = Array.from({ length: 1201 }, (_, at) => place(at));
	const id = await look([header, ...rows]);
	let isOver = false;
	const done = previews
		.decideInSlices(db, user('editor'), id, { statuses: ['new'] }, { is: 'skip' })
		.finally(() => (isOver = true));
	let others = 0;
	while (!isOver) {
		others++;
		await setImmediate();
	}
	expect(await done).toEqual({ decided: 1201 });
	expect(others).toBeGreaterThan(2);
	const open = previews.decide(db, user('editor'), id, { statuses: ['new'] }, { is: 'open' });
	expect(open).toEqual({ decided: 1201 });
	expect(await previews.decideInSlices(db, user('stranger'), id, {}, { is: 'skip' })).toBe(
		'not-found'
	);
});

test('A file of a known shape is mapped as its shape was read, numbers and all', async () => {
	const known = [
		'都道府県コード又は市区町村コード',
		'NO',
		'名称',
		'名称_カナ',
		'住所',
		'緯度',
		'経度'
	];
	const id = await look([
		[...known, '電話番号', '利用可能曜日', 'なにか'].join(),
		'102024,0001,ひろば,ヒロバ,群馬県高崎市,36.3,139.0,027-111-2222,月火,あ'
	]);
	const preview = previews.find(db, user('editor'), id)!;
	expect(preview.result!.format!.name).toBe('public-facility');
	const mapping = previews.shapeMapping(preview)!;
	expect(mapping).toMatchObject({ name: '公共施設一覧' });
	expect(mapping.source).toBeTruthy();
	expect(mapping.columns).toContainEqual({ from: 'NO', to: 'number' });
	expect(mapping.columns).toContainEqual({ from: 'なにか', to: null });
	expect(previews.shapeMapping({ ...preview, mapping })).toBeNull();
	previews.choose(db, user('editor'), id, { mapping }, now);
	await previews.make(db, user('editor'), id, { at: now });
	expect(resultOf(id).counts).toMatchObject({ rows: 1, new: 1 });
});

test('An editor sees what colleagues took into their regions, and nothing that they only look at', async () => {
	const id = await look([header, place(1)], 'admin');
	expect(previews.takenByColleagues(db, user('editor'))).toEqual([]);
	await previews.commit(db, user('admin'), id, { at: now });
	expect(previews.takenByColleagues(db, user('editor'))).toMatchObject([
		{ id, fileName: 'town.csv', state: 'written', rows: 1, who: 'admin' }
	]);
	for (const who of ['admin', 'stranger', 'partner'] as const) {
		expect(previews.takenByColleagues(db, user(who))).toEqual([]);
	}
});

test('A row that cannot be read is called by its name, not by the id in front of it', async () => {
	const line = '00000000-0000-4000-8000-000000000000,1,ひだまりの家,東京都新宿区,どれでもない';
	const id = await look(['資源ID,元の改訂,名前,市区町村,区分', line]);
	const { rows } = previews.rows(db, user('editor'), id, {})!;
	expect(rows).toMatchObject([{ status: 'error', name: 'ひだまりの家' }]);
});
