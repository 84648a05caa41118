import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { erasedWords } from '#lib/domain/editing/erasure.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import { formOf, type ResourceFields } from '#lib/domain/editing/form.ts';
import * as audit from '#lib/server/audit/index.ts';
import { contents } from '#lib/server/contents/read.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as erasure from '#lib/server/editing/erasure/erase.ts';
import { erasures } from '#lib/server/editing/erasure/again.ts';
import { inspect } from '#lib/server/start/check.ts';
import { importFile } from '#lib/server/imports/index.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as organizations from '#lib/server/resources/organizations.ts';
import * as proposals from '#lib/server/editing/proposals/propose.ts';
import * as decision from '#lib/server/editing/proposals/decision.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import { ErasedError } from '#lib/server/resources/erased.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import { save } from '#lib/server/editing/save.ts';
import * as schema from '#lib/server/database/schema/index.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { wamnetFile } from '../../support/formats.ts';
import { cast } from '../../support/staff.ts';
import { content, now, places, world, type World } from '../../support/world.ts';

const act = { by: 'admin', at: now, reason: '本人から電話' };
let file: string;
let here: World;
let db: Database;

beforeEach(() => {
	file = path.join(temporaryFolder(), 'bookmark.db');
	here = world(file);
	db = here.db;
	onTestFinished(() => close(db));
});

const word = 'ゆずりは';
/** Different in every field, so that a hit says where it is. */
const planted = (what: string) => `${word}${what}`;

function plant(db: Database): { id: string; old: number } {
	const words = content({
		name: planted('名前'),
		kana: 'ゆずりはなまえ',
		plainName: planted('やさしい名前'),
		organization: { name: planted('団体'), url: 'https://example.jp/yuzuriha' },
		genderNote: planted('性別'),
		residencyNote: planted('居住'),
		summary: planted('一行'),
		description: planted('説明').repeat(200),
		activities: planted('活動'),
		firstVisit: { meets: planted('会う人'), bring: planted('持ち物') },
		approach: planted('連絡'),
		referral: planted('紹介'),
		feeNote: planted('費用'),
		operationNote: planted('休み'),
		hoursNote: planted('時間'),
		location: { municipality: '102024', town: planted('町'), street: planted('番地') },
		access: planted('行き方'),
		accessibilityNote: planted('段差'),
		alert: { text: planted('注意') },
		schedules: [
			{
				text: planted('予定'),
				exceptions: [{ on: '2026-05-04', kind: 'closed', note: planted('例外') }]
			}
		],
		phones: [{ number: planted('電話'), label: planted('電話の名'), visibility: 'staff' }],
		contacts: [{ kind: 'mail', value: planted('メール') }],
		links: [{ label: planted('リンク'), url: 'https://example.jp/yuzuriha' }],
		sources: [{ name: planted('出典') }],
		consents: [
			{ channel: 'web', givenBy: planted('代表'), how: planted('書面') },
			{ channel: 'paper', givenBy: planted('代表'), how: planted('書面') }
		],
		staffNote: planted('職員メモ')
	});
	const by = 'editor';
	const regionId = here.region.id;
	const made = resources.create(db, { regionId, content: words, by, at: now });
	const id = made.resourceId;
	const editionId = editions.open(db, { regionId, year: 2027, by, at: now });
	const check = { resourceId: id, method: 'phone' as const, on: '2027-05-01', by, at: now };
	const verificationId = resources.verify(db, {
		...check,
		revisionId: made.revisionId,
		note: planted('確認メモ')
	});
	editions.pin(db, editionId, { resourceId: id, revisionId: made.revisionId, verificationId });
	for (const [key, resourceId] of Object.entries(here.ids)) {
		const revisionId = here.revisions[key as keyof World['revisions']];
		editions.pin(db, editionId, { resourceId, revisionId });
	}
	editions.publish(db, editionId, { by, at: now });
	resources.revise(db, id, {
		content: { ...words, summary: planted('新しい一行') },
		by,
		at: now,
		reason: planted('改訂の理由')
	});
	const next = editions.open(db, { regionId, year: 2028, by, at: now });
	editions.pin(db, next, { resourceId: id, revisionId: made.revisionId });
	db.insert(schema.waivers)
		.values({
			edition_id: next,
			resource_id: id,
			check: 'verification',
			reason: planted('見送りの理由'),
			found: [planted('見つかったこと')],
			waived_at: now.toISOString(),
			waived_by: by
		})
		.run();
	reports.add(db, { resourceId: id, section: 'other', message: planted('知らせ'), at: now });
	return { id, old: made.revisionId };
}

