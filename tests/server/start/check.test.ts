import { asc } from 'drizzle-orm';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { numbersIn, rangesOf } from '#lib/domain/input/ranges.ts';
import * as audit from '#lib/server/audit/index.ts';
import { ensureBaseline } from '#lib/server/start/baseline.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { write } from '#lib/server/database/transaction.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as erasure from '#lib/server/editing/erasure/erase.ts';
import { importFile } from '#lib/server/imports/index.ts';
import { inspect, proveQuickly } from '#lib/server/start/check.ts';
import { prepare } from '#lib/server/start/seed.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import { save } from '#lib/server/editing/save.ts';
import * as schema from '#lib/server/database/schema/index.ts';
import { ensure, lift } from '#lib/server/database/triggers.ts';
import { wamnetFile } from '../../support/formats.ts';
import * as tampering from '../../support/tampering.ts';
import { now, places, populate, world, type World } from '../../support/world.ts';
import type { Act, Subject } from '#lib/domain/labels/acts.ts';

let here: World;
let db: Database;
const act = { by: 'admin', at: now, reason: '試し' };

beforeEach(() => {
	here = world();
	db = here.db;
	onTestFinished(() => close(db));
});

const tamper = (statement: string) => tampering.tamper(db, statement);
const problems = () => tampering.problems(db);

const edit = (summary: string) => {
	const base = here.revisions.hidamari;
	return save(db, {
		...{ resourceId: here.ids.hidamari, regionId: here.region.id, base, ...act },
		content: { ...places.hidamari, summary }
	});
};

const edition = (year: number) =>
	db.$client.prepare<[number], number>('SELECT id FROM editions WHERE year = ?').pluck().get(year)!;

describe('A published edition that was changed in the file is found, and where:', () => {
	const of2026 = '(SELECT id FROM editions WHERE year = 2026)';
	const hidamari = `edition_id = ${of2026} AND resource_id = '00000000-0000-4000-8000-000000000000'`;

	test.each([
		[
			'an entry deleted',
			`DELETE FROM entries WHERE ${hidamari}`,
			/の\d番「居場所カフェ ひだまり」が消されています/
		],
		[
			'an entry pointed to another revision',
			`UPDATE entries SET revision_id = (SELECT max(id) FROM revisions) WHERE ${hidamari}`,
			/「居場所カフェ ひだまり」の改訂が、別の内容のものに変えられています/
		],
		[
			'an entry renumbered',
			`UPDATE entries SET number = 99 WHERE ${hidamari}`,
			/「居場所カフェ ひだまり」の番号が99番に変えられています/
		],
		[
			'an entry added',
			`INSERT INTO entries (edition_id, resource_id, revision_id, number, chapter, position, state)
			SELECT (SELECT id FROM editions WHERE year = 2025), resource_id, revision_id, 50, chapter, 50, state
			FROM entries WHERE edition_id = ${of2026} AND resource_id LIKE '%4'`,
			/2025年度版」の50番「しごと準備室 みちくさ」が書き足されています/
		],
		[
			'another check',
			`UPDATE verifications SET verified_on = '2026-05-31' WHERE verified_on = '2026-05-01'
				AND resource_id LIKE '%0'`,
			/「居場所カフェ ひだまり」の確認した日が 2026-05-01 から 2026-05-31 に変えられています/
		],
		[
			'another chapter',
			`UPDATE entries SET chapter = 'women' WHERE ${hidamari}`,
			/の章が変えられています/
		],
		[
			'another foreword',
			`UPDATE editions SET foreword = '別のことば' WHERE year = 2026`,
			/2026年度版」のはじめのことばが書き換えられています/
		],
		[
			'its publication taken back',
			'UPDATE editions SET published_at = NULL, published_by = NULL WHERE year = 2026',
			/2026年度版」は2026年6月1日.*に公開したのに、公開していないことにされています/
		],
		[
			'its publication moved',
			`UPDATE editions SET published_at = '2026-07-01T00:00:00.000Z' WHERE year = 2026`,
			/公開の日時が、記録の2026年6月1日.*から変えられています/
		],
		[
			'its lock moved',
			`UPDATE editions SET locked_at = '2026-07-01T00:00:00.000Z' WHERE year = 2026`,
			/校了の日時が、記録の.*から変えられています/
		],
		[
			'a withdrawal nobody recorded',
			`UPDATE editions SET withdrawn_at = '2026-07-01T00:00:00.000Z' WHERE year = 2026`,
			/取り下げた記録がないのに、取り下げたことにされています/
		],
		[
			'its own hash fitted to the change',
			`UPDATE editions SET foreword = '別のことば', content_hash = 'abc' WHERE year = 2026`,
			/はじめのことばが書き換えられています/
		],
		[
			'its hash alone',
			`UPDATE editions SET content_hash = 'abc' WHERE year = 2026`,
			/控え（content_hash）が書き換えられています/
		],
		[
			'all of it gone',
			`DELETE FROM entries WHERE edition_id = ${of2026}; DELETE FROM edition_prints
				WHERE edition_id = ${of2026}; DELETE FROM editions WHERE year = 2026`,
			/年度版（番号 2）が消されています/
		]
	])('%s', (_, statement, sentence) => {
		expect(problems()).toEqual([]);
		tamper(statement);
		expect(problems().join('\n')).toMatch(sentence);
		expect(proveQuickly(db).join('\n')).toMatch(sentence);
	});

	test('a withdrawal taken back', () => {
		editions.withdraw(db, edition(2026), act);
		expect(problems()).toEqual([]);
		tamper('UPDATE editions SET withdrawn_at = NULL');
		expect(problems().join()).toMatch(/に取り下げたのに、取り下げていないことにされています/);
	});

	test('a change with the record of what it was', () => {
		tamper(
			`UPDATE edition_prints SET text = '[{},[]]'; UPDATE entries SET number = 99 WHERE ${hidamari}`
		);
		expect(problems().join()).toMatch(/2026年度版」の中身が、校了にしたときと違います/);
	});

	test('a change before it is published, once it is locked', () => {
		const id = editions.open(db, { regionId: here.region.id, year: 2027, ...act });
		editions.pin(db, id, { resourceId: here.ids.hidamari, revisionId: here.revisions.hidamari });
		editions.lock(db, id, act);
		expect(problems()).toEqual([]);
		tamper(`UPDATE entries SET number = 7 WHERE edition_id = ${id}`);
		expect(problems().join()).toMatch(/2027年度版」の1番.*の番号が7番に変えられています/);
	});
});

