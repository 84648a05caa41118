/** What the machine refuses: a disk that is full, a file that is damaged, a right that is missing. */
export type Fault = {
	code: RegExp;
	kind: 'full' | 'damaged' | 'denied' | 'missing' | 'crowded' | 'busy' | 'unreadable';
	/** Said of a file, which is the subject: 「…は壊れています」. */
	state: string;
	/** What an operator can do, as a whole sentence. */
	advice: string;
};

const faults: Fault[] = [
	{
		code: /^(ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_SHMSIZE)$/,
		kind: 'full',
		state: '置く場所の空きが足りません',
		advice: 'ディスクを空けてから、もう一度行ってください。'
	},
	{
		code: /^SQLITE_(NOTADB|CORRUPT.*|IOERR_SHORT_READ|IOERR_CORRUPTFS|IOERR_DATA|FORMAT|ERROR_MISSING.*)$/,
		kind: 'damaged',
		state: '壊れています',
		advice: 'バックアップから戻してください（npm run directory -- restore）。'
	},
	{
		code: /^(EACCES|EPERM|EROFS|SQLITE_READONLY.*|SQLITE_PERM|SQLITE_AUTH|SQLITE_IOERR_ACCESS)$/,
		kind: 'denied',
		state: '読み書きする権限がありません',
		advice: 'ファイルとフォルダーの持ち主と権限を確かめてください。'
	},
	{
		code: /^ENOENT$/,
		kind: 'missing',
		state: '見つかりません',
		advice: 'フォルダーとファイルの名前を確かめてください。'
	},
	{
		code: /^ENOTDIR$/,
		kind: 'missing',
		state: '途中がフォルダーではありません',
		advice: 'フォルダーとファイルの名前を確かめてください。'
	},
	{
		code: /^EISDIR$/,
		kind: 'missing',
		state: 'フォルダーです',
		advice: 'ファイルの名前まで書いてください。'
	},
	{
		code: /^(EMFILE|ENFILE)$/,
		kind: 'crowded',
		state: '開けませんでした。このコンピューターで開けるファイルの数を使いきっています',
		advice: '開けるファイルの数（ulimit -n）を増やすか、ほかのプログラムを止めてください。'
	},
	{
		code: /^(ENOMEM|SQLITE_NOMEM|SQLITE_IOERR_NOMEM)$/,
		kind: 'crowded',
		state: '開けませんでした。メモリーが足りません',
		advice: 'ほかのプログラムを止めてから、もう一度行ってください。'
	},
	{
		code: /^SQLITE_(BUSY|LOCKED|PROTOCOL).*$/,
		kind: 'busy',
		state: 'ほかの作業が使っています',
		advice: '少し待ってからもう一度行ってください。'
	},
	{
		code: /^(SQLITE_(CANTOPEN|IOERR).*|EIO|ESTALE|EBUSY|ENXIO|ENODEV|ELOOP|ENAMETOOLONG|E[A-Z]+)$/,
		kind: 'unreadable',
		state: '開けないか、読み書きできません',
		advice: 'ディスクの空きと、フォルダーの権限と、ディスクが壊れていないかを確かめてください。'
	}
];

/** Codes of Node that tell of a mistake of ours, not of the machine. */
const isOurs = /^ERR_|^EPIPE$/;

/** The system's or SQLite's code, also of an error that another one wraps. */
export function codeOf(error: unknown): string | null {
	for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
		const { code } = one as { code?: unknown };
		if (typeof code === 'string' && !isOurs.test(code)) return code;
	}
	return null;
}

/** null: not of that kind. */
export function faultOf(error: unknown): Omit<Fault, 'code'> | null {
	const code = codeOf(error);
	return (code !== null && faults.find((fault) => fault.code.test(code))) || null;
}

/** What is wrong with the file, with the code for whoever looks it up; null for another kind of error. */
export function stateOf(error: unknown): string | null {
	const fault = faultOf(error);
	return fault && `${fault.state}（${codeOf(error)}）`;
}

/** One sentence or two about a file or folder; null for another kind of error. */
export function sentenceOf(what: string, error: unknown): string | null {
	const fault = faultOf(error);
	return fault && `${what} は${stateOf(error)}。${fault.advice}`;
}

/** Node names the file in what it throws, SQLite does not; of a copy it is the new one that a disk has no place for. */
function fileOf(error: unknown): string | undefined {
	const { path, dest } = (error ?? {}) as NodeJS.ErrnoException & { dest?: string };
	return faultOf(error)?.kind === 'full' ? (dest ?? path) : path;
}

/** A sentence for whatever was thrown: what to do, or where the program did not know what to do. */
export function unexpected(what: string, error: unknown): string {
	const sentence = sentenceOf(fileOf(error) ?? what, error);
	if (sentence !== null) return sentence;
	if (error instanceof Error && (error as { code?: string }).code === 'ERR_MODULE_NOT_FOUND') {
		return '部品が見つかりません。npm install をもう一度行ってから始めてください。';
	}
	const { error: kind, code, stack = '' } = describeError(error);
	const [place = ''] = String(stack).split(' | ');
	const where = place
		.replace(/^at /, '')
		.replaceAll(/\(?(file:\/\/)?\/\S*\/(?=[^/]+$)/g, '')
		.replace(')', '');
	const told = [kind, code, where].filter(Boolean).join('、');
	return `思いがけない失敗で、続けられませんでした（${told}）。データベースが壊れていないか、npm run directory -- check で確かめてください。`;
}

/**
 * What may be told of an error: its kind and the places in the program, not its message, where
 * drizzle and SQLite repeat the values they were given.
 */
export function describeError(error: unknown): Record<string, string | undefined> {
	if (!(error instanceof Error)) return { error: typeof error };
	const { name, message, stack = '' } = error;
	const start = message ? stack.indexOf(message) + message.length : 0;
	const places = stack
		.slice(start)
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.map((line) => line.trim().replace(/[?#][^:)]*/g, ''));
	const cause = error.cause instanceof Error ? error.cause : error;
	const { code } = cause as { code?: unknown };
	return {
		error: name,
		cause: cause === error ? undefined : cause.name,
		code: typeof code === 'string' ? code : undefined,
		stack: places.join(' | ')
	};
}
