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
