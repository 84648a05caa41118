import { beforeEach, describe, expect, it, test } from 'vitest';
import type { Pressed } from '#lib/domain/formats/preview/form/decision.ts';
import * as audit from '#lib/server/audit/index.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import { erase } from '#lib/server/editing/erasure/erase.ts';
import { save } from '#lib/server/editing/save.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import { importFile } from '#lib/server/imports/index.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { inspect, prove } from '#lib/server/start/check.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import { bytes } from '../../../support/formats.ts';
import { lookAtFile } from '../../../support/previews.ts';
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

const later = new Date(now.getTime() + 60_000);
const user = (who: keyof Cast) => findUser(db, people[who])!;
const look = (lines: string[], more: Partial<previews.Options> = {}, who: keyof Cast = 'editor') =>
	lookAtFile(db, user(who), lines, more);
const rowsOf = (id: string, which: previews.Which = {}, who: keyof Cast = 'editor') =>
	previews.rows(db, user(who), id, which)!.rows;
const commit = (id: string, who: keyof Cast = 'editor', more: Partial<previews.Commit> = {}) =>
	previews.commit(db, user(who), id, { at: later, ...more });
const decide = (id: string, which: previews.Which, choice: Pressed) =>
	previews.decide(db, user('editor'), id, which, choice);
const current = (id: string) =>
	db.$client
		.prepare(
			`SELECT v.name, v.fee_note AS fee, v.summary, r.withdrawn_at IS NULL AS live, v.number FROM resources r
			JOIN revisions v ON v.id = r.current_revision_id WHERE r.id = ?`
		)
		.get(id) as { name: string; fee: string | null; summary: string; live: number; number: number };
