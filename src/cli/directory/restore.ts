import { existsSync } from 'node:fs';
import { instantWords } from '#lib/domain/calendar/calendar.ts';
import { roleNames } from '#lib/domain/staff/staff.ts';
import * as audit from '#lib/server/audit/index.ts';
import * as backups from '#lib/server/backups/index.ts';
import { readManifest } from '#lib/server/backups/manifest.ts';
import { by, fromHere, settings } from './database.ts';
import { needed, read, UsageError, type Io } from './io.ts';

export const help = `使いかた: npm run directory -- restore ファイル [--yes] [--stopped] [--unsealed]

バックアップからデータベースを戻します。アプリを止めてから使います。--yes がなければ、何が起きるかだけを見ます。
バックアップを確かめ、写しの上ですべてを済ませ、最後に入れかえます。うまくいかなければ元のままです。
いまのデータベースは .before-restore-日時 という名前で残します。

  --yes       戻す
  --stopped   いまのデータベースが壊れていて開けないとき、アプリを止めてあると請け合う
  --unsealed  監査記録の鍵がないときに作り、封のないバックアップを、それと知って使う

職員のアカウントは、いまのままです。止めた人は止めたまま、パスワードと認証アプリもいまのものです。入っていた人はみな
出され、まだ使われていない招待は使えなくなります。バックアップだけにあるアカウントは止めて、名前を出します（新しいコン
ピューターでは、封のあるバックアップのアカウントをそのまま使います）。
バックアップのあとに「本人の希望により」消したことばは、もう一度消します。
監査記録の鍵（データベースのそばの .key、または AUDIT_KEY）が要ります。

終了コード: 0 戻した・2 戻さなかった（元のまま）・1 思いがけない失敗`;

export function run(args: string[], io: Io): number {
	const { values, positionals } = read(
		args,
		{ yes: { type: 'boolean' }, stopped: { type: 'boolean' }, unsealed: { type: 'boolean' } },
		['ファイル']
	);
	const backup = fromHere(needed(positionals[0], '戻すバックアップのファイル'));
	if (!existsSync(backup)) throw new UsageError(`${backup} が見つかりません。`);
	const manifest = readManifest(backup);
	if (!manifest) {
		throw new UsageError(
			`${backup}.json がないか、読めません。バックアップは2つのファイルで1組です。`
		);
	}
	const { file, auditKey } = settings();
	const key = audit.knownKey(file, auditKey);
	if (key === null) {
		throw new UsageError(
			`監査記録の鍵がありません。写しておいた鍵を ${file}.key に置くか、AUDIT_KEY に書いてください。`
		);
	}
	const { resources = 0, editions = 0 } = manifest.rows;
	io.out(
		`${instantWords(manifest.madeAt)}のバックアップに戻します: 資源 ${resources}件、年度版 ${editions}冊。そのあとに入れたものは、なくなります。`
	);
	if (!values.yes) {
		throw new UsageError('戻すには --yes を付けてください。まだ何も変えていません。');
	}
	const { stopped = false, unsealed = false } = values;
	return restore(backup, file, { key, stopped, unsealed }, io);
}

function restore(
	backup: string,
	file: string,
	how: { key: string; stopped: boolean; unsealed: boolean },
	io: Io
): number {
	try {
		const restored = backups.restore(backup, file, { ...how, by, at: new Date() });
		io.out('戻しました。');
		if (restored.point) io.out(`前のデータベースは ${restored.point} に残しました。`);
		if (restored.erasedAgain > 0) {
			io.out(
				`バックアップのあとに本人の希望で消した ${restored.erasedAgain}件を、もう一度消しました。`
			);
		}
		if (restored.closed.length > 0) {
			io.err(
				`バックアップだけにあるアカウントを止めました:\n${restored.closed
					.map(({ mail, name, role }) => `  ${mail}（${name}・${roleNames[role]}）`)
					.join(
						'\n'
					)}\n知っている人なら、staff enable で入れるようにし、staff reset-2fa でパスワードと認証アプリを準備し直してもらってください。`
			);
		}
		if (restored.blind) {
			io.err(
				'前のデータベースがないか読めなかったので、バックアップのあとのことは分かりません。本人の希望で消したものがあれば、erase でもう一度消してください。アカウントはバックアップのときのものです。止めた職員や、変えたパスワードと認証アプリがあれば、staff disable と staff reset-2fa を使ってください。'
			);
		}
		return 0;
	} catch (error) {
		if (error instanceof Error && error.name === 'StartError') throw new UsageError(error.message);
		throw error;
	}
}
