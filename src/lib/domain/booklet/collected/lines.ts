/** Line breaks that somebody typed, where all has to stand in one line. */
export const inLine = (text: string): string => text.trim().replace(/[ \u3000]*\n\s*/g, '\u3000');

/**
 * Without what no paper can show: control letters, halves of letters, gaiji, and what turns the direction of all
 * that comes after it. `input/letters.ts` keeps most of them out of what is typed; older rows may have them.
 */
export const printable = (text: string): string =>
	text.replace(/[\t\r\u2028\u2029]+/g, ' ').replace(/[^\P{C}\n\u200d]/gu, '');

/** The same of every text of a value, however deep. */
export function printableIn<T>(value: T): T {
	if (typeof value === 'string') return printable(value) as T;
	if (value === null || typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map(printableIn) as T;
	return Object.fromEntries(
		Object.entries(value).map(([key, part]) => [key, printableIn(part as unknown)])
	) as T;
}
