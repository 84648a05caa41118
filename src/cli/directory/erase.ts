import { instantWords } from '#lib/domain/calendar/calendar.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as erasure from '#lib/server/editing/erasure/erase.ts';
import type { Mention } from '#lib/server/editing/erasure/notes.ts';
import { by, withDatabase } from './database.ts';
import { needed, read, readReason, UsageError, type Io } from './io.ts';

export const help = `使いかた: npm run directory -- erase 資源 --reason 理由 [--yes]

本人に頼まれたときに、資源のことば（名前・連絡先・場所・予定・メモなど）を、すべての改訂と、
検索と、ファイルそのものから消します。元には戻せません。--yes がなければ、何が消えるかだけを見ます。

  資源             資源のID、またはそのページのアドレス
  --reason 理由    監査記録に残ります。名前など、消すことばは書かないでください
  --yes            消す

公開した年度版には番号だけが残り、「ご本人の希望により削除しました」と出ます。
バックアップには残るので、90日以内に、消したあとのものに取りかえてください（docs/operations.md）。`;

export function run(args: string[], io: Io): number {
	const { values, positionals } = read(
		args,
		{ reason: { type: 'string' }, yes: { type: 'boolean' } },
		['資源']
	);
	const asked = needed(positionals[0], '消す資源のID');
	const reason = readReason(values.reason);
	const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(asked)?.[0] ?? asked;
	return withDatabase((db) => {
		const outlook = erasure.outlook(db, id);
		if (!outlook) throw new UsageError(`資源「${asked}」はありません。`);
		const { name, revisions, editions, merged, drafts, notes } = outlook;
		const others = merged > 0 ? `ここへ1つにした資源 ${merged}件のものも合わせて、` : '';
		const counts = `${others}改訂 ${revisions}件（校了か公開の年度版 ${editions}冊に載っています）`;
		if (!values.yes) {
			const more = `書きかけ ${drafts}件は捨てられ、ほかの資源についてのメモや書きかけなど ${notes}件からも消えます`;
			io.out(`「${name}」のことばを消します: ${counts}。${more}。元には戻せません。`);
			for (const one of outlook.mentions) io.out(`  消える: ${lineOf(one)}`);
			for (const one of outlook.elsewhere) io.out(`  消えない（編集して直す）: ${lineOf(one)}`);
			throw new UsageError('消すには --yes を付けてください。まだ何も消していません。');
		}
		return erase(db, id, reason, io);
	});
}

const lineOf = ({ where, name, resourceId }: Mention) =>
	[where, name, resourceId].filter(Boolean).join(' ');

const days = 90;

function erase(db: Database, resourceId: string, reason: string, io: Io): number {
	const at = new Date();
	const erased = erasure.erase(db, { resourceId }, { by, at, reason });
	if (erased === 'reason-tells') {
		throw new UsageError(
			'理由に、消すことばそのものが入っています。監査記録に残ってしまうので、それを除いて書いてください。'
		);
	}
	if (typeof erased === 'string') throw new UsageError(`消せませんでした（${erased}）。`);
	io.out(`改訂 ${erased.revisions}件のことばを消しました。`);
	const { finals } = erased.booklets;
	if (finals > 0) {
		io.out(
			`公開したときの冊子 ${finals}冊は、動いているアプリが、消したことばのないものにつくりなおします。刷って渡したものには残っています。`
		);
	}
	const until = new Date(at.getTime() + days * 86_400_000).toISOString();
	io.out(
		`${instantWords(at.toISOString())}より前のバックアップと、データベースのそばの .before-… には残っています。${instantWords(until)}までに消してください。`
	);
	if (erased.scrubbed) return 0;
	io.err(
		'ほかの作業がデータベースを使っていて、ファイルの古い部分をまだ消せていません。少しあとに、もう一度同じ命令を行ってください。'
	);
	return 1;
}
