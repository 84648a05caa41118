import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as audit from '#lib/server/audit/index.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { write } from '#lib/server/database/transaction.ts';
import { importFile, type Input } from '#lib/server/imports/index.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { wamnetFile } from '../../support/formats.ts';
import { plant, prepared } from '../../support/seeds.ts';
import { now } from '../../support/world.ts';

const by = 'operator';
let db: Database;
/** Another process. */
let other: Database;

beforeEach(() => {
	const file = join(temporaryFolder(), 'a.db');
	plant(prepared, file);
	db = openDatabase(file);
	other = openDatabase(file);
	other.$client.pragma('busy_timeout = 0');
});
afterEach(() => {
	close(db);
	close(other);
});

const take = (year: number, names: string[], progress?: Input['progress']) =>
	importFile(db, {
		fileName: 'file.csv',
		bytes: wamnetFile(names.map((name, at) => ({ name, no: `A000000000${at}` }))),
		year,
		by,
		at: now,
		progress
	});
const idOf = (name: string) =>
	db.$client
		.prepare<[string], string>('SELECT resource_id FROM revisions WHERE name = ?')
		.pluck()
		.get(name)!;
const note = (at: number) =>
	write(other, () =>
		audit.record(other, {
			at: now.toISOString(),
			actor: by,
			action: 'sample.load',
			subject: 'database',
			subjectId: at
		})
	);

test('others may write while a file is compared, and what they wrote counts', async () => {
	await take(2026, ['ばら', 'ゆり']);
	const id = idOf('ばら');
	let compared = 0;
	const report = await take(2027, ['ばら', 'ゆり'], (stage, done, total) => {
		if (stage !== 'compare' || done < total || compared++ > 0) return;
		life.withdraw(other, id, { by: 'editor', at: now, reason: '閉じた' });
	});
	expect(compared).toBe(2);
	expect(report.counts).toMatchObject({ unchanged: 1, withdrawn: 1 });
	const withdrawn = db.$client
		.prepare('SELECT withdrawn_by FROM resources WHERE id = ?')
		.pluck()
		.get(id);
	expect(withdrawn).toBe('editor');
});

test('what readers report meanwhile does not overtake a file', async () => {
	await take(2026, ['ばら']);
	const id = idOf('ばら');
	let compared = 0;
	await take(2027, ['ばら'], (stage, done, total) => {
		if (stage !== 'compare' || done < total) return;
		compared++;
		reports.add(other, { resourceId: id, section: 'other', message: '電話が変わった。', at: now });
	});
	expect(compared).toBe(1);
});

test('names are read out before others have to wait', async () => {
	const within: boolean[] = [];
	await importFile(db, {
		...{
			fileName: 'file.csv',
			bytes: wamnetFile([
				{ name: '薔薇', no: 'A1' },
				{ 法人の名称: '見本会', 法人の名称_かな: '', no: 'A2' }
			]),
			year: 2026
		},
		...{ by, at: now },
		readingOf(name) {
			within.push(db.$client.inTransaction);
			return name;
		}
	});
	expect(within).toContain(false);
	expect(within).not.toContain(true);
});

test('a file is taken in although somebody writes without a rest', async () => {
	let written = 0;
	let refused = 0;
	const report = await take(2026, ['ばら'], (stage, done, total) => {
		if (stage !== 'compare' || done < total) return;
		try {
			note(written);
			written++;
		} catch {
			refused++;
		}
	});
	expect(report.counts).toMatchObject({ new: 1 });
	expect([written, refused]).toEqual([3, 1]);
});

test('what a file would do holds nobody up', async () => {
	let written = 0;
	const report = await importFile(db, {
		fileName: 'file.csv',
		bytes: wamnetFile([{ name: 'ばら', no: 'A0000000000' }]),
		year: 2026,
		by,
		at: now,
		dryRun: true,
		progress: () => note(written++)
	});
	expect(written).toBeGreaterThan(0);
	expect(report).toMatchObject({ accepted: true, dryRun: true });
});
