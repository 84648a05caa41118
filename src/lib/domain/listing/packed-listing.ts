import type { Choice, Listing } from './listing.ts';
import type { Row } from './row.ts';

const columns = [
	...(['id', 'region', 'number', 'name', 'kana', 'category', 'symbol', 'place'] as const),
	...(['summary', 'when', 'next', 'who', 'fee', 'eases', 'checked', 'notice'] as const)
] satisfies (keyof Row)[];

type PackedChoice = [code: string, name: string, count: number, marks?: number];
type PackedFacet = Omit<Listing['facets'][number], 'choices'> & { choices: PackedChoice[] };
type Packed = Omit<Listing, 'rows' | 'facets'> & { rows: unknown[][]; facets: PackedFacet[] };

/** A list as a text, which a page carries for its scripts: values without their names. */
export function pack({ rows, facets, ...others }: Listing): string {
	const text = JSON.stringify({
		...others,
		rows: rows.map((row) => {
			// No number is 0.
			const values: unknown[] = columns.map((column) => row[column] ?? 0);
			if (row.found) values.push(row.found);
			return values;
		}),
		facets: facets.map(({ choices, ...facet }) => ({ ...facet, choices: choices.map(packChoice) }))
	} satisfies Packed);
	return swapQuotes(text);
}

export function unpack(text: string): Listing {
	const { rows, facets, ...others } = JSON.parse(swapQuotes(text)) as Packed;
	return {
		...others,
		rows: rows.map((values) => {
			const found = values[columns.length];
			const row = Object.fromEntries(columns.map((column, at) => [column, values[at] || null]));
			return (found ? { ...row, found } : row) as Row;
		}),
		facets: facets.map(({ choices, ...facet }) => ({
			...facet,
			choices: choices.map(unpackChoice)
		}))
	};
}

const packChoice = ({ code, name, count, chosen, narrower }: Choice): PackedChoice => {
	const marks = (chosen ? 1 : 0) + (narrower ? 2 : 0);
	return marks ? [code, name, count, marks] : [code, name, count];
};

const unpackChoice = ([code, name, count, marks = 0]: PackedChoice): Choice => ({
	code,
	name,
	count,
	...(marks & 1 ? { chosen: true } : {}),
	...(marks & 2 ? { narrower: true } : {})
});

/** A page writes it as a text within double quotes, where each of its own would be escaped. */
const swapQuotes = (text: string): string =>
	text.replace(/["']/g, (quote) => (quote === '"' ? "'" : '"'));

/** Whether something in the data of a page is a list. */
export const isListing = (value: unknown): value is Listing =>
	typeof value === 'object' && value !== null && 'facets' in value && 'rows' in value;
