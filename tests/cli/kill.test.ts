import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import * as audit from '#lib/server/audit/index.ts';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import type { documentOf } from '../../src/cli/directory/import-document.ts';
import { quickly } from '../support/crash/kill.ts';
import { temporaryFolder } from '../support/folder.ts';
import { wamnetFile } from '../support/formats.ts';
import { plant, prepared } from '../support/seeds.ts';

const rows = 300;
const kills = 20;

const towns = [
	'群馬県高崎市',
	'群馬県前橋市',
	'北海道札幌市中央区',
	'東京都新宿区',
	'大阪府堺市北区'
];
const offices = wamnetFile(
	Array.from({ length: rows }, (_, i) => ({
		no: `A${String(i).padStart(10, '0')}`,
		name: `見本作業所${i}`,
		'事業所住所（市区町村）': towns[i % towns.length]!,
		事業所電話番号: '03-1234-5678',
		'利用可能な時間帯（平日）': '09:00-17:00'
	}))
);

/** The operator's command in a process of its own, from the folder of the file. */
function start(database: string, folder: string) {
	const command = path.join(import.meta.dirname, '../support/crash/command.ts');
	const child = spawn(
		process.execPath,
		[...['--import', quickly, command], ...['import', 'offices.csv', '--year', '2026', '--json']],
		{
			cwd: folder,
			env: { PATH: process.env['PATH'], DATABASE_FILE: database },
			stdio: ['ignore', 'pipe', 'pipe']
		}
	);
	let [stdout, stderr] = ['', ''];
	child.stdout.on('data', (text) => (stdout += text));
	child.stderr.on('data', (text) => (stderr += text));
	const ended = once(child, 'close').then(([status]) => ({
		status: status as number,
		stdout,
		stderr
	}));
	return { child, ended };
}

/** How many rows, editions and imports there are; throws when anything is not whole. */
function inspect(database: string): number[] {
	const db = openDatabase(database);
	try {
		expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
		expect(db.$client.pragma('foreign_key_check')).toEqual([]);
		expect(audit.verify(db).ok).toBe(true);
		return ['resources', 'revisions', 'entries', 'editions', 'imports'].map((table) =>
			Number(db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
		);
	} finally {
		close(db);
	}
}

test(
	'an import that is killed at any moment has written all or nothing',
	{ timeout: 600_000 },
	async () => {
		const folder = temporaryFolder();
		writeFileSync(path.join(folder, 'offices.csv'), offices);
		const copy = (name: string) => {
			const database = path.join(folder, name);
			plant(prepared, database);
			return database;
		};

		const whole = copy('whole.db');
		const started = performance.now();
		const { status, stdout, stderr } = await start(whole, folder).ended;
		const took = performance.now() - started;
		expect([status, stderr]).toEqual([0, '']);
		expect((JSON.parse(stdout) as ReturnType<typeof documentOf>).counts.new).toBe(rows);
		const all = inspect(whole);
		const nothing = [0, 0, 0, 0, 0];
		expect(all).toEqual([rows, rows, rows, 4, 1]);

		const logOf = (database: string) =>
			statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0;
		const outcomes: number[][] = [];
		let amidWriting = 0;
		for (let kill = 0; kill < kills; kill++) {
			const database = copy(`${kill}.db`);
			const { child, ended } = start(database, folder);
			// Every second one while the commit is on its way to the disk, which is a matter of
			// milliseconds; the others at moments from beginning to end.
			if (kill % 2 === 0) await wait((took * kill) / kills);
			else {
				while (logOf(database) === 0 && child.exitCode === null) await wait(1);
				await wait(kill / 4);
			}
			child.kill('SIGKILL');
			await ended;
			if (logOf(database) > 0) amidWriting++;
			outcomes.push(inspect(database));
		}
		expect(amidWriting).toBeGreaterThan(0);
		for (const outcome of outcomes) expect([all, nothing]).toContainEqual(outcome);
	}
);
