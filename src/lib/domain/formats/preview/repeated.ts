import type { Finding } from '#lib/domain/formats/format.ts';

/** What is said of many rows in the same words. */
export type Repeated = {
	/** null: of several, or of none. */
	column: string | null;
	message: string;
	/** How many rows. */
	rows: number;
};

/** From so many rows on it is said once, with their number. */
const many = 5;
const mostKinds = 20;

/** Of the findings of a file: those of many rows, the most first; and how many rows have any. */
export function repeatedIn(findings: readonly Finding[]): { repeated: Repeated[]; noted: number } {
	const ofRows = findings.filter(({ line }) => line !== null);
	const countOf = <T>(values: T[]) => new Set(values).size;
	const repeated = [...Map.groupBy(ofRows, ({ message }) => message)]
		.map(([message, same]) => ({
			column: countOf(same.map(({ column }) => column)) === 1 ? same[0]!.column : null,
			message,
			rows: countOf(same.map(({ line }) => line))
		}))
		.filter(({ rows }) => rows >= many)
		.sort((a, b) => b.rows - a.rows)
		.slice(0, mostKinds);
	return { repeated, noted: countOf(ofRows.map(({ line }) => line)) };
}

/** The findings of a row apart: its own, and those that are said for many at once. */
export function apart(
	findings: readonly Finding[],
	repeated: readonly Repeated[]
): { own: Finding[]; shared: Finding[] } {
	const messages = new Set(repeated.map(({ message }) => message));
	const { own = [], shared = [] } = Object.groupBy(findings, (finding) =>
		messages.has(finding.message) ? 'shared' : 'own'
	);
	return { own, shared };
}
