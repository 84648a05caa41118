import { instantWords } from '#lib/domain/calendar/calendar.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as readOnly from '#lib/server/web/read-only.ts';
import { by, withDatabase } from './database.ts';
import { needed, read, readReason, UsageError, type Io } from './io.ts';

export const help = `使いかた: npm run directory -- readonly on [--reason わけ]
          npm run directory -- readonly off
          npm run directory -- readonly status

見るだけにします。読む人のページはいつもどおりで、書き込み（知らせ、職員の入力、入ること、取り込み）は
すべて断ります。アプリを止める必要はなく、始め直しても続きます。引っこしや、大きな直しのときに使います。

  on       見るだけにする。わけは「○○のため」の○○を書く（例: サーバーの引っこし）。だれにでも見えます
  off      元に戻す
  status   いまどちらかを見る`;

const acts: Record<string, (db: Database, reason: string | null, io: Io) => void> = {
	on(db, reason, io) {
		const changed = readOnly.turnOn(db, { by, at: new Date(), reason });
		io.out(changed ? '見るだけにしました。' : 'もう見るだけにしてあります。');
	},
	off(db, _, io) {
		const changed = readOnly.turnOff(db, { by, at: new Date() });
		io.out(changed ? '書き込めるようにしました。' : 'もう書き込めるようになっています。');
	},
	status(db, _, io) {
		const found = readOnly.find(db);
		const reason = found?.reason ? `（${found.reason}のため）` : '';
		io.out(found ? `${instantWords(found.since)}から見るだけです${reason}。` : '書き込めます。');
	}
};

export function run(args: string[], io: Io): number {
	const { values, positionals } = read(args, { reason: { type: 'string' } }, ['on']);
	const name = needed(positionals[0], 'on・off・status のどれか');
	if (!Object.hasOwn(acts, name)) {
		throw new UsageError(`「${name}」はできません。on・off・status のどれかです。`);
	}
	if (values.reason !== undefined && name !== 'on') {
		throw new UsageError('--reason は on のときだけ書きます。');
	}
	const reason = values.reason?.trim() ? readReason(values.reason) : null;
	withDatabase((db) => acts[name]!(db, reason, io));
	return 0;
}
