import { beforeEach, describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import * as audit from '#lib/server/audit/index.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { importFile, type Input, type Report } from '#lib/server/imports/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as revisionContents from '#lib/server/contents/read.ts';
import { exportedCsv } from '../../support/exported.ts';
import { bytes, wamnetFile, type WamnetRow } from '../../support/formats.ts';
import { everything } from '../../support/rows.ts';
import { copy, prepared, sample } from '../../support/seeds.ts';
import { content, now } from '../../support/world.ts';

const by = 'operator';
let db: Database;

beforeEach(() => {
	db = copy(prepared);
});

const take = (year: number, content: Uint8Array, more: Partial<Input> = {}): Promise<Report> =>
	importFile(db, { fileName: 'file.csv', bytes: content, year, by, at: now, ...more });
const wamnet = (year: number, rows: WamnetRow[], more: Partial<Input> = {}) =>
	take(year, wamnetFile(rows), more);
const csv = (year: number, text: string, more: Partial<Input> = {}) =>
	take(year, bytes(text), more);

/** What an edition prints: names by number. */
const printed = (year: number, slug = 'gunma') =>
	db.$client
		.prepare(
			`SELECT v.name FROM entries e JOIN editions d ON d.id = e.edition_id
			JOIN regions g ON g.id = d.region_id JOIN revisions v ON v.id = e.revision_id
			WHERE g.slug = ? AND d.year = ? ORDER BY e.number`
		)
		.pluck()
		.all(slug, year);
/** What the live pages show: names, in the order of their making. */
const live = () =>
	db.$client
		.prepare(
			`SELECT v.name FROM resources r JOIN revisions v ON v.id = r.current_revision_id
			WHERE r.withdrawn_at IS NULL ORDER BY r.rowid`
		)
		.pluck()
		.all();
const one = (name: string) =>
	db.$client
		.prepare(
			`SELECT r.*, v.id AS revision FROM resources r JOIN revisions v ON v.resource_id = r.id
			WHERE v.name = ?`
		)
		.get(name) as { id: string; revision: number; withdrawn_reason: string | null };
const count = (table: string) =>
	Number(db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
const publish = (year: number, region = 'gunma') =>
	editions.publish(db, staffView.all(db, { region, year })[0]!.id, { by, at: now });

const a = { no: 'A0000000001', name: 'あさひ' };
const b = { no: 'A0000000002', name: 'いずみ' };
const c = { no: 'A0000000003', name: 'うみ' };

describe('An import', () => {
	it('puts each row into the region of its town, in an edition that readers may look at', async () => {
		const report = await wamnet(2026, [
			a,
			{ ...b, '事業所住所（市区町村）': '北海道札幌市中央区' }
		]);
		expect(report).toMatchObject({
			accepted: true,
			format: 'wamnet',
			rows: 2,
			counts: { new: 2, changed: 0, unchanged: 0, missing: 0 },
			regions: [
				{ slug: 'hokkaido', name: '北海道', new: 1 },
				{ slug: 'gunma', new: 1 }
			]
		});
		expect([printed(2026), printed(2026, 'hokkaido')]).toEqual([['あさひ'], ['いずみ']]);
		expect(editions.find(db, { region: 'gunma', year: 2026 })).toMatchObject({ previewed: true });
	});

	it('puts all rows into the region that was chosen, and says which are not of it', async () => {
		const report = await wamnet(
			2026,
			[a, { ...b, '事業所住所（市区町村）': '北海道札幌市中央区' }],
			{
				region: 'gunma'
			}
		);
		expect(printed(2026)).toEqual(['あさひ', 'いずみ']);
		// The point of the second is still in 群馬県.
		expect(report.warnings.map(({ line, kind }) => [line, kind])).toEqual([
			[null, 'region'],
			[3, 'coordinates'],
			[3, 'region']
		]);
	});

	it('knows a town by the nearest of the regions that list it', async () => {
		const { lastInsertRowid } = db.$client
			.prepare(
				`INSERT INTO regions (slug, name, kana, created_at) VALUES ('takasaki', '高崎', 'たかさき', '')`
			)
			.run();
		db.$client
			.prepare(`INSERT INTO region_municipalities VALUES (?, '102024', 0)`)
			.run(lastInsertRowid);
		await wamnet(2026, [a, { ...b, '事業所住所（市区町村）': '群馬県前橋市' }]);
		expect([printed(2026, 'takasaki'), printed(2026)]).toEqual([['あさひ'], ['いずみ']]);
	});

	it('without a town goes by its prefecture, and without that is refused', async () => {
		expect(
			(await wamnet(2026, [{ ...a, '事業所住所（市区町村）': '群馬県まぼろし市' }])).accepted
		).toBe(true);
		expect(printed(2026)).toEqual(['あさひ']);
		const refused = await wamnet(2026, [b, { ...c, '事業所住所（市区町村）': 'まぼろし市' }]);
		expect(refused.accepted).toBe(false);
		expect(refused.problems).toMatchObject([{ line: 3, kind: 'region' }]);
		expect(printed(2026)).toEqual(['あさひ']);
	});

	it('is one record of the audit and one of the imports, with the counts', async () => {
		const before = count('audit');
		await wamnet(2026, [a, b]);
		expect([count('audit') - before, count('imports')]).toEqual([1, 1]);
		const record = db.$client.prepare('SELECT counts, file_name FROM imports').get() as {
			counts: string;
			file_name: string;
		};
		expect(record.file_name).toBe('file.csv');
		expect(JSON.parse(record.counts)).toMatchObject({ rows: 2, new: 2, warnings: 0 });
		expect(audit.verify(db).ok).toBe(true);
	});

	it('as a trial tells the same and writes nothing', async () => {
		await wamnet(2025, [a, b]);
		const before = everything(db);
		const rows = [{ ...b, name: 'いずみ新館' }, c];
		const { dryRun: tried, ...told } = await wamnet(2026, rows, { dryRun: true });
		expect(everything(db)).toEqual(before);
		const { dryRun: done, ...happened } = await wamnet(2026, rows);
		expect([tried, done]).toEqual([true, false]);
		expect(told).toEqual(happened);
		expect(told.counts).toMatchObject({ new: 1, changed: 1, missing: 1 });
	});

	it('again changes nothing but the record that it happened', async () => {
		await wamnet(2026, [a, b], { asOf: '2026-03-31' });
		const before = everything(db);
		const report = await wamnet(2026, [a, b], { asOf: '2026-03-31' });
		expect(report.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2, missing: 0 });
		const after = everything(db);
		for (const table of ['resources', 'revisions', 'entries', 'editions', 'verifications']) {
			expect(after[table], table).toEqual(before[table]);
		}
	});

	it('checks with public data on the day that the file speaks of', async () => {
		await wamnet(2026, [a], { asOf: '2026-03-31' });
		expect(
			db.$client.prepare('SELECT method, verified_on, result FROM verifications').all()
		).toEqual([{ method: 'public-data', verified_on: '2026-03-31', result: 'confirmed' }]);
		expect(db.$client.prepare('SELECT verification_id FROM entries').pluck().get()).toBe(1);
	});

	it('prints the newest check that is known, and none that nobody made', async () => {
		await wamnet(2025, [a, b]);
		const { id, revision } = one('あさひ');
		const phoned = resources.verify(db, {
			resourceId: id,
			revisionId: revision,
			method: 'phone',
			on: '2026-05-01',
			by,
			at: now
		});
		await wamnet(2026, [a, b], { asOf: '2026-03-31' });
		const printed = db.$client
			.prepare(
				`SELECT e.verification_id FROM entries e JOIN editions d ON d.id = e.edition_id
				WHERE d.year = ? ORDER BY e.number`
			)
			.pluck();
		expect(printed.all(2025)).toEqual([null, null]);
		expect(printed.all(2026)).toEqual([phoned, phoned + 1]);
	});
});

test('An import into a round that was opened takes no check of another year for one of it', async () => {
	await wamnet(2026, [a, b], { asOf: '2026-03-31' });
	const regionId = db.$client.prepare("SELECT id FROM regions WHERE slug = 'gunma'").pluck().get();
	const round = editions.openFrom(db, {
		...{ regionId: regionId as number, year: 2027, by, at: now }
	}) as number;
	const progress = () => editions.board(db, round).map((entry) => entry.progress);
	await wamnet(2027, [a, b]);
	expect(progress()).toEqual(['untouched', 'untouched']);
	await wamnet(2027, [a, b], { asOf: '2026-10-31' });
	expect(progress()).toEqual(['confirmed', 'confirmed']);
	await wamnet(2027, [a, b]);
	expect(progress()).toEqual(['confirmed', 'confirmed']);
});

describe('A row is last year’s resource', () => {
	it('by its source and number, whatever else has changed', async () => {
		await wamnet(2025, [a, b]);
		const { id } = one('あさひ');
		const report = await wamnet(2026, [
			{ ...a, name: 'あさひ新館', '事業所住所（番地以降）': '新町9' },
			b
		]);
		expect(report.counts).toMatchObject({ new: 0, changed: 1, unchanged: 1 });
		expect(report.changed).toEqual([
			{ line: 2, region: 'gunma', name: 'あさひ新館', fields: ['名前', '場所'] }
		]);
		expect(report.fields).toEqual({ 名前: 1, 場所: 1 });
		expect(one('あさひ新館').id).toBe(id);
		expect(printed(2025)).toContain('あさひ');
	});

	it('and not by 事業所番号, which several share', async () => {
		const report = await wamnet(2026, [
			{ ...a, 事業所番号: '1010000000' },
			{ ...b, 事業所番号: '1010000000' }
		]);
		expect(report.counts.new).toBe(2);
	});

	it('and not another service’s under the same number', async () => {
		await wamnet(2025, [a]);
		expect((await wamnet(2025, [{ ...a, サービス種別: '就労定着支援' }])).counts).toMatchObject({
			new: 1,
			missing: 0
		});
	});

	it('even when one number names two: by their names, then by their addresses', async () => {
		const twice = [
			{ ...a, '事業所住所（番地以降）': '1-1' },
			{ ...b, no: a.no, '事業所住所（番地以降）': '2-2' }
		];
		const first = await wamnet(2025, twice);
		expect(first.counts.new).toBe(2);
		expect(first.warnings).toMatchObject([{ line: 3, kind: 'same-number', found: a.no }]);
		expect(first.warnings[0]!.message).toContain('2行目');
		const ids = [one('あさひ').id, one('いずみ').id];

		const second = await wamnet(2026, [
			{ ...twice[1], 定員: '20' },
			{ ...twice[0], name: 'あさひ改' }
		]);
		expect(second.counts).toMatchObject({ new: 0, changed: 2, missing: 0 });
		expect([one('あさひ改').id, one('いずみ').id]).toEqual(ids);
	});

	it('and when one of the two is gone, the other stays itself', async () => {
		await wamnet(2025, [a, { ...b, no: a.no, '事業所住所（番地以降）': '2-2' }]);
		const report = await wamnet(2026, [{ ...b, no: a.no, '事業所住所（番地以降）': '2-2' }]);
		expect(report.counts).toMatchObject({ new: 0, unchanged: 1, missing: 1 });
		expect(live()).toEqual(['いずみ']);
	});

	it('by our own id, through a change of name', async () => {
		await csv(2025, '名前,区分,市区町村\nひなた,居場所,群馬県高崎市\n');
		const { id } = one('ひなた');
		const report = await csv(
			2026,
			`資源ID,名前,区分,市区町村\n${id},ひなた二号,居場所,群馬県高崎市\n`
		);
		expect(report.counts).toMatchObject({ new: 0, changed: 1 });
		expect(one('ひなた二号').id).toBe(id);
	});

	it('without id or number by its name and town', async () => {
		await csv(2025, '名前,区分,市区町村\nひなた,居場所,群馬県高崎市\nひなた,居場所,群馬県前橋市\n');
		const report = await csv(
			2026,
			'名前,区分,市区町村,費用\nひなた,居場所,群馬県前橋市,無料\nひなた,居場所,群馬県高崎市,\nほかげ,居場所,群馬県高崎市,\n'
		);
		expect(report.counts).toMatchObject({ new: 1, changed: 1, unchanged: 1 });
	});

	it('and an id that is used twice in a file is refused', async () => {
		const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
		const report = await csv(
			2026,
			`資源ID,名前,区分,市区町村\n${id},あ,居場所,群馬県高崎市\n${id},い,居場所,群馬県高崎市\n`
		);
		expect(report.problems).toMatchObject([{ line: 3, column: '資源ID', found: id }]);
		expect(count('resources')).toBe(0);
	});
});

describe('From year to year', () => {
	it('what is gone is named, leaves the live pages, and stays in last year’s edition', async () => {
		await wamnet(2025, [a, b, c]);
		const report = await wamnet(2026, [a, c]);
		expect(report.counts).toMatchObject({ new: 0, unchanged: 2, missing: 1 });
		expect(report.missing).toMatchObject([{ region: 'gunma', name: 'いずみ', withdrawn: true }]);
		expect(live()).toEqual(['あさひ', 'うみ']);
		expect(one('いずみ').withdrawn_reason).toBe('2026年度の公的データに載っていません');
		expect([printed(2025).length, printed(2026).length]).toEqual([3, 2]);
		const edition = editions.find(db, { region: 'gunma', year: 2026 })!;
		const { gone, arrived } = editions.changes(db, edition)!;
		expect([gone.map(({ name }) => name), arrived]).toEqual([['いずみ'], []]);
	});

	it('is named once, and comes back when it reappears', async () => {
		await wamnet(2024, [a, b]);
		await wamnet(2025, [a]);
		expect((await wamnet(2026, [a])).counts.missing).toBe(0);
		const report = await wamnet(2027, [a, b]);
		expect(report.counts).toMatchObject({ new: 0, unchanged: 2, missing: 0 });
		expect(live()).toEqual(['あさひ', 'いずみ']);
	});

	it('a region whose last office is gone gets an edition that says so', async () => {
		await wamnet(2025, [a, { ...b, '事業所住所（市区町村）': '北海道札幌市中央区' }]);
		await wamnet(2026, [a]);
		expect(printed(2026, 'hokkaido')).toEqual([]);
		expect(editions.nationwideChanges(db, 2026).regions).toMatchObject([
			{ edition: { region: { slug: 'hokkaido' } }, arrived: 0, gone: 1, total: 0 },
			{ edition: { region: { slug: 'gunma' } }, arrived: 0, gone: 0, total: 1 }
		]);
	});

	it('only the sources of the file are missed', async () => {
		await wamnet(2025, [a, { ...b, サービス種別: '就労定着支援' }]);
		expect((await wamnet(2026, [a])).counts.missing).toBe(0);
		expect(live()).toEqual(['あさひ', 'いずみ']);
	});

	it('what was withdrawn by hand stays withdrawn, and says so', async () => {
		await wamnet(2025, [a, b]);
		resources.withdraw(db, one('いずみ').id, { by, at: now, reason: '同意の取り下げ' });
		const report = await wamnet(2026, [a, { ...b, 定員: '20' }]);
		expect(report.counts).toMatchObject({ unchanged: 1, withdrawn: 1, missing: 0 });
		expect(report.warnings).toMatchObject([{ line: 3, kind: 'withdrawn', found: 'いずみ' }]);
		expect([live(), printed(2026)]).toEqual([['あさひ'], ['あさひ']]);
	});

	it('a corrected file for the same year takes out what an earlier try put in', async () => {
		await wamnet(2026, [a, b]);
		const report = await wamnet(2026, [a, c]);
		expect(report.counts).toMatchObject({ new: 1, unchanged: 1, missing: 1 });
		expect([printed(2026), live()]).toEqual([
			['あさひ', 'うみ'],
			['あさひ', 'うみ']
		]);
	});

	it('a place that moved to another prefecture is listed there from now on', async () => {
		await wamnet(2025, [a, b]);
		await wamnet(2026, [{ ...a, '事業所住所（市区町村）': '北海道札幌市中央区' }, b]);
		expect([printed(2025), printed(2026), printed(2026, 'hokkaido')]).toEqual([
			['あさひ', 'いずみ'],
			['いずみ'],
			['あさひ']
		]);
		const region = db.$client.prepare(
			'SELECT g.slug FROM resources r JOIN regions g ON g.id = r.region_id WHERE r.id = ?'
		);
		expect(region.pluck().get(one('あさひ').id)).toBe('hokkaido');
	});

	it('a correction stays as long as the file only repeats itself', async () => {
		await wamnet(2025, [a]);
		const { id, revision } = one('あさひ');
		const said = revisionContents.contents(db, [revision]).get(revision)!;
		const corrected = { ...said, name: 'あさひ（正しい名前）' };
		resources.revise(db, id, { content: corrected, by, at: now });
		expect((await wamnet(2026, [a])).counts).toMatchObject({ changed: 0, unchanged: 1 });
		expect(printed(2026)).toEqual(['あさひ（正しい名前）']);
		expect((await wamnet(2027, [{ ...a, name: 'あさひ本館' }])).counts.changed).toBe(1);
		expect(live()).toEqual(['あさひ本館']);
	});
});

describe('When the years come out of order', () => {
	beforeEach(async () => {
		await wamnet(2026, [{ ...a, 定員: '30' }, c]);
		await wamnet(2024, [{ ...a, 定員: '10' }, b]);
	});

	it('the live pages keep to the newest year', () => {
		expect(live()).toEqual(['あさひ', 'うみ']);
		const current = db.$client.prepare(
			`SELECT v.capacity FROM resources r JOIN revisions v ON v.id = r.current_revision_id
			WHERE v.name = 'あさひ'`
		);
		expect(current.pluck().get()).toBe(30);
		expect(one('いずみ').withdrawn_reason).toBe('2026年度の公的データに載っていません');
	});

	it('each edition prints its own year, and compares with the one before', () => {
		expect([printed(2024), printed(2026)]).toEqual([
			['あさひ', 'いずみ'],
			['あさひ', 'うみ']
		]);
		const { arrived, changed, gone } = editions.changes(
			db,
			editions.find(db, { region: 'gunma', year: 2026 })!
		)!;
		expect([arrived.length, gone.length]).toEqual([1, 1]);
		expect(changed.map(({ row, fields }) => [row.name, ...fields])).toEqual([
			['あさひ', { field: 'capacity', title: '定員', before: '10人', after: '30人' }]
		]);
		const states = db.$client
			.prepare(
				`SELECT e.state FROM entries e JOIN editions d ON d.id = e.edition_id
				WHERE d.year = 2026 ORDER BY e.number`
			)
			.pluck();
		expect(states.all()).toEqual(['changed', 'new']);
	});

	it('a year between withdraws nothing and brings nothing back', async () => {
		const report = await wamnet(2025, [b, c]);
		expect(report.missing).toMatchObject([{ name: 'あさひ', withdrawn: false }]);
		expect(live()).toEqual(['あさひ', 'うみ']);
	});
});

describe('A published edition', () => {
	beforeEach(async () => {
		await wamnet(2026, [a]);
		publish(2026);
	});

	it('refuses every further file, all of it', async () => {
		const before = everything(db);
		const report = await wamnet(2026, [
			a,
			{ ...b, '事業所住所（市区町村）': '北海道札幌市中央区' }
		]);
		expect(report.accepted).toBe(false);
		expect(report.problems).toMatchObject([{ kind: 'region' }]);
		expect(report.problems[0]!.message).toContain('群馬県の2026年度版');
		expect(everything(db)).toEqual(before);
	});

	it('prints the same after next year’s import', async () => {
		const before = db.$client.prepare('SELECT * FROM entries WHERE edition_id = 1').all();
		await wamnet(2027, [{ ...a, name: 'あさひ新館' }, b]);
		expect(db.$client.prepare('SELECT * FROM entries WHERE edition_id = 1').all()).toEqual(before);
		expect(printed(2026)).toEqual(['あさひ']);
	});
});

describe('A row', () => {
	const header = '名前,区分,市区町村\n';

	it('without a municipality is nobody’s, least of all the sample region’s', async () => {
		db = copy(sample);
		const report = await csv(2027, `${header}ひなた,居場所,\n`);
		expect(report.accepted).toBe(false);
		expect(report.problems).toMatchObject([
			{ line: 2, column: '市区町村', kind: 'region', found: null }
		]);
		expect(report.problems[0]!.message).toContain('市区町村を書くか、入れる地域を');
	});

	it('that comes twice is read once, and one that is like another is told', async () => {
		const again = 'ひなた,居場所,群馬県高崎市\n';
		const report = await csv(2026, `${header}${again}${again}ひなた,女性の会,群馬県高崎市\n`);
		expect([report.rows, report.counts.new]).toEqual([3, 2]);
		const same = report.warnings.filter(({ kind }) => kind === 'same-row');
		expect(same.map(({ line, message }) => [line, message])).toEqual([
			[3, '2行目と、すべての列が同じ行です。1つだけ取り込みます。'],
			[4, '2行目と名前と市区町村が同じです。別の場所として、どちらも残します。']
		]);
	});

	it('whose town two prefectures have is told which', async () => {
		const report = await csv(2026, `${header}ひなた,居場所,府中市\n`);
		expect(report.problems).toMatchObject([{ line: 2, column: '市区町村', found: '府中市' }]);
		expect(report.problems[0]!.message).toBe(
			'「府中市」は東京都と広島県にあります。「東京都府中市」のように、都道府県から書きます。'
		);
	});
});

describe('The consent to be shown', () => {
	const header = '名前,区分,市区町村';
	const shown = async () => {
		const regionId = regions.find(db, 'gunma')!.id;
		return (await exportedCsv(db, { regionId, editionId: null, staff: false })).rows;
	};
	const told = (report: Report) =>
		report.warnings.filter(({ kind }) => kind === 'consent').map(({ line }) => line);

	it('of a known place stays when the file has no such column, and nothing else is said', async () => {
		await csv(2025, `${header},掲載の同意\nひなた,居場所,群馬県高崎市,ウェブ|代表|メール\n`);
		const report = await csv(
			2026,
			`${header},費用\nひなた,居場所,群馬県高崎市,無料\nほかげ,居場所,群馬県高崎市,\n`
		);
		expect([told(report), await shown()]).toEqual([[3], 1]);
	});

	it('is taken back by a cell that is empty, and that is said', async () => {
		await csv(2025, `${header},掲載の同意\nひなた,居場所,群馬県高崎市,ウェブ|代表|メール\n`);
		const report = await csv(2026, `${header},掲載の同意\nひなた,居場所,群馬県高崎市,\n`);
		expect([told(report), await shown()]).toEqual([[2], 0]);
	});
});

describe('An operator’s own file', () => {
	const own = '名前,区分,市区町村,掲載の同意\nひなた,居場所,群馬県高崎市,ウェブ|代表|メール\n';

	it('names what the last edition printed and it leaves out, and takes nothing away', async () => {
		await csv(2025, `${own}ほかげ,居場所,群馬県高崎市,ウェブ|代表|メール\n`);
		const report = await csv(2026, own);
		expect(report.missing).toMatchObject([{ name: 'ほかげ', withdrawn: false }]);
		expect([printed(2026), live()]).toEqual([['ひなた'], ['ひなた', 'ほかげ']]);
	});

	it('misses nothing that only a withdrawn edition printed', async () => {
		await csv(2025, `${own}ほかげ,居場所,群馬県高崎市,ウェブ|代表|メール\n`);
		publish(2025);
		const first = staffView.all(db, { region: 'gunma', year: 2025 })[0]!.id;
		editions.withdraw(db, first, { by, at: now, reason: '刷り直し' });
		editions.open(db, { regionId: 10, year: 2025, by, at: now });
		expect((await csv(2026, own)).counts.missing).toBe(0);
	});

	it('does not miss what publishers number', async () => {
		await wamnet(2025, [a]);
		expect((await csv(2026, own)).counts.missing).toBe(0);
	});

	it('changes only the columns that it has', async () => {
		const full = content({ name: 'ひなた', summary: '静か', location: { municipality: '102024' } });
		resources.create(db, { regionId: 10, content: full, by, at: now });
		await csv(2026, '名前,区分,市区町村,費用\nひなた,居場所,群馬県高崎市,無料\n');
		const current = db.$client.prepare(
			`SELECT v.summary, v.fee FROM resources r JOIN revisions v ON v.id = r.current_revision_id`
		);
		expect(current.all()).toEqual([{ summary: '静か', fee: 'free' }]);
	});

	it('with a source of its own speaks for all that the source has', async () => {
		const rows = (list: string) => `出典コード,出典番号,名前,区分,市区町村\n${list}`;
		await csv(2025, rows('city,1,ひなた,居場所,群馬県高崎市\ncity,2,ほかげ,居場所,群馬県高崎市\n'));
		const report = await csv(2026, rows('city,1,ひなた新館,居場所,群馬県高崎市\n'));
		expect(report.counts).toMatchObject({ changed: 1, missing: 1 });
		expect(live()).toEqual(['ひなた新館']);
	});
});

test.each<[string, string, Partial<Input>]>([
	['an unknown region', 'region', { region: 'nowhere' }],
	['an unknown category', 'term', { category: 'nothing' }],
	['an unknown header', 'header', { bytes: bytes('甲,乙\nあ,い\n') }],
	['an empty file', 'file', { bytes: bytes('') }],
	[
		'one bad row among good ones',
		'value',
		{ bytes: bytes('名前,区分,市区町村\nあ,居場所,群馬県高崎市\n,居場所,群馬県高崎市\n') }
	],
	['a bad term', 'value', { bytes: bytes('名前,区分\nあ,なぞ\n') }]
])('%s is refused, and nothing is written', async (_, kind, more) => {
	const before = everything(db);
	const report = await wamnet(2026, [a], more);
	expect([report.accepted, report.problems.map((one) => one.kind)]).toEqual([false, [kind]]);
	expect(report.problems[0]!.message).toMatch(/。$/);
	expect(everything(db)).toEqual(before);
});

test('no bytes whatever make an import throw', async () => {
	const cell = fc.oneof(
		fc.constantFrom('居場所', '群馬県高崎市', 'ひなた', '', 'オンライン', 'FREQ=WEEKLY', '1|2|3'),
		fc.string({ maxLength: 8 })
	);
	const more = fc.subarray([
		'市区町村',
		'電話',
		'いつ',
		'いつ：くりかえし',
		'出典コード',
		'出典番号',
		'緯度',
		'資源ID',
		'お知らせの開始日',
		'掲載の同意'
	]);
	const line = (cells: readonly string[]) => cells.join(',');
	const file = more.chain((names) =>
		fc
			.array(fc.tuple(cell, fc.constant('居場所'), ...names.map(() => cell)), {
				minLength: 1,
				maxLength: 4
			})
			.map((rows) => bytes([['名前', '区分', ...names], ...rows].map(line).join('\n')))
	);
	let accepted = 0;
	await fc.assert(
		fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), file), async (content) => {
			const report = await take(2026, content, { region: 'gunma' });
			expect(report.accepted).toBe(report.problems.length === 0);
			if (report.accepted) accepted++;
		}),
		{ numRuns: 300 }
	);
	expect(accepted).toBeGreaterThan(0);
});
