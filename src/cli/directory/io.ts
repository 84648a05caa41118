import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { isDate } from '#lib/domain/calendar/calendar.ts';
import { parseReason } from '#lib/domain/input/reason.ts';

/** Where a command writes: lines to `out` and `err`, and a line that is drawn over on a terminal. */
export type Io = {
	out(line: string): void;
	err(line: string): void;
	/** Only on a terminal. */
	redraw?: ((text: string) => void) | undefined;
};

export const processIo: Io = {
	out: (line) => void process.stdout.write(`${line}\n`),
	err: (line) => void process.stderr.write(`${line}\n`),
	redraw: process.stderr.isTTY
		? (text) => void process.stderr.write(`\r\u001b[K${text}`)
		: undefined
};

/** Something that was asked cannot be done; the message is a Japanese sentence. */
export class UsageError extends Error {
	override name = 'UsageError';
}

/** Options and `count` words at most; anything unknown is refused with a sentence. */
export function read<const T extends ParseArgsOptionsConfig>(
	args: string[],
	options: T,
	words: string[] = []
) {
	let parsed;
	try {
		parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
		throw new UsageError(
			code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
				? `「${option}」という指定はありません。`
				: `「${option}」の書き方が合いません。`
		);
	}
	const extra = parsed.positionals[words.length];
	if (extra !== undefined) throw new UsageError(`「${extra}」は余分です。`);
	return parsed;
}

export function needed(value: string | undefined, name: string): string {
	if (value === undefined || value === '') throw new UsageError(`${name} を書いてください。`);
	return value;
}

export function readYear(text: string | undefined): number {
	const year = needed(text, '--year 年度（西暦4桁）');
	if (!/^(19|20|21)\d\d$/.test(year)) {
		throw new UsageError(`年度は西暦4桁で書きます（いまは「${year}」）。`);
	}
	return Number(year);
}

export function readDate(text: string): string {
	if (isDate(text)) return text;
	throw new UsageError(`日付は 2026-04-01 のように書きます（いまは「${text}」）。`);
}

export function readReason(text: string | undefined): string {
	const reason = parseReason(needed(text, '--reason 理由'));
	if ('issue' in reason) throw new UsageError(reason.issue);
	return reason.value;
}

/** The value of an option that takes one of a few words, in small letters or large; undefined where it is not given. */
export function readChoice<Word extends string>(
	option: string,
	words: readonly Word[],
	given: string | undefined
): Word | undefined {
	const found = words.find((word) => word === given?.toLowerCase());
	if (given === undefined || found) return found;
	throw new UsageError(`${option} は ${words.join('・')} のどれかです（いまは「${given}」）。`);
}