const count = (table: string) =>
	Number(db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
const isWhole = () =>
	expect([...[...inspect(db), ...prove(db)].filter(({ ok }) => !ok), audit.verify(db).ok]).toEqual([
		true
	]);

const header = '資源ID,名前,区分,市区町村,費用の補足,短い紹介';
const hidamari = (fee: string, more = '') =>
	`${w.ids.hidamari},${places.hidamari.name},居場所,群馬県高崎市,${fee},${more}`;

describe('A decision', () => {
	it('of one row takes only the fields that were chosen', async () => {
		const id = await look([header, hidamari('200円', 'ひとことも変えた')]);
		const [row] = rowsOf(id);
		expect(row!.changes.map(({ field }) => field)).toEqual(['summary', 'feeNote']);
		expect(decide(id, { places: [row!.place] }, { is: 'merge', fields: ['feeNote'] })).toEqual({
			decided: 1
		});
		expect(await commit(id)).toMatchObject({ state: 'written' });
		expect(current(w.ids.hidamari)).toMatchObject({
			fee: '200円',
			summary: places.hidamari.summary
		});
	});

	it('that fits no row of that kind decides nothing, and one about an unknown field is refused', async () => {
		const id = await look([header, hidamari('200円')]);
		expect(decide(id, {}, { is: 'different' })).toEqual({ decided: 0 });
		expect(decide(id, {}, { is: 'merge', fields: ['staff'] })).toHaveProperty('problem');
		expect(decide(id, {}, { is: 'same', resource: 'nobody' })).toHaveProperty('problem');
	});

	it('leaves a row out, and takes that back', async () => {
		const id = await look([header, hidamari('200円'), ',あたらしい場所,居場所,群馬県高崎市,,']);
		expect(decide(id, { statuses: ['changed'] }, { is: 'skip' })).toEqual({ decided: 1 });
		expect(decide(id, { statuses: ['new'] }, { is: 'skip' })).toEqual({ decided: 1 });
		expect(decide(id, { statuses: ['new'] }, { is: 'open' })).toEqual({ decided: 1 });
		expect(await commit(id)).toMatchObject({
			...{ state: 'written', report: { counts: { new: 1, changed: 0, skipped: 1 } } }
		});
	});

	it('is asked for by rows that cannot be read, and with it the others are written', async () => {
		const id = await look([header, hidamari('200円'), ',よめない場所,なぞの区分,群馬県高崎市,,']);
		expect(rowsOf(id, { isUndecided: true })).toMatchObject([{ line: 3, status: 'error' }]);
		expect(previews.openRows(db, id)).toBe(1);
		expect(await commit(id)).toMatchObject({ state: 'refused' });
		expect(current(w.ids.hidamari).number).toBe(1);
		expect(await commit(id, 'editor', { undecided: 'skip' })).toMatchObject({
			...{ state: 'written', report: { counts: { changed: 1, error: 1 } } }
		});
	});

	it('that two rows are one resource is refused for the second', async () => {
		const alike = (name: string) => `,${name},居場所,群馬県高崎市,,`;
		const id = await look([header, alike('ひだまり カフェ'), alike('居場所カフェひだまり2')]);
		decide(id, {}, { is: 'same', resource: w.ids.hidamari });
		const done = await commit(id);
		expect(done).toMatchObject({ state: 'refused' });
		expect(JSON.stringify(done)).toContain('2行目が、もうその資源になっています');
	});
});

test('two rows of one file that are like each other wait for a decision, and one of them can be left out', async () => {
	const lines = [
		'名前,区分,市区町村,電話',
		...Array<string>(2).fill('ふたご,居場所,群馬県高崎市,027-1')
	];
	lines[1] = 'ふたごの家,居場所,群馬県高崎市,027-555-1111';
	lines[2] = 'ふたごの 家,居場所,群馬県高崎市,027-555-1111|窓口';
	const id = await look(lines);
	expect(rowsOf(id).map(({ status }) => status)).toEqual(['new', 'duplicate']);
	expect(rowsOf(id)[1]!.candidates).toMatchObject([{ resource: null, line: 2 }]);
	decide(id, { isUndecided: true }, { is: 'like' });
	expect(await commit(id)).toMatchObject({ report: { counts: { new: 1, skipped: 1 } } });
});

describe('A partner', () => {
	const granted = () => {
		db.$client
			.prepare('INSERT INTO staff_resources VALUES (?, ?, 1, ?, ?)')
			.run(people.partner, w.ids.hidamari, now.toISOString(), 'admin');
	};

	it('proposes what is theirs, row by row, and nothing is public of it', async () => {
		granted();
		const lines = [
			header,
			hidamari('200円'),
			`${w.ids.kazoku},家族会 はるか,家族会,群馬県前橋市,9円,`
		];
		const id = await look(
			[...lines, ',よその場所,居場所,群馬県高崎市,,'],
			{ way: 'proposal' },
			'partner'
		);
		expect(rowsOf(id, {}, 'partner').map(({ status, resource }) => [status, resource])).toEqual([
			['changed', w.ids.hidamari],
			['skipped', null],
			['skipped', null]
		]);
		expect(JSON.stringify(rowsOf(id, {}, 'partner'))).not.toContain('カナリア');
		expect(await commit(id, 'partner')).toMatchObject({ state: 'written' });
		expect(current(w.ids.hidamari).number).toBe(1);
		expect(count('revisions WHERE proposed_at IS NOT NULL AND import_id IS NOT NULL')).toBe(1);
		isWhole();
	});
});

describe('A file that only waits', () => {
	it('becomes drafts of what is known and proposals of what is new', async () => {
		const lines = [header, hidamari('200円'), ',あたらしい場所,居場所,群馬県高崎市,,'];
		const id = await look(lines, { way: 'draft' });
		const done = await commit(id);
		expect(done).toMatchObject({ state: 'written' });
		const key = { by: people.editor, subject: w.ids.hidamari };
		expect(drafts.find(db, key)).toMatchObject({ fields: { feeNote: '200円' } });
		expect(count('revisions WHERE proposed_at IS NOT NULL')).toBe(1);
		expect(current(w.ids.hidamari).number).toBe(1);
		const { importId } = done as { importId: number };
		expect(previews.undo(db, user('editor'), importId, { at: later })).toEqual({ state: 'undone' });
		expect(drafts.find(db, key)).toBeNull();
		isWhole();
	});
});

describe('An import that is taken back', () => {
	const lines = () => [header, hidamari('200円'), ',あたらしい場所,居場所,群馬県高崎市,,'];
	const written = async (more: Partial<previews.Options> = {}) => {
		const id = await look(lines(), more);
		return { id, importId: ((await commit(id)) as { importId: number }).importId };
	};
	const undo = (importId: number, at = new Date(later.getTime() + 60_000)) =>
		previews.undo(db, user('editor'), importId, { at });
	const live = () => count('resources WHERE withdrawn_at IS NULL');

	it.each([null, 2027])('leaves everything as it was (year: %s)', async (year) => {
		const entries = () => db.$client.prepare('SELECT * FROM entries ORDER BY id').all();
		const before = [live(), current(w.ids.hidamari), entries()] as const;
		const { id, importId } = await written({ year });
		expect(live()).toBe(before[0] + 1);
		expect(undo(importId)).toEqual({ state: 'undone' });
		expect([live(), entries()]).toEqual([before[0], before[2]]);
		expect(current(w.ids.hidamari)).toMatchObject({ ...before[1], number: 3 });
		expect(previews.find(db, user('editor'), id)!.state).toBe('undone');
		expect(undo(importId)).toEqual({ state: 'undone-already' });
		isWhole();
	});

	it('lets the same file come again', async () => {
		const { importId } = await written();
		undo(importId);
		const again = await look(lines());
		expect(rowsOf(again).map(({ status }) => status)).toEqual(['changed', 'changed']);
		expect(rowsOf(again)[1]!.findings[0]).toMatchObject({
			message: '一覧から外れていた場所です。一覧に戻ります。'
		});
		expect(await commit(again)).toMatchObject({ state: 'written' });
		expect(current(w.ids.hidamari).fee).toBe('200円');
		isWhole();
	});

	it('is refused where somebody has built on it, and says on what', async () => {
		const { importId } = await written();
		const { id } = db.$client
			.prepare('SELECT current_revision_id AS id FROM resources WHERE id = ?')
			.get(w.ids.hidamari) as { id: number };
		save(db, {
			...{ resourceId: w.ids.hidamari, regionId: w.region.id, base: id, by: 'other', at: later },
			...{ content: content({ ...places.hidamari, summary: 'あとから' }), reason: null }
		});
		expect(undo(importId)).toMatchObject({
			...{
				state: 'built-upon',
				on: [{ name: places.hidamari.name, why: 'あとから直されています' }]
			}
		});
		expect(current(w.ids.hidamari).summary).toBe('あとから');
	});

	it.each(['withdrawn', 'verified'])('is refused where a new place was %s since', async (what) => {
		const { importId } = await written();
		const fresh = db.$client
			.prepare("SELECT resource_id FROM revisions WHERE name = 'あたらしい場所'")
			.pluck()
			.get() as string;
		const at = new Date(later.getTime() + 1000);
		if (what === 'withdrawn') life.withdraw(db, fresh, { by: 'other', at, reason: 'やめた' });
		else {
			db.$client
				.prepare(
					`INSERT INTO verifications (resource_id, revision_id, method, verified_on, sections, result, created_at, created_by)
					SELECT id, current_revision_id, 'phone', '2026-07-01', '[]', 'confirmed', 'x', 'other' FROM resources WHERE id = ?`
				)
				.run(fresh);
		}
		expect(undo(importId)).toMatchObject({ state: 'built-upon', on: [{ resource: fresh }] });
	});

	it('is nobody’s who does not edit its regions', async () => {
		const { importId } = await written();
		expect(previews.undo(db, user('stranger'), importId, { at: later })).toEqual({
			state: 'not-found'
		});
	});
});

test('the file of an import is kept for as long as the operator said; then its hash alone', async () => {
	const id = await look([header, hidamari('200円')]);
	await commit(id);
	const { sha256 } = previews.find(db, user('editor'), id)!;
	const day = (days: number) => new Date(now.getTime() + days * 86_400_000);
	expect(previews.prune(db, { days: 400, at: day(399) })).toBe(0);
	expect(Buffer.from(previews.bytesOf(db, sha256)!).toString()).toContain('200円');
	expect(previews.prune(db, { days: 400, at: day(401) })).toBe(1);
	expect(previews.bytesOf(db, sha256)).toBeNull();
	expect(count(`import_files WHERE sha256 = '${sha256}'`)).toBe(1);
});

test('what nobody came back to for a month is forgotten, file and all', async () => {
	const id = await look([header, hidamari('200円')]);
	previews.prune(db, { days: 400, at: new Date(now.getTime() + 31 * 86_400_000) });
	expect(previews.find(db, user('editor'), id)).toBeNull();
	expect([count('import_rows'), count('import_files')]).toEqual([0, 0]);
});

test('a file of the operator is kept too, and the year of an absence is a column, whatever its sentence says', async () => {
	const file = (names: string[]) =>
		bytes(
			[
				'出典コード,出典番号,名前,区分,市区町村',
				...names.map((one, at) => `c,${at},${one},居場所,群馬県高崎市`)
			].join('\n')
		);
	const take = (year: number, names: string[]) =>
		importFile(db, { fileName: 'a.csv', bytes: file(names), year, by: 'operator', at: now });
	await take(2027, ['あ', 'い']);
	const made = Number(db.$client.prepare('SELECT max(id) FROM revisions').pluck().get());
	expect(previews.sourceOf(db, made)).toMatchObject({ fileName: 'a.csv', isKept: true });
	await take(2028, ['あ']);
	db.$client.exec("UPDATE resources SET withdrawn_reason = '別のことば' WHERE absent_year = 2028");
	expect((await take(2028, ['あ'])).counts.missing).toBe(1);
	expect((await take(2029, ['あ'])).counts.missing).toBe(0);
});

test('words that are erased stand in no kept file, and in nothing that somebody was looking at', async () => {
	const secret = 'さくらのひみつの家';
	const lines = [header, `,${secret},居場所,群馬県高崎市,,`];
	const id = await look(lines);
	await commit(id);
	const other = await look([...lines, ',べつの場所,居場所,群馬県前橋市,,']);
	const { sha256 } = previews.find(db, user('editor'), other)!;
	const resourceId = db.$client
		.prepare('SELECT resource_id FROM revisions WHERE name = ?')
		.pluck()
		.get(secret) as string;
	erase(db, { resourceId }, { by: 'admin', at: later, reason: 'ご本人から' });
	expect(previews.bytesOf(db, sha256)).toBeNull();
	expect(count('import_files WHERE bytes IS NOT NULL')).toBe(0);
	expect(count(`import_rows WHERE details LIKE '%${secret}%'`)).toBe(0);
	expect(count(`import_previews WHERE result LIKE '%${secret}%'`)).toBe(0);
	expect(await commit(other)).toEqual({ state: 'ended' });
});

describe('A file that comes back weeks later', () => {
	const back = (fee: string, summary: string) =>
		look([
			`${header},元の改訂`,
			`${w.ids.hidamari},${places.hidamari.name},居場所,群馬県高崎市,${fee},${summary},1`
		]);
	const meanwhile = (more: object) =>
		save(db, {
			...{ resourceId: w.ids.hidamari, regionId: w.region.id, base: w.revisions.hidamari },
			...{ content: content({ ...places.hidamari, ...more }), by: 'other', at: now, reason: null }
		});
	const { feeNote, summary } = places.hidamari;

	it('changes only what was changed in it, and keeps what was changed here', async () => {
		meanwhile({ summary: 'ここで直した' });
		const id = await back('今年から200円', summary!);
		expect(rowsOf(id).map(({ status }) => status)).toEqual(['changed']);
		await commit(id);
		expect(current(w.ids.hidamari)).toMatchObject({
			fee: '今年から200円',
			summary: 'ここで直した'
		});
	});

	it('with nothing changed in it changes nothing', async () => {
		meanwhile({ summary: 'ここで直した' });
		expect(rowsOf(await back(feeNote!, summary!)).map(({ status }) => status)).toEqual([
			'unchanged'
		]);
	});

	it('shows side by side what both have changed, and waits for a decision', async () => {
		meanwhile({ feeNote: '300円' });
		const id = await back('200円', summary!);
		const [row] = rowsOf(id);
		expect(row).toMatchObject({
			status: 'conflict',
			conflicts: [{ field: 'feeNote', base: feeNote, theirs: '200円', mine: '300円' }]
		});
		expect(await commit(id)).toMatchObject({ state: 'refused' });
		decide(id, { places: [row!.place] }, { is: 'take' });
		expect(await commit(id)).toMatchObject({ state: 'written' });
		expect(current(w.ids.hidamari).fee).toBe('200円');
	});
});
