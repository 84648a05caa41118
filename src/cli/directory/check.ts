import { existsSync } from 'node:fs';
import path from 'node:path';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import { inspectCrisis } from '#lib/server/search/crisis.ts';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { faultOf } from '#lib/server/database/faults.ts';
import { riskSentence } from '#lib/server/database/file/system.ts';
import { inspect } from '#lib/server/start/check.ts';
import type { Finding } from '#lib/server/database/finding.ts';
import { root } from '../build.ts';
import { read, UsageError, type Io } from './io.ts';
import { settings } from './database.ts';

export const help = `使いかた: npm run directory -- check [--json]

データベースのファイルが壊れていないか、つながりが切れていないか、改訂・監査記録・年度版・資源が書かれたときの
ままか、探すための索引がことばと合うかを調べます。違うところは、どの年度版のどの場所かを言います。
data/crisis.json（いま話せるところ）も読み、1年より前に書かれた窓口には△をつけます。
×が何もなければ終了コードは0、あれば2、調べられなければ1です。`;

export function run(args: string[], io: Io): number {
	const { values } = read(args, { json: { type: 'boolean' } });
	const store = settings();
	if (!existsSync(store.file)) throw new UsageError(`${store.file} はまだありません。`);
	const found = [
		...inspected(store),
		inspectCrisis(path.join(root, 'data', 'crisis.json'), japanDate(new Date()))
	];
	if (values.json) io.out(JSON.stringify(found));
	else for (const one of found) io.out(`${signOf(one)} ${one.name}: ${one.detail}`);
	const risk = riskSentence(store.file);
	if (risk) io.err(risk);
	return found.every(({ ok }) => ok) ? 0 : 2;
}

/** Without what a start mends: it would be mended before it is seen. */
function inspected({ file, auditKey }: { file: string; auditKey: string | undefined }): Finding[] {
	let db;
	try {
		db = openDatabase(file, { create: false, auditKey });
	} catch (error) {
		const cause = error instanceof Error && error.cause ? error.cause : error;
		if (faultOf(cause)?.kind !== 'damaged') throw error;
		return [{ name: 'ファイル', ok: false, detail: (error as Error).message }];
	}
	try {
		return inspect(db);
	} finally {
		close(db);
	}
}

const signOf = ({ ok, isOld }: Finding) => (ok ? (isOld ? '△' : '○') : '×');
