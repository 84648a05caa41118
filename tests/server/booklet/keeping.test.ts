import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as audit from '#lib/server/audit/index.ts';
import * as backups from '#lib/server/backups/index.ts';
import { plainly, proofMark, type BookletChoice } from '#lib/domain/booklet/made.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { dataVersion } from '#lib/server/database/data-version.ts';
import * as made from '#lib/server/booklet/made/find.ts';
import { keep, type NewBooklet } from '#lib/server/booklet/made/keep.ts';
import * as editions from '#lib/server/editions/index.ts';
import { giveUp } from '#lib/server/editing/edition/giving-up.ts';
import * as erasure from '#lib/server/editing/erasure/erase.ts';
import { inspect } from '#lib/server/start/check.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { problems, tamper } from '../../support/tampering.ts';
import { bookletIn } from '../../support/workshop.ts';
import { now, places, world, type World } from '../../support/world.ts';

let file: string;
let here: World;
let db: Database;
let edition: number;

beforeEach(() => {
	file = path.join(temporaryFolder(), 'bookmark.db');
	here = world(file);
	db = here.db;
	edition = editions.find(db, { region: 'gunma', year: 2026 })!.id;
});
afterEach(() => close(db));

const act = { by: 'admin', at: now, reason: '本人から電話' };
const paper: BookletChoice = { form: 'a5', channel: 'paper', printing: plainly };

function kept(change: Partial<NewBooklet> = {}, bytes = Buffer.from('%PDF ひだまり')): number {
	const booklet = bookletIn(db, change.editionId ?? edition, change.channel ?? 'paper');
	const id = keep(db, {
		...{ editionId: edition, kind: 'final', ...paper, booklet, input: 'in', templates: 't' },
		made: { bytes, pages: 8, pageOf: { 1: 3 }, warnings: [] },
		...{ by: 'editor', at: now, ...change }
	});
	if (id === 'gone') throw new Error('gone');
	return id;
}
const finalOf = () => made.final(db, edition, paper);

test('a final is refused every change, and the first one stays', () => {
	const id = kept();
	expect(kept({}, Buffer.from('another'))).toBe(id);
	expect(finalOf()!.bytes.toString()).toBe('%PDF ひだまり');
	for (const statement of [
		"UPDATE booklets SET bytes = x'00'",
		"UPDATE booklets SET made_by = 'x'",
		'DELETE FROM booklets'
	]) {
		expect(() => db.$client.exec(statement)).toThrow('a booklet never changes');
	}
	const other = kept({ kind: 'cached', form: 'large' });
	const make = `UPDATE booklets SET kind = 'final' WHERE id = ${other}`;
	expect(() => db.$client.exec(make)).toThrow('a booklet never changes');
	expect(inspect(db).find(({ name }) => name === '冊子')).toMatchObject({
		ok: true,
		detail: '公開のときの 1冊は、1バイトも変わっていません'
	});
});

test.each([
	["UPDATE booklets SET bytes = CAST('%PDF x' AS BLOB)", 'が、しまったときのものと違います'],
	["UPDATE booklets SET sha256 = '00'", 'が、しまったときのものと違います'],
	['DELETE FROM booklets', 'が、なくなっています'],
	["UPDATE booklets SET channel = 'web'", 'は、しまった記録がありません']
])('a final that was changed in the file is found: %s', (statement, words) => {
	kept();
	tamper(db, statement);
	expect(problems(db).join('\n')).toContain(`「群馬県 2026年度版」の冊子（A5）`);
	expect(problems(db).join('\n')).toContain(words);
});

