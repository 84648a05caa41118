import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { final } from '#lib/server/booklet/made/find.ts';
import { keep } from '#lib/server/booklet/made/keep.ts';
import { plainly } from '#lib/domain/booklet/made.ts';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as editions from '#lib/server/editions/index.ts';
import { operator } from '../../support/directory.ts';
import { pagesOf } from '../../support/pdf.ts';
import { bookletIn } from '../../support/workshop.ts';
import { canary, now, world } from '../../support/world.ts';

test.each([
	[['--edition', 'gunma-2026'], '--out ファイル を書いてください'],
	[['--out', 'a.pdf'], '--edition 年度版'],
	[['--edition', 'gunma-1999', '--out', 'a.pdf'], '年度版「gunma-1999」はありません'],
	[['--edition', 'ひだまり', '--out', 'a.pdf'], '年度版「ひだまり」はありません'],
	[['--edition', 'gunma-2026', '--format', 'docx', '--out', 'a.pdf'], '--format は a5・a4'],
	[['--edition', 'gunma-2026', '--channel', 'fax', '--out', 'a.pdf'], '--channel は paper・web'],
	[['--edition', 'gunma-2026', '--folded', '--out', 'a.pdf'], '--folded は --format a4'],
	[['--edition', 'gunma-2025', '--out', 'a.pdf'], '取り下げられている']
])('what cannot be made is said in a sentence: %j', async (words, sentence) => {
	const { database, directory, folder } = operator();
	const { db } = world(database);
	const before = editions.find(db, { region: 'gunma', year: 2025 })!.id;
	editions.withdraw(db, before, { by: 'test', at: now, reason: '間違い' });
	close(db);
	const args = words.map((word) => (word === 'a.pdf' ? path.join(folder, word) : word));
	const { status, stderr } = await directory('booklet', ...args);
	expect(stderr).toContain(sentence);
	expect(status).toBe(2);
});

test('readers’ booklet is written to a file that is not there yet, and holds nothing that is for paper alone', async () => {
	const { database, directory, folder } = operator();
	close(world(database).db);
	const out = path.join(folder, 'booklet.pdf');
	const made = await directory('booklet', '--edition', 'gunma-2026', '--out', out);
	expect(made.stderr).toMatch(/に書きました（\d+ページ、[\d,]+バイト）/);
	expect(made.status).toBe(0);
	const words = (await pagesOf(readFileSync(out))).join('');
	expect(words).toContain('居場所カフェひだまり');
	expect(words).not.toContain(canary('冊子用電話'));
	expect(words).not.toContain(canary('職員用電話'));
	const again = await directory('booklet', '--edition', 'gunma-2026', '--out', out);
	expect(again.status).toBe(2);
	expect(again.stderr).toContain('もうあります');
});

test('what is kept for print is given as it is, to its owner alone, and the log notes it', async () => {
	const { database, directory, folder } = operator();
	const { db } = world(database);
	const editionId = editions.find(db, { region: 'gunma', year: 2026 })!.id;
	keep(db, {
		...{ editionId, kind: 'final', form: 'a5', channel: 'paper', printing: plainly },
		...{ booklet: bookletIn(db, editionId, 'paper'), input: 'in', templates: 't' },
		made: { bytes: Buffer.from('%PDF kept'), pages: 8, pageOf: {}, warnings: [] },
		...{ by: 'editor', at: now }
	});
	const { bytes } = final(db, editionId, { form: 'a5', channel: 'paper' })!;
	close(db);
	const out = path.join(folder, 'print.pdf');
	const args = ['--edition', 'gunma-2026', '--channel', 'paper', '--out', out];
	expect((await directory('booklet', ...args)).status).toBe(0);
	expect(readFileSync(out).equals(bytes)).toBe(true);
	expect(statSync(out).mode & 0o777).toBe(0o600);
	const after = openDatabase(database);
	const noted = after.$client
		.prepare("SELECT actor FROM audit WHERE action = 'booklet.export'")
		.pluck()
		.all();
	close(after);
	expect(noted).toEqual(['operator']);
});