/** How often the planted words stand in the file and its log. */
function hits(): number {
	const count = (bytes: Buffer, words: string) => {
		let found = 0;
		for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) found++;
		return found;
	};
	return [file, `${file}-wal`]
		.filter((name) => existsSync(name))
		.map((name) => readFileSync(name))
		.reduce((sum, bytes) => sum + count(bytes, word) + count(bytes, 'yuzuriha'), 0);
}

const printedIn = (year: number) => {
	const edition = editions.find(db, { region: 'gunma', year })!;
	return listings.edition(db, edition, parseFilter(new URLSearchParams()));
};

test('the words of an erased resource are in no byte of the file and its log', () => {
	const { id } = plant(db);
	expect(hits()).toBeGreaterThan(30);
	const erased = erasure.erase(db, { resourceId: id }, act);
	const booklets = { finals: 0, others: 0 };
	expect(erased).toEqual({ revisions: 2, editions: 1, booklets, scrubbed: true });
	expect(hits()).toBe(0);
	close(db);
	expect(hits()).toBe(0);
});

test('an edition that printed it says a sentence in its place, under its number', () => {
	const { id } = plant(db);
	const before = printedIn(2027);
	const place = before.rows.findIndex((row) => row.id === id);
	erasure.erase(db, { resourceId: id }, act);
	const after = printedIn(2027);
	expect(after.total).toBe(before.total);
	const row = after.rows.find((one) => one.id === id)!;
	expect([row.name, row.number]).toEqual([erasedWords, before.rows[place]!.number]);
	expect(JSON.stringify(after)).not.toContain(word);
	const edition = editions.find(db, { region: 'gunma', year: 2027 })!;
	const page = resourcePages.find(db, id, { now, edition })!;
	expect(page.content.name).toBe(erasedWords);
	expect(JSON.stringify(page)).not.toContain(word);
});

test('it does not come back to the live pages', () => {
	const { id } = plant(db);
	erasure.erase(db, { resourceId: id }, act);
	expect(life.reinstate(db, id, { ...act, reason: '間違い' })).toBe(false);
	expect(resourcePages.find(db, id, { now })!.gone).not.toBeNull();
});

test('what is kept in memory by another process is given up', () => {
	const { id } = plant(db);
	const reader = openDatabase(file);
	onTestFinished(() => close(reader));
	const shown = () => {
		const edition = editions.find(reader, { region: 'gunma', year: 2027 })!;
		const filter = parseFilter(new URLSearchParams());
		return JSON.stringify(listings.edition(reader, edition, filter));
	};
	expect(shown()).toContain(word);
	erasure.erase(db, { resourceId: id }, act);
	expect(shown()).not.toContain(word);
});

test('the address of the edition becomes another one, so that no browser shows the page it kept', () => {
	const { id } = plant(db);
	const hash = () => editions.find(db, { region: 'gunma', year: 2027 })!.contentHash;
	const before = hash();
	erasure.erase(db, { resourceId: id }, act);
	expect(hash()).toMatch(/^[0-9a-f]{64}$/);
	expect(hash()).not.toBe(before);
});

test('history, states and the log stay whole, and triggers are as they were', () => {
	const { id } = plant(db);
	const skeleton = () =>
		db.$client
			.prepare('SELECT id, number, created_at, created_by, approved_at FROM revisions ORDER BY id')
			.all();
	const before = skeleton();
	erasure.erase(db, { resourceId: id }, act);
	expect(skeleton()).toEqual(before);
	expect(inspect(db).filter(({ ok }) => !ok)).toEqual([]);
	expect(() => db.$client.exec('DELETE FROM revisions')).toThrow(/never deleted/);
	const last = db.select().from(schema.audit).all().at(-1)!;
	expect(last).toMatchObject({
		actor: 'admin',
		action: 'resource.erase',
		subject_id: id,
		reason: '本人から電話',
		details: { revisions: 2, editions: 1 }
	});
});

