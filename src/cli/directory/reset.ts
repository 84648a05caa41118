import { existsSync, renameSync, rmSync } from 'node:fs';
import { hasWork } from '#lib/server/start/check.ts';
import { close } from '#lib/server/database/client.ts';
import { isReadOnly, ReadOnlyError } from '#lib/server/database/transaction.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { read, UsageError, type Io } from './io.ts';
import { settings, withDatabase } from './database.ts';

export const help = `使いかた: npm run directory -- reset [--empty] [--yes]

データベースを新しく始めます。いまのものは消さずに、日時のついた名前で同じ場所に残します。
サーバーを止めてから使ってください。

  --empty  架空の見本を入れずに始める
  --yes    見本のほかに、人の手で入れたものがあっても始める`;

export function run(args: string[], io: Io): number {
	const { values } = read(args, { yes: { type: 'boolean' }, empty: { type: 'boolean' } });
	const store = settings();
	if (existsSync(store.file)) {
		if (settle(store.file, store.auditKey) && !values.yes) {
			throw new UsageError(
				`${store.file} には、人の手で入れたものがあります。新しく始めるには --yes を付けてください。いまのものは残します。`
			);
		}
	}
	const now = new Date().toISOString().replace(/[-:]/g, '').slice(0, 15);
	const kept = `${store.file}.${now}`;
	// Of one that vanished the key is left: backups need it.
	const parts = ['', '-wal', '-shm', '.key'];
	const left = parts.filter((end) => existsSync(store.file + end));
	for (const end of left) renameSync(store.file + end, kept + end);
	try {
		withDatabase(() => {}, { ...store, sample: store.sample && !values.empty });
	} catch (error) {
		// The new one cannot be made: the old one gets its place back.
		for (const end of parts) rmSync(store.file + end, { force: true });
		for (const end of left) renameSync(kept + end, store.file + end);
		throw error;
	}
	if (left.length > 0) {
		const hadOne = left.includes('');
		io.out(
			`いままでの${hadOne ? 'データベース' : '鍵'}は ${kept}${hadOne ? '' : '.key'} に残しました。`
		);
	}
	io.out(
		values.empty
			? '見本のない、新しいデータベースを作りました。'
			: '新しいデータベースを作りました。'
	);
	return 0;
}

/**
 * Whether somebody's work is in it. Closing the last connection folds the log into the file; a log
 * that stays has another reader.
 */
function settle(file: string, auditKey: string | undefined): boolean {
	let worked: boolean;
	try {
		const db = openDatabase(file, { auditKey });
		try {
			if (isReadOnly(db)) throw new ReadOnlyError('The database is read-only');
			worked = hasWork(db);
		} finally {
			close(db);
		}
	} catch (error) {
		if (error instanceof ReadOnlyError) throw error;
		// A file that cannot be opened is moved as it is, when that is wished.
		return true;
	}
	if (existsSync(`${file}-wal`)) {
		throw new UsageError(
			`${file} はほかのプログラムが開いています。サーバーを止めてから、もう一度行ってください。`
		);
	}
	return worked;
}
