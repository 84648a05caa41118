import { beforeEach, describe, expect, it } from 'vitest';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import * as proposals from '#lib/server/editing/proposals/propose.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import { sendFile } from '../../../support/previews.ts';
import { cast, type Cast } from '../../../support/staff.ts';
import { canary, content, now, places, world, type World } from '../../../support/world.ts';

let db: Database;
let w: World;
let people: Cast;

beforeEach(() => {
	w = world();
	({ db } = w);
	people = cast(db, { at: now });
	letIn(w.ids.hidamari);
});

const later = new Date(now.getTime() + 60_000);
const user = (who: keyof Cast) => findUser(db, people[who])!;
const letIn = (resource: string) =>
	db.$client
		.prepare('INSERT INTO staff_resources VALUES (?, ?, 1, ?, ?)')
		.run(people.partner, resource, now.toISOString(), 'admin');
const send = (who: keyof Cast, lines: string[], more: Partial<previews.Options> = {}): string =>
	sendFile(db, user(who), lines, more);
const read = (who: keyof Cast, id: string) => previews.make(db, user(who), id, { at: now });
/** Without the number that is for paper, which an organization sees of its own. */
const stored = (id: string) =>
	JSON.stringify(
		db.$client.prepare('SELECT * FROM import_rows WHERE preview_id = ?').all(id)
	).replaceAll(canary('冊子用電話'), '');
const proposal = { way: 'proposal' as const };

describe('A partner', () => {
	const own = (revision: string, phone: string, note: string) => [
		'資源ID,元の改訂,名前,電話,職員メモ',
		`${w.ids.hidamari},${revision},${places.hidamari.name},${phone},${note}`
	];

	it('learns by no conflict what staff wrote for one another', async () => {
		const revised = { ...places.hidamari, staffNote: canary('あとのメモ') };
		const act = { by: 'editor', at: now, reason: '' };
		resources.revise(db, w.ids.hidamari, { content: revised, ...act });
		const id = send('partner', own('1', '000-111-2222', 'さぐる'), proposal);
		await read('partner', id);
		expect(stored(id)).not.toContain('カナリア');
		expect(previews.rows(db, user('partner'), id)!.rows).toMatchObject([{ conflicts: [] }]);
	});

	it('learns by no warning that a number is one of those that staff keep', async () => {
		const hidden = { number: '000-999-8888', visibility: 'staff' as const };
		const parsed = parseContent({
			...places.hidamari,
			phones: [{ number: '000-111-2222' }, hidden]
		});
		if ('issues' in parsed) throw new Error();
		const act = { by: 'editor', at: now, reason: '' };
		resources.revise(db, w.ids.hidamari, { content: parsed.value, ...act });
		const guess = async (number: string) => {
			const id = send('partner', own('', number, ''), proposal);
			await read('partner', id);
			const { rows } = previews.rows(db, user('partner'), id)!;
			return rows.map(({ status, findings }) => [status, findings.map(({ kind }) => kind)]);
		};
		expect(await guess('000-999-8888')).toEqual(await guess('000-999-7777'));
	});

	it('compares with no revision that only others have seen', async () => {
		const other = { ...places.hidamari, summary: canary('だれかの提案') };
		proposals.propose(db, {
			...{ resourceId: w.ids.hidamari, regionId: w.region.id, content: other, base: null },
			...{ by: 'somebody', at: now, reason: '' }
		});
		const act = { by: 'editor', at: now, reason: '' };
		resources.revise(db, w.ids.hidamari, {
			content: { ...places.hidamari, summary: 'あとの紹介' },
			...act
		});
		const lines = ['資源ID,元の改訂,名前,短い紹介'];
		for (const revision of ['2', '-1', '999999999', '9999999999999999999', '１']) {
			const row = `${w.ids.hidamari},${revision},${places.hidamari.name},わたしの紹介`;
			const id = send('partner', [...lines, row], proposal);
			await read('partner', id);
			expect(stored(id)).not.toContain('カナリア');
		}
	});

	it('proposes for no other place, and for no new one', async () => {
		const row = (id: string, name: string) => `${id},${name},居場所,群馬県高崎市`;
		const lines = [
			'資源ID,名前,区分,市区町村',
			row(w.ids.tsuki, places.tsuki.name),
			row('', 'あたらしい場所'),
			row('00000000-0000-4000-8000-0000000000ff', 'ない番号')
		];
		const id = send('partner', lines, proposal);
		await read('partner', id);
		const { rows } = previews.rows(db, user('partner'), id)!;
		expect(rows.map(({ status, resource }) => [status, resource])).toEqual(
			Array.from({ length: 3 }, () => ['skipped', null])
		);
		for (const { place } of rows) {
			previews.decide(
				db,
				user('partner'),
				id,
				{ places: [place] },
				{ is: 'same', resource: w.ids.tsuki }
			);
		}
		await previews.commit(db, user('partner'), id, { at: later });
		expect(
			db.$client
				.prepare('SELECT count(*) FROM revisions WHERE proposed_at IS NOT NULL')
				.pluck()
				.get()
		).toBe(0);
	});

	it('cannot learn whether there is a place of some number', async () => {
		const id = send('partner', ['名前,市区町村', 'どこか,群馬県高崎市'], proposal);
		await read('partner', id);
		const same = (resource: string) =>
			previews.decide(db, user('partner'), id, {}, { is: 'same', resource });
		expect(same(w.ids.tsuki)).toEqual(same('00000000-0000-4000-8000-0000000000ff'));
	});

	it('sees after an admin has read their file again what they saw before', async () => {
		const lines = ['名前,区分,市区町村', `${places.tsuki.name},居場所,群馬県高崎市`];
		const id = send('partner', lines, proposal);
		await read('admin', id);
		expect(previews.rows(db, user('partner'), id)!.rows).toMatchObject([
			{ status: 'skipped', candidates: [] }
		]);
		expect(stored(id)).not.toContain(w.ids.tsuki);
	});
});