describe('A resource that was changed in the file is found:', () => {
	test('another current revision', () => {
		edit('新しいひとこと');
		expect(problems()).toEqual([]);
		tamper(
			`UPDATE resources SET current_revision_id = ${here.revisions.hidamari} WHERE id = '${here.ids.hidamari}'`
		);
		const found = /「居場所カフェ ひだまり」のいまの改訂が、記録の \d+ から 1 に変えられています/;
		expect(problems().join()).toMatch(found);
		expect(proveQuickly(db).join()).toMatch(found);
	});

	test('the revision of another place, or one that waits', () => {
		tamper(
			`UPDATE resources SET current_revision_id = ${here.revisions.tsuki} WHERE id = '${here.ids.hidamari}'`
		);
		expect(problems().join()).toContain('のいまの改訂が、ほかの資源のものです');
	});

	test.each([
		['cleared', 'withdrawn_at = NULL', /に取り下げたのに、取り下げていないことにされています/],
		['moved', "withdrawn_at = '2020-01-01'", /の取り下げの日時が変えられています/]
	])('a withdrawal that was %s', (_, change, sentence) => {
		life.withdraw(db, here.ids.hidamari, act);
		expect(problems()).toEqual([]);
		tamper(`UPDATE resources SET ${change} WHERE id = '${here.ids.hidamari}'`);
		expect(problems().join()).toMatch(sentence);
	});

	test('a withdrawal after it had come back', () => {
		life.withdraw(db, here.ids.hidamari, act);
		life.reinstate(db, here.ids.hidamari, act);
		expect(problems()).toEqual([]);
		tamper(`UPDATE resources SET withdrawn_at = '2026-11-23' WHERE id = '${here.ids.hidamari}'`);
		expect(problems().join()).toMatch(/取り下げた記録がないのに/);
	});
});

describe('An index that was changed in the file is found:', () => {
	const found = /「居場所カフェ ひだまり」の改訂 1(が索引から抜けて|の索引が、そのことばと違)/;
	test.each([
		['a row dropped', 'DELETE FROM search_documents WHERE revision_id = 1'],
		['other names', "UPDATE search_documents SET names = '別' WHERE revision_id = 1"],
		[
			'another place in the order',
			"UPDATE search_documents SET sort_key = '' WHERE revision_id = 1"
		]
	])('%s', (_, statement) => {
		db.$client.exec("UPDATE search_state SET rules = '4'");
		expect(problems()).toEqual([]);
		tamper(statement);
		expect(problems().join()).toMatch(found);
	});

	test('a list of a key dropped', () => {
		prepare(db, { now, sample: false });
		expect(problems()).toEqual([]);
		tamper(
			"DELETE FROM search_postings WHERE key = (SELECT key FROM search_postings WHERE key LIKE '%ひだ%' LIMIT 1)"
		);
		expect(problems().join()).toMatch(found);
	});

	test('what an attacker has dropped is there again after a start, which says so', () => {
		tamper('DELETE FROM search_documents WHERE revision_id = 1');
		expect(prepare(db, { now, sample: false }).join()).toMatch(found);
		expect(problems()).toEqual([]);
	});
});

