import { existsSync } from 'node:fs';
import { inspect } from '#lib/server/inspection.ts';
import { read, UsageError, type Io } from './io.ts';
import { settings, withDatabase } from './database.ts';

export const help = `使いかた: npm run directory -- check [--json]

データベースのファイルが壊れていないか、つながりが切れていないか、改訂と監査記録が
書かれたときのままかを調べます。何も見つからなければ終了コードは0、見つかれば2です。`;

export function run(args: string[], io: Io): number {
	const { values } = read(args, { json: { type: 'boolean' } });
	const store = settings();
	if (!existsSync(store.file)) throw new UsageError(`${store.file} はまだありません。`);
	const found = withDatabase(inspect, store);
	if (values.json) io.out(JSON.stringify(found));
	else for (const { name, ok, detail } of found) io.out(`${ok ? '○' : '×'} ${name}: ${detail}`);
	return found.every(({ ok }) => ok) ? 0 : 2;
}