describe('Somebody who edits there no longer', () => {
	const lines = () => [
		'資源ID,名前,区分,市区町村,費用の補足',
		`${w.ids.hidamari},${places.hidamari.name},居場所,群馬県高崎市,200円`
	];
	const move = () =>
		db.$client
			.prepare('UPDATE staff_regions SET region_id = ? WHERE staff_id = ?')
			.run(regions.find(db, 'tokyo')!.id, people.editor);
	const demote = () =>
		db.$client.prepare(`UPDATE staff SET role = 'partner' WHERE id = ?`).run(people.editor);

	for (const [what, change] of [
		['works elsewhere', move],
		['is a partner', demote]
	] as const) {
		it(`and ${what} sees nothing of the files looked at before`, async () => {
			const id = send('editor', lines());
			await read('editor', id);
			change();
			expect(previews.find(db, user('editor'), id)).toBeNull();
			expect(previews.list(db, user('editor'))).toEqual([]);
			expect(previews.rows(db, user('editor'), id)).toBeNull();
			expect(previews.report(db, user('editor'), id)).toBeNull();
		});

		it(`and ${what} takes back nothing that they imported`, async () => {
			const id = send('editor', lines());
			await read('editor', id);
			const done = await previews.commit(db, user('editor'), id, { at: later });
			if (done.state !== 'written') throw new Error(JSON.stringify(done));
			change();
			expect(previews.undo(db, user('editor'), done.importId, { at: later })).toEqual({
				state: 'not-found'
			});
			expect(previews.undo(db, user('admin'), done.importId, { at: later })).toEqual({
				state: 'undone'
			});
		});
	}
});

it('An editor takes back no import that moved places of another region too', async () => {
	const elsewhere = resources.create(db, {
		...{ regionId: regions.find(db, 'tokyo')!.id, by: 'editor', at: now },
		content: content({ name: '東京の場所', location: { municipality: '131016' } }),
		sources: [{ source: 'city/1', number: '9' }]
	});
	const lines = (rows: string[]) => ['出典コード,出典番号,名前,区分,市区町村', ...rows];
	const row = 'city/1,1,群馬の場所,居場所,群馬県高崎市';
	const id = send('admin', lines([row]), { region: null });
	await read('admin', id);
	previews.decide(db, user('admin'), id, { statuses: ['gone'] }, { is: 'take' });
	const done = await previews.commit(db, user('admin'), id, { at: later });
	if (done.state !== 'written') throw new Error(JSON.stringify(done));
	const isLive = () =>
		db.$client
			.prepare('SELECT withdrawn_at IS NULL FROM resources WHERE id = ?')
			.pluck()
			.get(elsewhere.resourceId);
	expect(isLive()).toBe(0);
	expect(previews.undo(db, user('editor'), done.importId, { at: later })).toEqual({
		state: 'not-found'
	});
	expect(isLive()).toBe(0);
});