test('it is off the live pages and out of the edition in preparation, and others stay', () => {
	const { id } = plant(db);
	const others = () => listings.region(db, here.region, parseFilter(new URLSearchParams()), now);
	const before = others().total;
	erasure.erase(db, { resourceId: id }, act);
	expect(others().total).toBe(before - 1);
	expect(resourcePages.find(db, id, { now })!.gone).toMatchObject({ reason: erasedWords });
	const open = db.$client
		.prepare(
			'SELECT count(*) FROM entries e JOIN editions d ON d.id = e.edition_id WHERE d.year = 2028'
		)
		.pluck();
	expect(open.get()).toBe(0);
	expect(reports.open(db)).toEqual([]);
});

test('an organization goes with its last resource, not before', () => {
	const organization = { name: '団体 わかば', kana: null, corporateNumber: null, url: null };
	const make = (name: string) =>
		resources.create(db, {
			regionId: here.region.id,
			content: content({ name, organization }),
			by: 'editor',
			at: now
		}).resourceId;
	const [one, two] = [make('ひとつめの場所'), make('ふたつめの場所')];
	const known = () => organizations.named(db, ['団体 わかば']).ids.length;
	erasure.erase(db, { resourceId: one }, act);
	expect(known()).toBe(1);
	erasure.erase(db, { resourceId: two }, act);
	expect(known()).toBe(0);
});

test('one revision alone can be erased, but not the one that is shown now', () => {
	const { id, old } = plant(db);
	expect(erasure.erase(db, { revisionId: old + 1 }, act)).toBe('current');
	expect(erasure.erase(db, { revisionId: old }, act)).toMatchObject({ revisions: 1, editions: 1 });
	expect(resourcePages.find(db, id, { now })!.content.name).toBe('ゆずりは名前');
	const row = printedIn(2027).rows.find((one) => one.id === id)!;
	expect(row.name).toBe(erasedWords);
});

test('what is erased is known by its record, not by how it is called', () => {
	const { resourceId } = resources.create(db, {
		regionId: here.region.id,
		content: content({ name: erasedWords, kana: 'かくれた' }),
		by: 'editor',
		at: now
	});
	const ask = (reason: string) => erasure.erase(db, { resourceId }, { ...act, reason });
	expect(ask('かくれたの人から電話')).toBe('reason-tells');
	expect(ask('本人から電話')).toMatchObject({ revisions: 1 });
	// Nothing is left in it that a reason could tell.
	expect(ask(erasedWords)).toMatchObject({ revisions: 1 });
});

test('what was erased alone tells nothing any more', () => {
	const { id, old } = plant(db);
	erasure.erase(db, { revisionId: old }, act);
	const reason = { ...act, reason: erasedWords };
	expect(erasure.erase(db, { resourceId: id }, reason)).toMatchObject({ scrubbed: true });
});

test('a reason that would keep the words is refused; earlier ones go, and the chain holds', () => {
	const { id } = plant(db);
	const at = now.toISOString();
	const told = { action: 'resource.revise', subject: 'resource', subjectId: id } as const;
	audit.record(db, { at, actor: 'a', ...told, reason: 'ゆずりは名前の人から電話' });
	const reason = 'ゆずりは名前さんの希望';
	expect(erasure.erase(db, { resourceId: id }, { ...act, reason })).toBe('reason-tells');
	expect(hits()).toBeGreaterThan(30);
	expect(erasure.erase(db, { resourceId: id }, act)).toMatchObject({ scrubbed: true });
	expect(hits()).toBe(0);
	expect(audit.verify(db)).toMatchObject({ ok: true });
	// What nobody erased may not go: nor may another reason take its place.
	db.$client.exec('DROP TRIGGER audit_refuse_update');
	db.$client.exec("UPDATE audit SET reason = 'べつのわけ' WHERE action = 'resource.erase'");
	expect(audit.verify(db)).toMatchObject({ ok: false });
	db.$client.exec(
		"UPDATE audit SET reason = NULL, reason_salt = NULL WHERE action = 'resource.erase'"
	);
	expect(audit.verify(db)).toMatchObject({ ok: false });
	expect(erasure.erase(db, { resourceId: 'nobody' }, act)).toBe('not-found');
});

