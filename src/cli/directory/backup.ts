import { existsSync } from 'node:fs';
import path from 'node:path';
import * as audit from '#lib/server/audit/index.ts';
import * as backups from '#lib/server/backups/index.ts';
import { StartError } from '#lib/server/database/start-error.ts';
import { faultOf, sentenceOf } from '#lib/server/database/faults.ts';
import { fromHere, settings } from './database.ts';
import { needed, read, UsageError, type Io } from './io.ts';

export const help = `使いかた: npm run directory -- backup [フォルダー] [--keep 個数]
          npm run directory -- backup verify ファイル [--unsealed]

データベースのバックアップをとります。アプリを止める必要はありません。できたバックアップを開いて、壊れていないか、
行数と監査記録が合うかを確かめてから、名前をつけます。

  フォルダー     置く場所。なければ、データベースのそばの backups
  --keep 30      新しいものから30個を残し、それより古いバックアップを消す
  verify         バックアップが、作ったときのまま、壊れていないか調べる
  --unsealed     監査記録の鍵がないときに作り、封のないバックアップを、それと知って使う

バックアップは bookmark-日時.db と bookmark-日時.db.json の2つで1組です。監査記録の鍵（データベースのそばの
.key、または AUDIT_KEY）は入っていません。鍵はバックアップと別のところに、一度だけ写しておいてください。
戻すときに要ります。

終了コード: 0 できた・2 バックアップが使えない、頼み方が合わない・1 思いがけない失敗`;

export function run(args: string[], io: Io): number {
	const { values, positionals } = read(
		args,
		{ keep: { type: 'string' }, unsealed: { type: 'boolean' } },
		['フォルダー', 'ファイル']
	);
	const [first, second] = positionals;
	if (first === 'verify')
		return verify(fromHere(needed(second, '調べるバックアップのファイル')), values, io);
	if (second !== undefined) throw new UsageError(`「${second}」は余分です。`);
	return make(first, readKeep(values.keep), io);
}

/** Where backups lie when nobody says. */
export const usualFolder = (database: string): string =>
	path.join(path.dirname(database), 'backups');

function make(asked: string | undefined, keep: number | undefined, io: Io): number {
	const { file, auditKey } = settings();
	if (!existsSync(file)) throw new UsageError(`${file} はまだありません。`);
	const folder = asked === undefined ? usualFolder(file) : fromHere(asked);
	const key = audit.knownKey(file, auditKey);
	const made = explained(folder, () => backups.make(file, folder, { key, at: new Date(), keep }));
	if ('problem' in made) {
		io.err(`バックアップをとれませんでした。${made.problem.name}: ${made.problem.detail}。`);
		return 1;
	}
	const { resources = 0, editions = 0 } = made.manifest.rows;
	io.out(made.file);
	io.err(`資源 ${resources}件、年度版 ${editions}冊。開いて確かめました。`);
	if (made.removed > 0) io.err(`古いバックアップを ${made.removed}個消しました。`);
	for (const orphan of made.orphans) {
		io.err(
			`${orphan} は目録（.json）がないか読めないので、戻せません。要らなければ消してください。`
		);
	}
	if (key === null) {
		io.err(`監査記録の鍵 ${file}.key が見つかりません。鍵がないと、このバックアップは戻せません。`);
	}
	return 0;
}

function verify(file: string, how: { unsealed?: boolean | undefined }, io: Io): number {
	if (!existsSync(file)) throw new UsageError(`${file} が見つかりません。`);
	const { file: database, auditKey } = settings();
	const found = backups.verify(file, audit.knownKey(database, auditKey), how);
	for (const { name, ok, detail } of found) io.out(`${ok ? '○' : '×'} ${name}: ${detail}`);
	return found.every(({ ok }) => ok) ? 0 : 2;
}

function readKeep(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
	throw new UsageError(`--keep には1以上の整数を書きます（いまは「${text}」）。`);
}

/** A backup that could not be made is no fault of the program; what is damaged is not of the folder. */
function explained<T>(folder: string, act: () => T): T {
	try {
		return act();
	} catch (error) {
		if ((error as { code?: string }).code === 'EEXIST') {
			throw new UsageError(
				`${folder} に、同じ名前のものがあります。1秒あとにもう一度行ってください。バックアップはとれていません。`
			);
		}
		const kind = faultOf(error)?.kind;
		const what = kind === 'damaged' || kind === 'busy' ? 'データベース' : folder;
		const sentence = sentenceOf(what, error);
		if (sentence === null || error instanceof StartError) throw error;
		throw new UsageError(`${sentence}バックアップはとれていません。`);
	}
}