test('an erasure takes every booklet away that holds the place, and says so', () => {
	kept();
	kept({ channel: 'web' });
	kept({ kind: 'cached', form: 'large', channel: 'web' });
	const before = editions.find(db, { region: 'gunma', year: 2025 })!.id;
	kept({ editionId: before });
	expect(readFileSync(`${file}-wal`).includes('ひだまり')).toBe(true);
	const erased = erasure.erase(db, { resourceId: here.ids.hidamari }, act);
	expect(erased).toMatchObject({ booklets: { finals: 3, others: 1 }, scrubbed: true });
	expect(made.list(db, edition)).toEqual([]);
	expect(readFileSync(file).includes('ひだまり')).toBe(false);
	expect(problems(db)).toEqual([]);
	expect(made.missingFinals(db)).toHaveLength(4);
	kept({}, Buffer.from('%PDF without'));
	expect(problems(db)).toEqual([]);
});

test('an erasure leaves the finals of editions that never held the place, and takes those whose words name it', () => {
	const before = editions.find(db, { region: 'gunma', year: 2025 })!.id;
	kept({ editionId: before });
	kept();
	expect(erasure.erase(db, { resourceId: here.ids.shigoto }, act)).toMatchObject({
		booklets: { finals: 1, others: 0 }
	});
	expect(made.list(db, before)).toHaveLength(1);
	const booklet = bookletIn(db, before, 'web');
	const foreword = `はじめに ${places.kamidake.name} のこと`;
	tamper(db, `DELETE FROM entries WHERE resource_id = '${here.ids.kamidake}'`);
	kept({ kind: 'proof', booklet: { ...booklet, words: { ...booklet.words, foreword } } });
	expect(erasure.erase(db, { resourceId: here.ids.kamidake }, act)).toMatchObject({
		booklets: { others: 1 }
	});
});

test('proofs go with an edition that is given up, and finals stay with one that is withdrawn', () => {
	const round = editions.open(db, { regionId: here.region.id, year: 2027, by: 'editor', at: now });
	const printing = { ...plainly, watermark: proofMark };
	kept({ editionId: round, kind: 'proof', printing });
	expect(() => kept({ editionId: round })).toThrow('gone');
	expect(giveUp(db, round, act)).toBe(true);
	expect(made.list(db, round)).toEqual([]);
	kept();
	editions.withdraw(db, edition, act);
	expect(finalOf()).toBeDefined();
	expect(() => kept({ kind: 'proof' })).toThrow('gone');
	expect(problems(db)).toEqual([]);
});

test('of cached booklets the newest of a choice stays, and the oldest go before the disk is full', () => {
	const cached = { kind: 'cached', channel: 'web' } as const;
	kept(cached);
	const before = dataVersion(db);
	const second = kept(cached);
	expect(dataVersion(db)).not.toBe(before);
	expect(made.list(db, edition).map(({ id }) => id)).toEqual([second]);
	const monochrome = { ...plainly, isMonochrome: true };
	kept({ ...cached, printing: monochrome });
	const size = 150 * 1024 * 1024;
	db.$client.exec(`UPDATE booklets SET size = ${size}`);
	const third = kept({ ...cached, form: 'a4' });
	expect(made.list(db, edition).map(({ id }) => id)).toEqual([third, third - 1]);
});

test('a backup brings the finals back byte by byte, and without who was erased since', () => {
	kept();
	const key = audit.knownKey(file, '')!;
	const store = path.join(path.dirname(file), 'backups');
	const backup = backups.make(file, store, { key, at: now });
	if ('problem' in backup) throw new Error(JSON.stringify(backup));
	expect(backup.manifest.rows).toMatchObject({ booklets: 1 });
	const bytes = finalOf()!.bytes;
	close(db);
	const restored = path.join(path.dirname(file), 'again.db');
	backups.restore(backup.file, restored, { key, by: 'operator', at: now });
	db = openDatabase(restored, { auditKey: key });
	expect(finalOf()!.bytes.equals(bytes)).toBe(true);
	expect(problems(db)).toEqual([]);
	erasure.erase(db, { resourceId: here.ids.hidamari }, act);
	close(db);
	expect(
		backups.restore(backup.file, restored, { key, by: 'operator', at: now, stopped: true })
	).toMatchObject({ erasedAgain: 1 });
	db = openDatabase(restored, { auditKey: key });
	expect(finalOf()).toBeUndefined();
	expect(problems(db)).toEqual([]);
});
