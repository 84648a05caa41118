import path from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { operator } from '../../support/directory.ts';
import { wamnetFile } from '../../support/formats.ts';
import { world } from '../../support/world.ts';

test('it is turned on, said, and turned off', async () => {
	const { directory } = operator();
	const readonly = async (...args: string[]) => (await directory('readonly', ...args)).stdout;
	expect(await readonly('status')).toBe('書き込めます。\n');
	expect(await readonly('on', '--reason', '引っこし')).toBe('見るだけにしました。\n');
	expect(await readonly('on')).toBe('もう見るだけにしてあります。\n');
	expect(await readonly('status')).toMatch(/から見るだけです（引っこしのため）。\n$/);
	expect(await readonly('off')).toBe('書き込めるようにしました。\n');
	expect(await readonly('off')).toBe('もう書き込めるようになっています。\n');
});

test.each([
	[['readonly'], 'on・off・status のどれか を書いてください'],
	[['readonly', 'maybe'], '「maybe」はできません'],
	[['readonly', 'off', '--reason', '誤りがあった'], '--reason は on のときだけ']
])('%j is answered with a sentence and exit code 2', async (args, sentence) => {
	const { status, stderr } = await operator().directory(...args);
	expect(status).toBe(2);
	expect(stderr).toContain(sentence);
});

test('meanwhile verbs that write are refused and write nothing, and others work', async () => {
	const { folder, database, directory } = operator();
	const { db, ids } = world(database);
	close(db);
	const file = path.join(folder, 'offices.csv');
	writeFileSync(file, wamnetFile([{ no: 'A0000000001' }]));
	await directory('readonly', 'on');
	const counts = () => {
		const db = openDatabase(database);
		const tables = ['resources', 'revisions', 'editions', 'reports', 'staff', 'audit'];
		const found = tables.map((table) =>
			db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
		);
		close(db);
		return found;
	};
	const before = counts();
	const invite = ['--mail', 'a@example.jp', '--name', 'a', '--role', 'admin'];
	for (const verb of [
		['import', file, '--year', '2027'],
		['edition', 'withdraw', '--year', '2026', '--region', 'gunma', '--reason', '誤りがあった'],
		['staff', 'invite', ...invite],
		['staff', 'setup'],
		['erase', ids.hidamari, '--reason', '本人の希望', '--yes'],
		['reports', 'settle', '1'],
		['reset', '--empty', '--yes']
	]) {
		const { status, stdout, stderr } = await directory(...verb);
		expect([verb[0], status, stdout]).toEqual([verb[0], 2, '']);
		expect(stderr).toContain('いまは見るだけにしてあるので');
	}
	expect(counts()).toEqual(before);
	for (const verb of [['check'], ['backup'], ['edition', 'list'], ['audit', 'verify']]) {
		expect((await directory(...verb)).status).toBe(0);
	}
});