describe('Nothing is found', () => {
	test('after saving, withdrawing, merging, erasing and importing', async () => {
		const of = (fields: { no: string; name: string }) => fields;
		const file = (...rows: ReturnType<typeof of>[]) => ({
			...{ fileName: 'a.csv', bytes: wamnetFile(rows), by: 'operator', at: now }
		});
		const [a, b] = [of({ no: 'A1', name: 'あさひ' }), of({ no: 'B1', name: 'ばら' })];
		await importFile(db, { ...file(a, b), year: 2027, asOf: '2027-04-01' });
		edit('新しいひとこと');
		await importFile(db, { ...file(a), year: 2028, asOf: '2028-04-01' });
		await importFile(db, {
			...file(a, { ...b, name: 'ばらの家' }),
			year: 2029,
			asOf: '2029-04-01'
		});
		life.merge(db, here.ids.tsuki, here.ids.kazoku, act);
		erasure.erase(db, { resourceId: here.ids.online }, act);
		expect(problems()).toEqual([]);
		expect(proveQuickly(db)).toEqual([]);
	});

	test('but what an import has done cannot be undone in the file unseen', async () => {
		const rows = [{ no: 'A1', name: 'あさひ' }];
		const common = { fileName: 'a.csv', by: 'operator', at: now };
		await importFile(db, { ...common, bytes: wamnetFile(rows), year: 2027, asOf: '2027-04-01' });
		await importFile(db, {
			...common,
			bytes: wamnetFile([{ ...rows[0]!, name: 'あさひの家' }]),
			year: 2028
		});
		expect(problems()).toEqual([]);
		tamper(`UPDATE resources SET current_revision_id = (SELECT id FROM revisions WHERE name = 'あさひ')
			WHERE current_revision_id = (SELECT id FROM revisions WHERE name = 'あさひの家')`);
		tamper("UPDATE verifications SET verified_on = '2027-12-01' WHERE method = 'public-data'");
		expect(problems().join()).toMatch(/「あさひ」のいまの改訂が、記録の/);
		expect(problems().join()).toMatch(/確認した日が 2027-04-01 から 2027-12-01 に変えられています/);
	});

	test('in a database of a version that recorded less, which is taken as it is', () => {
		const old = olderDatabase();
		expect(inspect(old).filter(({ ok }) => !ok)).toEqual([]);
		prepare(old, { now, sample: false });
		db = old;
		expect(problems()).toEqual([]);
		tamper("UPDATE editions SET foreword = '別のことば' WHERE year = 2026");
		tamper("UPDATE resources SET current_revision_id = NULL WHERE id LIKE '%0'");
		expect(problems().join()).toMatch(/はじめのことばが書き換えられています/);
		expect(problems().join()).toMatch(/のいまの改訂が、記録の 1 から なし に変えられています/);
		ensureBaseline(db, now);
		expect(problems()).toHaveLength(2);
	});
});

/** As one that was made when the log held no hashes and no baseline. */
function olderDatabase(): Database {
	const old = openDatabase(':memory:');
	onTestFinished(() => close(old));
	prepare(old, { now, sample: false });
	populate(old);
	write(old, () => {
		lift(old);
		const rows = old.select().from(schema.audit).orderBy(asc(schema.audit.id)).all();
		old.$client.exec(
			`DELETE FROM audit; DELETE FROM audit_anchor; DELETE FROM sqlite_sequence WHERE name = 'audit'; DELETE FROM edition_prints`
		);
		for (const { at, actor, action, subject, subject_id: subjectId } of rows) {
			const known = { action: action as Act, subject: subject as Subject };
			if (action !== 'audit.baseline') audit.record(old, { at, actor, ...known, subjectId });
		}
		old.$client.exec('UPDATE editions SET audit_head = NULL');
		ensure(old);
	});
	return old;
}

test('numbers are written down as ranges and read again', () => {
	const numbers = [9, 1, 2, 3, 7, 3, 10];
	expect(rangesOf(numbers)).toBe('1-3 7 9-10');
	expect([...numbersIn('1-3 7 9-10')]).toEqual([1, 2, 3, 7, 9, 10]);
	expect([rangesOf([]), [...numbersIn('')]]).toEqual(['', []]);
});
