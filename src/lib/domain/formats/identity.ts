import { withoutLongMarks } from '#lib/domain/text/normalise.ts';

/** How a place is recognised when its number is not enough. */
export type Likeness = { name: string; municipality: string | null; street: string | null };

/**
 * Which of the rows are which of the known resources, all under one number: by name and address
 * (written the same before written otherwise), by name, by address, and when one of each is left, those two. `[row, known]` by place.
 */
export function pair(rows: readonly Likeness[], known: readonly Likeness[]): [number, number][] {
	const pairs: [number, number][] = [];
	const left = { rows: [...rows.keys()], known: [...known.keys()] };
	const take = (row: number, match: number) => {
		pairs.push([row, match]);
		left.rows = left.rows.filter((other) => other !== row);
		left.known = left.known.filter((other) => other !== match);
	};
	for (const same of [toTheLetter, sameBoth, sameName, sameAddress]) {
		for (const row of left.rows) {
			const match = left.known.find((place) => same(rows[row]!, known[place]!));
			if (match !== undefined) take(row, match);
		}
	}
	if (left.rows.length === 1 && left.known.length === 1) take(left.rows[0]!, left.known[0]!);
	return pairs;
}

const sameName = (a: Likeness, b: Likeness) =>
	withoutLongMarks(a.name) === withoutLongMarks(b.name);

const sameAddress = (a: Likeness, b: Likeness) =>
	a.municipality !== null &&
	a.municipality === b.municipality &&
	a.street !== null &&
	withoutLongMarks(a.street) === withoutLongMarks(b.street ?? '');

const sameBoth = (a: Likeness, b: Likeness) => sameName(a, b) && sameAddress(a, b);

const toTheLetter = (a: Likeness, b: Likeness) => a.name === b.name && sameAddress(a, b);
