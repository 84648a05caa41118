export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

type Fields = Record<string, string | number | null | undefined>;

/** One JSON line for each call; `fields` hold no address, name or word that a reader brought. */
export type Log = (level: LogLevel, fields: Fields) => void;

export function createLog(
	least: LogLevel,
	write: (line: string) => void = (line) => void process.stdout.write(line)
): Log {
	return (level, fields) => {
		if (logLevels.indexOf(level) < logLevels.indexOf(least)) return;
		write(`${JSON.stringify({ time: new Date().toISOString(), level, ...fields })}\n`);
	};
}

/**
 * What may be told of an error: its kind and the places in the program, not its message, where
 * drizzle and SQLite repeat the values they were given.
 */
export function describeError(error: unknown): Fields {
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