test('erasing again does no harm and finishes what could not be finished', () => {
	const { id } = plant(db);
	const reader = openDatabase(file);
	reader.$client.exec('BEGIN');
	reader.$client.prepare('SELECT count(*) FROM revisions').get();
	expect(erasure.erase(db, { resourceId: id }, act)).toMatchObject({ scrubbed: false });
	close(reader);
	expect(erasure.erase(db, { resourceId: id }, act)).toMatchObject({ scrubbed: true });
	expect(hits()).toBe(0);
});

test('a public file that still names it does not bring it back', async () => {
	const office = wamnetFile([{ no: 'A0000000009', name: 'ゆずりは作業所' }]);
	const file = { bytes: office, fileName: 'a.csv', by: 'editor', at: now, dryRun: false };
	const first = await importFile(db, { ...file, year: 2027 });
	expect(first.accepted).toBe(true);
	const found = db.select().from(schema.resource_sources).all();
	const resourceId = found.at(-1)!.resource_id;
	erasure.erase(db, { resourceId }, act);
	expect((await importFile(db, { ...file, year: 2028 })).counts).toMatchObject({
		new: 0,
		withdrawn: 1
	});
	erasure.scrub(db);
	expect(hits()).toBe(0);
});

test('what somebody is writing of it is gone too', () => {
	const { ids } = here;
	const { admin } = cast(db, { at: now });
	const fields = formOf({ ...places.hidamari, staffNote: '書きかけのことば' });
	drafts.keep(db, { by: admin, subject: ids.hidamari }, { fields, base: null, at: now });
	erasure.erase(db, { resourceId: ids.hidamari }, act);
	expect(db.$client.prepare('SELECT count(*) FROM drafts').pluck().get()).toBe(0);
});

test('a form that was open meanwhile writes nothing back, whichever it is', () => {
	const { id } = plant(db);
	const { admin } = cast(db, { at: now });
	const { current_revision_id: base } = db
		.select()
		.from(schema.resources)
		.all()
		.find((one) => one.id === id)!;
	const words = contents(db, [base!]).get(base!)!;
	const proposed = proposals.propose(db, {
		...{ resourceId: id, regionId: here.region.id, content: words, base, by: admin, at: now },
		reason: planted('わけ')
	});
	const waiting = decision.find(db, proposed.revisionId)!;
	erasure.erase(db, { resourceId: id }, act);
	const saving = { resourceId: id, regionId: here.region.id, content: words, base, by: admin };
	const late = { ...saving, at: now, reason: null };
	for (const [what, write] of [
		['save', () => save(db, late)],
		['propose', () => proposals.propose(db, late)],
		['revise', () => resources.revise(db, id, { content: words, by: admin, at: now })],
		[
			'draft',
			() => drafts.keep(db, { by: admin, subject: id }, { fields: formOf(words), base, at: now })
		],
		['report', () => reports.add(db, { resourceId: id, section: 'other', message: word, at: now })],
		['save over another', () => save(db, { ...late, base: base! - 1 })],
		['merge into', () => life.merge(db, here.ids.hidamari, id, { ...act, reason: word })],
		['merge away', () => life.merge(db, id, here.ids.hidamari, { ...act, reason: word })],
		[
			'check',
			() =>
				resources.verify(db, {
					...{ resourceId: id, revisionId: base!, method: 'phone', on: '2027-05-01' },
					...{ note: word, by: admin, at: now }
				})
		]
	] as const) {
		expect(write, what).toThrow(ErasedError);
	}
	expect(decision.find(db, proposed.revisionId)).toBeUndefined();
	expect(decision.accept(db, waiting, 'all', { by: admin, at: now })).not.toBe('accepted');
	erasure.scrub(db);
	expect(hits()).toBe(0);
});

