import { asc } from 'drizzle-orm';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import * as audit from '#lib/server/audit/index.ts';
import { ensureBaseline } from '#lib/server/start/baseline.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import { save } from '#lib/server/editing/save.ts';
import { undo, undoable } from '#lib/server/editing/undo/undo.ts';
import * as verifications from '#lib/server/editing/verify.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import { importFile } from '#lib/server/imports/index.ts';
import * as schema from '#lib/server/database/schema/index.ts';
import { proveQuickly } from '#lib/server/start/check.ts';
import * as staff from '#lib/server/staff/staff.ts';
import type { Act, Subject } from '#lib/domain/labels/acts.ts';
import { wamnetFile } from '../../support/formats.ts';
import { cast } from '../../support/staff.ts';
import { problems, tamper } from '../../support/tampering.ts';
import { now, places, world, type World } from '../../support/world.ts';

/** Where places and editions belong, and which checks count: what the log says of it is proved. */

let here: World;
let db: Database;
const act = { by: 'admin', at: now, reason: '試し' };
const later = new Date(now.getTime() + 60_000);

beforeEach(() => {
	here = world();
	db = here.db;
	onTestFinished(() => close(db));
});

/** That `check` and a start find a change, and found nothing before it. */
function expectFound(statement: string, sentence: RegExp | string) {
	expect(problems(db)).toEqual([]);
	tamper(db, statement);
	expect(problems(db).join('\n')).toMatch(sentence);
	expect(proveQuickly(db).join('\n')).toMatch(sentence);
}

const idOf = (year: number) =>
	db.$client.prepare<[number], number>('SELECT id FROM editions WHERE year = ?').pluck().get(year)!;
const otherRegion = `(SELECT min(id) FROM regions WHERE id <> (SELECT region_id FROM resources LIMIT 1))`;

const wamnet = (year: number, ...names: string[]) =>
	importFile(db, {
		...{ fileName: 'a.csv', by: 'operator', at: now, year, asOf: `${year}-04-01` },
		bytes: wamnetFile(names.map((name, at) => ({ no: `A${at}`, name })))
	});

describe('A place that was moved in the file to another region is found,', () => {
	const sentence = /の地域が、記録の「.+」から「.+」に変えられています/;
	const move = (id: string) =>
		`UPDATE resources SET region_id = ${otherRegion.replace('LIMIT 1', `WHERE id = '${id}'`)} WHERE id = '${id}'`;

	test('one that was saved', () => {
		const made = save(db, {
			...{ resourceId: null, regionId: here.region.id, base: null, ...act },
			content: places.hidamari
		});
		expectFound(move('resourceId' in made ? made.resourceId : ''), sentence);
	});

	test('one that was imported, and one that an import has moved', async () => {
		await wamnet(2027, 'あさひ', 'ばら');
		const [first, second] = db
			.select({ id: schema.resource_sources.resource_id })
			.from(schema.resource_sources)
			.all();
		db.$client
			.prepare(`UPDATE resources SET region_id = ${otherRegion} WHERE id = ?`)
			.run(second!.id);
		expect(problems(db).join()).toMatch(sentence);
		await wamnet(2028, 'あさひ', 'ばら');
		expectFound(move(first!.id), sentence);
	});

	test('one that was there when the log began to say so', () => {
		withoutBaseline();
		ensureBaseline(db, now);
		expectFound(move(here.ids.hidamari), sentence);
	});
});

describe('Two that are one are found when the file says otherwise:', () => {
	const merge = () => life.merge(db, here.ids.tsuki, here.ids.kazoku, act);
	test.each([
		['apart again', 'NULL', /と1つにしたのに、していないことにされています/],
		['one with another', "'00000000-0000-4000-8000-000000000000'", /を1つにした先が、記録の「/]
	])('%s', (_, into, sentence) => {
		merge();
		expectFound(
			`UPDATE resources SET merged_into_id = ${into} WHERE id = '${here.ids.tsuki}'`,
			sentence
		);
	});

	test('made one by nobody', () => {
		life.withdraw(db, here.ids.tsuki, act);
		expectFound(
			`UPDATE resources SET merged_into_id = '${here.ids.kazoku}' WHERE id = '${here.ids.tsuki}'`,
			/はほかの資源と1つにした記録がないのに/
		);
	});

	test('and nothing is found where the second was made one with a third, or the first came back', () => {
		merge();
		life.merge(db, here.ids.kazoku, here.ids.hidamari, act);
		expect(problems(db)).toEqual([]);
		life.reinstate(db, here.ids.tsuki, act);
		expect(problems(db)).toEqual([]);
	});
});

