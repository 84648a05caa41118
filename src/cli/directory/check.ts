import { existsSync } from 'node:fs';
import path from 'node:path';
import { japanDate } from '#lib/domain/calendar.ts';
import { inspectCrisis } from '#lib/server/crisis.ts';
import { inspect, type Finding } from '#lib/server/inspection.ts';
import { root } from '../build.ts';
import { read, UsageError, type Io } from './io.ts';
import { settings, withDatabase } from './database.ts';

export const help = `使いかた: npm run directory -- check [--json]

データベースのファイルが壊れていないか、つながりが切れていないか、改訂と監査記録が
書かれたときのままかを調べます。data/crisis.json（いま話せるところ）も読み、
確かめてから1年をすぎた窓口には△をつけます。
×が何もなければ終了コードは0、あれば2です。`;

export function run(args: string[], io: Io): number {
	const { values } = read(args, { json: { type: 'boolean' } });
	const store = settings();
	if (!existsSync(store.file)) throw new UsageError(`${store.file} はまだありません。`);
	const found = [
		...withDatabase(inspect, store),
		inspectCrisis(path.join(root, 'data', 'crisis.json'), japanDate(new Date()))
	];
	if (values.json) io.out(JSON.stringify(found));
	else for (const one of found) io.out(`${signOf(one)} ${one.name}: ${one.detail}`);
	return found.every(({ ok }) => ok) ? 0 : 2;
}

const signOf = ({ ok, isOld }: Finding) => (ok ? (isOld ? '△' : '○') : '×');