test('what was made one with it goes with it, and each is told of to an older backup', () => {
	const { id } = plant(db);
	const twin = resources.create(db, {
		...{ regionId: here.region.id, by: 'editor', at: now },
		content: content({ name: planted('ふたご') })
	}).resourceId;
	life.merge(db, twin, id, { ...act, reason: '同じ場所' });
	expect(erasure.outlook(db, id)).toMatchObject({ name: planted('名前'), revisions: 3, merged: 1 });
	erasure.erase(db, { resourceId: id }, act);
	expect(hits()).toBe(0);
	expect(erasures(db).map(({ resourceId }) => resourceId)).toEqual([id, twin]);
	expect(() =>
		resources.revise(db, twin, { content: places.tsuki, by: 'editor', at: now })
	).toThrow(ErasedError);
});

describe('a new place that somebody is writing', () => {
	const make = (more: Partial<Parameters<typeof content>[0]>) =>
		resources.create(db, {
			...{ regionId: here.region.id, by: 'editor', at: now },
			content: content({ name: 'みなもの部屋', phones: [{ number: '000-123-4567' }], ...more })
		}).resourceId;
	const keep = (by: string, typed: Partial<ResourceFields>) =>
		drafts.keep(
			db,
			{ by, subject: `new-${here.region.id}` },
			{ fields: { ...formOf(content({ name: 'べつの場所' })), ...typed }, base: null, at: now }
		);
	const phone = (number: string) => [{ number, kind: 'voice', label: '', visibility: 'public' }];
	const words = '直接お越しください';

	test.each<[string, Parameters<typeof make>[0], Partial<ResourceFields>]>([
		['its name within another', {}, { name: '新・みなもの部屋' }],
		['its name in a text', {}, { description: 'みなもの部屋から移りました' }],
		['a short name', { name: 'みな' }, { name: 'みな' }],
		['a short name as the plain one', { name: 'みなも' }, { plainName: 'みなもの家' }],
		['its plain name', { plainName: 'みなも' }, { name: 'みなも' }],
		['its name in other letters', { name: 'ＭＩＮＡＭＯ' }, { name: 'Minamo の家' }],
		['its number as it is typed', {}, { phones: phone('０００ー１２３ー４５６７') }],
		['its number in one', {}, { phones: phone('0001234567') }]
	])('goes with it: %s', (_, known, typed) => {
		const { admin } = cast(db, { at: now });
		const resourceId = make(known);
		keep(admin, typed);
		expect(erasure.outlook(db, resourceId)!.drafts).toBe(1);
		erasure.erase(db, { resourceId }, act);
		expect(drafts.ofNew(db, admin)).toEqual([]);
	});

	test.each<[string, Parameters<typeof make>[0], Partial<ResourceFields>]>([
		['another', {}, {}],
		['a short name within a text', { name: 'みなも' }, { description: 'みなもに映る木' }],
		['a very short name within another', { name: 'みな' }, { name: 'みなとの家' }],
		['another number', {}, { phones: phone('000-123-4568') }],
		[
			'words that are no address',
			{ contacts: [{ kind: 'visit', value: words }] },
			{ approach: words }
		]
	])('stays: %s', (_, known, typed) => {
		const { admin } = cast(db, { at: now });
		const resourceId = make(known);
		keep(admin, typed);
		expect(erasure.outlook(db, resourceId)!.drafts).toBe(0);
		erasure.erase(db, { resourceId }, act);
		expect(drafts.ofNew(db, admin)).toHaveLength(1);
	});
});

