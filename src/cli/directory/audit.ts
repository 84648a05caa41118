import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as audit from '#lib/server/audit/index.ts';
import { examine, type Memory } from '#lib/server/audit/examination.ts';
import { auditCsv } from '#lib/server/audit/export.ts';
import * as backups from '#lib/server/backups/index.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { openToRead } from '#lib/server/start/open.ts';
import { usualFolder } from './backup.ts';
import { fromHere, settings } from './database.ts';
import { needed, read, UsageError, type Io } from './io.ts';

export const help = `使いかた: npm run directory -- audit verify [--backups フォルダー]
          npm run directory -- audit export [--out ファイル]

  verify   監査記録が書かれたときのままで、つながっているかを調べる。公開した年度版と、フォルダー
           （なければデータベースのそばの backups）のバックアップが覚えている記録とも比べる
  export   監査記録をCSVに書き出す（--out がなければ、画面に）

終了コード: 0 よい・2 合わないところがある、頼み方が合わない・1 思いがけない失敗`;

const options = { backups: { type: 'string' }, out: { type: 'string' } } as const;
type Values = ReturnType<typeof read<typeof options>>['values'];

export function run(args: string[], io: Io): number {
	const { values, positionals } = read(args, options, ['verify']);
	const acts: Record<string, (db: Database, values: Values, io: Io) => number> = {
		verify,
		export: write
	};
	const name = needed(positionals[0], 'verify・export のどちらか');
	const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
	if (!act) throw new UsageError(`「${name}」はできません。verify・export のどちらかです。`);
	const { file, auditKey } = settings();
	if (!existsSync(file)) throw new UsageError(`${file} はまだありません。`);
	const key = audit.knownKey(file, auditKey);
	if (key === null) {
		throw new UsageError(
			`監査記録の鍵がありません。写しておいた鍵を ${file}.key に置くか、AUDIT_KEY に書いてください。`
		);
	}
	const db = openToRead(file, key);
	try {
		return act(db, values, io);
	} finally {
		close(db);
	}
}

function verify(db: Database, { backups: folder }: Values, io: Io): number {
	const where = folder === undefined ? usualFolder(settings().file) : fromHere(folder);
	if (folder !== undefined && !existsSync(where)) {
		throw new UsageError(`${where} が見つかりません。`);
	}
	const { ok, sentence } = examine(db, remembered(where));
	if (ok) io.out(sentence);
	else io.err(sentence);
	return ok ? 0 : 2;
}

const remembered = (folder: string): Memory[] =>
	backups.list(folder).flatMap(({ file, manifest: { madeAt, audit } }) =>
		audit.head === null
			? []
			: {
					name: `バックアップ ${path.basename(file)} `,
					at: madeAt,
					count: audit.count,
					head: audit.head
				}
	);

function write(db: Database, { out }: Values, io: Io): number {
	const { text, rows } = auditCsv(db);
	if (out === undefined) io.out(text.slice(0, -'\n'.length));
	else {
		const file = fromHere(out);
		if (existsSync(file)) throw new UsageError(`${file} はもうあります。別の名前にしてください。`);
		writeFileSync(file, text, { mode: 0o600 });
	}
	io.err(`監査記録 ${rows}件を書き出しました。`);
	return 0;
}
