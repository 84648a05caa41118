import { readFileSync } from 'node:fs';
import { readSessions, type Sessions } from '#lib/domain/schedule/words/sessions.ts';
import { fromHere } from './database.ts';
import { needed, read, readDate, UsageError, type Io } from './io.ts';

export const help = `使いかた: npm run directory -- schedule --file ファイル --from 日付 --days 日数 [--json]

日時のことばを1行ずつ読み取り、その期間の日付を答えます。データベースは使いません。
読み取れないことばが1つでもある行は、日付を出さず、そのことばを答えます。

  --file words.txt   1行に1つずつ、日時のことば。「-」で標準入力から読みます
  --from 2026-04-01  いつから
  --days 90          何日ぶん（1から1100まで）
  --json             1行に1つのJSON：
                     { "words", "understood", "unread", "dates": [{ "date", "opens", "closes" }] }`;

const options = {
	file: { type: 'string' },
	from: { type: 'string' },
	days: { type: 'string' },
	json: { type: 'boolean' }
} as const;

const mostDays = 1100;

export function run(args: string[], io: Io): number {
	const { values } = read(args, options);
	const file = needed(values.file, '--file ファイル（標準入力なら「-」）');
	const from = readDate(needed(values.from, '--from 日付'));
	const days = readDays(needed(values.days, '--days 日数'));
	for (const words of linesOf(file)) {
		const sessions = readSessions(words, from, days);
		io.out(values.json ? JSON.stringify(sessions) : spoken(sessions));
	}
	return 0;
}

function readDays(text: string): number {
	const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	if (days >= 1 && days <= mostDays) return days;
	throw new UsageError(`--days は1から${mostDays}までの整数で書きます（いまは「${text}」）。`);
}

/** One line of words each; an empty line at the end is none. */
function linesOf(file: string): string[] {
	let text;
	try {
		text = readFileSync(file === '-' ? 0 : fromHere(file), 'utf8');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		// Nothing is at the other end.
		if (file === '-' && (code === 'EOF' || code === 'EAGAIN')) return [];
		throw new UsageError(`${file} を読めません（${code}）。`);
	}
	const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
	if (lines.at(-1) === '') lines.pop();
	return lines;
}

function spoken({ words, understood, unread, dates }: Sessions): string {
	if (!understood) return `${words}\n  読み取れません：「${unread.join('」「')}」`;
	const lines = dates.map(({ date, opens, closes }) =>
		opens || closes ? `  ${date} ${opens ?? ''}〜${closes ?? ''}` : `  ${date}`
	);
	return [words, ...lines].join('\n');
}