test('notes about other places lose the words, and say so in numbers before', () => {
	const { id } = plant(db);
	const { hidamari, tsuki } = here.ids;
	const told = planted('名前');
	const by = 'editor';
	expect(erasure.outlook(db, id)!.notes).toBe(0);
	reports.add(db, {
		resourceId: hidamari,
		section: 'other',
		message: `${told}の番号です`,
		at: now
	});
	const revised = { content: { ...places.hidamari, summary: '新しい' }, by, at: now };
	const revisionId = resources.revise(db, hidamari, { ...revised, reason: `${told}と取り違え` });
	const check = { method: 'phone', on: '2027-05-01', by, at: now } as const;
	const note = `${told}にかかった`;
	resources.verify(db, { ...check, resourceId: hidamari, revisionId, note, role: told });
	const { region } = here;
	const proposal = { resourceId: hidamari, regionId: region.id, by, at: now, reason: told };
	const made = { ...proposal, content: places.hidamari, base: revisionId };
	const proposed = proposals.propose(db, made);
	const rejected = { by, at: now, reason: `${told}のことです` };
	decision.reject(db, decision.find(db, proposed.revisionId)!, rejected);
	life.withdraw(db, tsuki, { ...act, reason: `${told}と同じ` });
	const edition = editions.open(db, { regionId: region.id, year: 2029, by, at: now });
	db.insert(schema.waivers)
		.values({
			...{ edition_id: edition, resource_id: hidamari, check: 'verification', reason: told },
			...{ waived_at: now.toISOString(), waived_by: by }
		})
		.run();
	expect(erasure.outlook(db, id)!.notes).toBe(8);
	erasure.erase(db, { resourceId: id }, act);
	expect(hits()).toBe(0);
	expect(reports.open(db)).toMatchObject([{ resourceId: hidamari, message: erasedWords }]);
	expect(resourcePages.find(db, tsuki, { now })!.gone).toMatchObject({ reason: '—' });
	expect(life.reinstate(db, tsuki, { ...act, reason: '間違い' })).toBe(true);
	expect(resourcePages.find(db, hidamari, { now })!.content.name).toBe(places.hidamari.name);
	expect(inspect(db).filter(({ ok }) => !ok)).toEqual([]);
});

test('a place that was written many times over is erased like any other', () => {
	const { id } = plant(db);
	const phones = ['一', '二', '三', '四', '五'].map((which) => ({ number: planted(which) }));
	for (let number = 0; number < 250; number++) {
		const words = content({ name: planted('名前'), feeNote: `${number}円`, phones });
		resources.revise(db, id, { content: words, by: 'editor', at: now });
	}
	expect(erasure.outlook(db, id)).toMatchObject({ revisions: 252 });
	expect(erasure.erase(db, { resourceId: id }, act)).toMatchObject({ revisions: 252 });
	expect(hits()).toBe(0);
});

test('a short name in a reason tells too', () => {
	const { resourceId } = resources.create(db, {
		...{ regionId: here.region.id, by: 'editor', at: now },
		content: content({ name: 'こかげ' })
	});
	const reason = 'こかげの人から';
	expect(erasure.erase(db, { resourceId }, { ...act, reason })).toBe('reason-tells');
});

test('every table is erased with a resource, or holds nothing of it', () => {
	const erased = [
		...['resources', 'revisions', 'organizations', 'verifications', 'waivers', 'reports'],
		...['schedule_exceptions', 'search_readings', 'search_documents', 'search_postings'],
		...['search_tail', 'drafts', 'editions', 'edition_words', 'regions', 'audit'],
		...['import_files', 'import_previews', 'import_rows'],
		...['booklets', 'booklet_pictures', 'picture_files']
	];
	const wordless = [
		...['prefectures', 'municipalities', 'region_municipalities', 'terms', 'sayings', 'synonyms'],
		...['resource_sources', 'imports', 'entries', 'audit_anchor', 'staff', 'staff_regions'],
		...['staff_organizations', 'staff_resources', 'recovery_codes', 'passkeys'],
		...['invitations', 'sessions'],
		...['basemaps', 'outlines', 'search_state', 'read_only', 'entry_progress', 'edition_prints']
	];
	const tables = Object.values(schema)
		.filter((value) => value instanceof SQLiteTable)
		.map((table) => getTableConfig(table).name)
		.filter((name) => !name.startsWith('revision_'));
	expect(tables.sort()).toEqual([...erased, ...wordless].sort());
});
