import type { Database } from '#lib/server/database/client.ts';
import * as sample from '#lib/server/start/sample/drop.ts';
import { by, withDatabase } from './database.ts';
import { needed, read, UsageError, type Io } from './io.ts';

export const help = `使いかた: npm run directory -- region drop-sample [--yes]

  drop-sample  架空の見本の地域を、場所・改訂・年度版ごと消します。ほかの地域には触れません。
               --yes がなければ、何が消えるかだけを見ます

元には戻せません。見本をまた入れられるのは、新しいデータベース（reset）だけです。`;

export function run(args: string[], io: Io): number {
	const { values, positionals } = read(args, { yes: { type: 'boolean' } }, ['drop-sample']);
	const name = needed(positionals[0], 'drop-sample');
	if (name !== 'drop-sample') {
		throw new UsageError(`「${name}」はできません。できるのは drop-sample です。`);
	}
	return withDatabase((db) => (values.yes ? drop(db, io) : tell(db, io)));
}

function tell(db: Database, io: Io): never {
	const found = sample.outlook(db);
	if (!found) throw new UsageError(none);
	const { resources, revisions, editions, entries, drafts, editors, typed, tied } = found;
	io.out(
		`「${found.name}」を消します: 場所 ${resources}件（改訂 ${revisions}件）、年度版 ${editions}冊（掲載 ${entries}件）、書きかけ ${drafts}件。元には戻せません。`
	);
	io.out('読む人がしおりに入れた数は、このサイトには分かりません。');
	if (editors > 0)
		io.out(`この地域だけを受けもつ職員 ${editors}人は、受けもつ地域がなくなります。`);
	for (const one of typed) io.out(`  人の手で入れた場所（これも消える）: ${one}`);
	for (const one of tied) io.out(`  ほかの地域でつながっている場所: ${one}`);
	throw new UsageError('消すには --yes を付けてください。まだ何も消していません。');
}

function drop(db: Database, io: Io): number {
	const dropped = sample.drop(db, { by, at: new Date() });
	if (dropped === 'not-found') throw new UsageError(none);
	if (!('resources' in dropped)) {
		throw new UsageError(
			`ほかの地域の場所が、見本の場所とつながっています（${dropped.tied.join('・')}）。それを直してから消してください。`
		);
	}
	const { name, resources, editions, entries } = dropped;
	io.out(
		`「${name}」を消しました: 場所 ${resources}件、年度版 ${editions}冊（掲載 ${entries}件）。`
	);
	return 0;
}

const none = '架空の見本の地域は、このデータベースにはありません。';