describe('An edition is found that the file puts somewhere else:', () => {
	const publish = (year: number, at: Date) => {
		const id = editions.open(db, { regionId: here.region.id, year, ...act });
		editions.pin(db, id, { resourceId: here.ids.hidamari, revisionId: here.revisions.hidamari });
		editions.publish(db, id, { ...act, at });
		return id;
	};
	const change = (what: string) => `UPDATE editions SET ${what} WHERE year = 2027`;

	test.each([
		['in another region', `region_id = ${otherRegion}`, /の地域が、記録の「.+」から「.+」に/],
		['in another year', 'year = 2031', /の年度が、記録の 2027 から 2031 に/],
		[
			'in another order',
			"chapter_order = 'kana'",
			/の章の並びが、記録の「区分の章ごとに、よみの順」から/
		]
	])('%s', (_, what, sentence) => {
		publish(2027, now);
		expectFound(change(what), sentence);
	});

	test('while it is still made: once somebody has opened its round, or ordered it', () => {
		const id = editions.openFrom(db, { regionId: here.region.id, year: 2027, ...act }) as number;
		editions.setOrder(db, id, 'hand', act);
		expectFound(
			change("chapter_order = 'kana'"),
			/の章の並びが、記録の「区分の章ごとに、手で決めた順」から/
		);
	});

	test.each([
		['no longer 旧版', 2026, 'NULL', /から旧版なのに、旧版でないことにされています/],
		['旧版, which it is not', 2027, "'2026-12-01'", /は旧版ではないのに、旧版にされています/],
		['旧版 since another day', 2026, "'2020-01-01'", /が旧版になった日時が変えられています/]
	])('%s', (_, year, at, sentence) => {
		publish(2027, now);
		expectFound(`UPDATE editions SET superseded_at = ${at} WHERE year = ${year}`, sentence);
	});

	test('旧版 again, after the newer one was withdrawn', () => {
		const newer = publish(2027, now);
		editions.withdraw(db, newer, act);
		expectFound(
			"UPDATE editions SET superseded_at = '2026-12-01' WHERE year = 2026",
			/は旧版ではないのに、旧版にされています/
		);
	});

	test('and nothing is found after years were published in whatever order', () => {
		publish(2028, now);
		publish(2027, later);
		editions.withdraw(db, idOf(2028), act);
		publish(2029, later);
		expect(problems(db)).toEqual([]);
	});
});

describe('A check that was taken back is found when the file lets it count again:', () => {
	const verified = { method: 'phone' as const, on: '2026-11-20', result: 'confirmed' as const };
	const rest = { role: null, sections: [], note: null, nextDueOn: null };
	const newest = () =>
		db.$client.prepare<[], number>('SELECT max(id) FROM verifications').pluck().get()!;
	const countAgain = (id: number) => `UPDATE verifications SET revoked_at = NULL WHERE id = ${id}`;
	const sentence = /の2026-11-20 の確認は取り消したのに、取り消していないことにされています/;
	let by: string;
	let entry: { editionId: number; resourceId: string };
	beforeEach(() => {
		by = cast(db, { at: now }).editor;
		const id = editions.openFrom(db, { regionId: here.region.id, year: 2027, by, at: now });
		entry = { editionId: id as number, resourceId: here.ids.hidamari };
		verifications.verifyEntry(db, entry, { ...verified, ...rest }, { by, at: now });
	});

	test('taken back by hand', () => {
		verifications.revoke(db, entry, newest(), { by, at: later });
		expectFound(countAgain(newest()), sentence);
	});

	test('undone', () => {
		const user = staff.findUser(db, by)!;
		undo(db, user, { id: undoable(db, user, now)!.id, at: later });
		expectFound(countAgain(newest()), sentence);
	});

	test('or taken back by nobody', () => {
		expectFound(
			`UPDATE verifications SET revoked_at = '2026-12-01' WHERE id = ${newest()}`,
			/は取り消した記録がないのに、取り消したことにされています/
		);
	});
});

test('A log of a version that said less says the rest at the next start, and forgets nothing of before', () => {
	const made = save(db, {
		...{ resourceId: here.ids.hidamari, regionId: here.region.id, ...act },
		...{ base: here.revisions.hidamari, content: { ...places.hidamari, summary: '新しい' } }
	});
	expect(made.state).toBe('saved');
	withoutBaseline({ current: '1-99', withdrawn: '[]', checks: '[]', editions: '[]' });
	expect(problems(db)).toEqual([]);
	tamper(db, `UPDATE resources SET current_revision_id = 1 WHERE id = '${here.ids.hidamari}'`);
	ensureBaseline(db, now);
	expect(problems(db).join()).toMatch(/のいまの改訂が、記録の/);
	tamper(db, `UPDATE resources SET region_id = ${otherRegion} WHERE id = '${here.ids.tsuki}'`);
	expect(problems(db).join()).toMatch(/の地域が、記録の/);
	const count = () => db.select().from(schema.audit).all().length;
	const before = count();
	ensureBaseline(db, now);
	expect(count()).toBe(before);
});

/** Writes the log anew without what is said of how everything stood, or with that alone. */
function withoutBaseline(details?: Record<string, string>): void {
	const rows = db.select().from(schema.audit).orderBy(asc(schema.audit.id)).all();
	tamper(
		db,
		`DELETE FROM audit; DELETE FROM audit_anchor; DELETE FROM sqlite_sequence WHERE name = 'audit';
		UPDATE editions SET audit_head = NULL`
	);
	for (const { at, actor, action, subject, subject_id: subjectId, ...row } of rows) {
		const isBaseline = action === 'audit.baseline';
		if (isBaseline && !details) continue;
		audit.record(db, {
			...{ at, actor, action: action as Act, subject: subject as Subject, subjectId },
			details: isBaseline ? details! : row.details
		});
	}
}
