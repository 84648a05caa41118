import {
	appendFileSync,
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { operator } from '../../support/directory.ts';
import { world } from '../../support/world.ts';

let folder: string;
let database: string;
let directory: ReturnType<typeof operator>['directory'];

beforeEach(() => {
	({ folder, database, directory } = operator());
	close(world(database).db);
});

const backup = async () => (await directory('backup')).stdout.trim();

test('a backup says where it is, alone on its line, and is verified by name', async () => {
	const { status, stdout, stderr } = await directory('backup');
	expect(status).toBe(0);
	expect(stdout).toMatch(/backups\/bookmark-\d{8}T\d{6}Z\.db\n$/);
	expect(stderr).toBe('資源 6件、年度版 2冊。開いて確かめました。\n');
	const verified = await directory('backup', 'verify', stdout.trim());
	expect([verified.status, verified.stderr]).toEqual([0, '']);
	expect(verified.stdout.match(/^○/gm)).toHaveLength(10);
});

test('a backup that was changed is found out, with exit code 2', async () => {
	const file = await backup();
	appendFileSync(file, 'x');
	const { status, stdout } = await directory('backup', 'verify', file);
	expect(status).toBe(2);
	expect(stdout).toContain('× 中身: 作ったときと違います');
});

test('a missing key is told of when there is still time', async () => {
	rmSync(`${database}.key`);
	const { status, stderr } = await directory('backup');
	expect([status, existsSync(`${database}.key`)]).toEqual([0, false]);
	expect(stderr).toContain('鍵がないと、このバックアップは戻せません');
});

test('a restore says first what it would do', async () => {
	const file = await backup();
	const before = readdirSync(folder).sort();
	const { status, stdout, stderr } = await directory('restore', file);
	expect([status, readdirSync(folder).sort()]).toEqual([2, before]);
	expect(stdout).toMatch(/のバックアップに戻します: 資源 6件、年度版 2冊。/);
	expect(stderr).toContain('--yes を付けてください');
});

test('a restore is done, and refused while the app runs', async () => {
	const file = await backup();
	const db = openDatabase(database);
	const refused = await directory('restore', file, '--yes');
	expect(refused.status).toBe(2);
	expect(refused.stderr).toContain('アプリを止めてから');
	db.$client.close();
	const restored = await directory('restore', file, '--yes');
	expect([restored.status, restored.stderr]).toEqual([0, '']);
	expect(restored.stdout).toMatch(
		/前のデータベースは .*\.before-restore-\d{8}T\d{6}Z に残しました。/
	);
	expect((await directory('check')).status).toBe(0);
});

test('a restore onto an empty machine says that what was erased or disabled since is unknown', async () => {
	const file = await backup();
	for (const end of ['', '-wal', '-shm']) rmSync(database + end, { force: true });
	const { status, stderr } = await directory('restore', file, '--yes');
	expect(status).toBe(0);
	expect(stderr).toMatch(/erase でもう一度.*アカウントはバックアップのときのもの.*staff disable/);
});

test('a backup without a seal is verified and restored only when somebody answers for it', async () => {
	const file = await backup();
	const manifest = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as object;
	writeFileSync(`${file}.json`, JSON.stringify({ ...manifest, seal: null }));
	const bare = await directory('backup', 'verify', file);
	expect(bare.status).toBe(2);
	expect(bare.stdout).toContain('× 封: 付いていません');
	expect((await directory('restore', file, '--yes')).stderr).toContain('--unsealed');
	expect((await directory('backup', 'verify', file, '--unsealed')).status).toBe(0);
	expect((await directory('restore', file, '--yes', '--unsealed')).status).toBe(0);
});

test.each<[string[], string]>([
	[['backup', 'verify'], '調べるバックアップのファイル を書いてください'],
	[['backup', 'verify', 'none.db'], 'none.db が見つかりません'],
	[['backup', 'a', 'b'], '「b」は余分です'],
	[['backup', '--keep', '0'], '--keep には1以上の整数を書きます'],
	[['restore'], '戻すバックアップのファイル を書いてください'],
	[['restore', 'none.db'], 'none.db が見つかりません']
])('%j is answered with a sentence and exit code 2', async (args, sentence) => {
	const { status, stderr } = await directory(...args);
	expect(status).toBe(2);
	expect(stderr).toContain(sentence);
});

test('a folder that is a file, and a machine without the key, are sentences', async () => {
	writeFileSync(path.join(folder, 'file'), '');
	const { status, stderr } = await directory('backup', path.join(folder, 'file'));
	expect(status).toBe(2);
	expect(stderr).toContain('バックアップはとれていません');
	const file = await backup();
	renameSync(`${database}.key`, path.join(folder, 'kept.key'));
	expect((await directory('restore', file, '--yes')).stderr).toContain('監査記録の鍵がありません');
});

describe('Where the database has vanished', () => {
	test('no command makes a new one, and a restore brings it back', async () => {
		const file = await backup();
		rmSync(database);
		const { status, stderr } = await directory('edition', 'list');
		expect([status, existsSync(database)]).toEqual([1, false]);
		expect(stderr).toMatch(/がありません。前はここにありました/);
		expect((await directory('restore', file, '--yes')).status).toBe(0);
		expect((await directory('check')).status).toBe(0);
	});

	test('a reset begins anew and keeps the key that the backups need', async () => {
		rmSync(database);
		const key = readFileSync(`${database}.key`, 'utf8');
		const { status, stdout } = await directory('reset');
		expect([status, existsSync(database)]).toEqual([0, true]);
		const [kept] = /\/\S+\.key/.exec(stdout)!;
		expect(readFileSync(kept, 'utf8')).toBe(key);
		expect(readFileSync(`${database}.key`, 'utf8')).not.toBe(key);
	});
});
