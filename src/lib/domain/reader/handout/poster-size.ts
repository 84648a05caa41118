import { widthOf } from '#lib/domain/text/width.ts';
import type { Poster, PosterStyle } from './poster.ts';

/** In points. A name is read from across a street: below 60 only where it would leave no room at all. */
export const nameSizes = [104, 88, 76, 68, 60, 52, 44, 36, 30, 24] as const;
export const textSizes = [22, 20, 18, 16, 14] as const;

/** What has room beside a name that is as large as it can be. */
export type PosterSize = {
	name: (typeof nameSizes)[number];
	/** Broken between words; else it would have no room. */
	isPhrased: boolean;
	text: (typeof textSizes)[number];
	lines: string[];
	facts: Poster['facts'];
};

const millimetresPerPoint = 0.3528;
const width = 186;
/** In millimetres: what is between the ribbon and the code, and how much of that a name may take. */
const rooms: Record<PosterStyle, { all: number; calm: number; most: number }> = {
	large: { all: 160, calm: 86, most: 150 },
	strips: { all: 112, calm: 60, most: 86 }
};
/** Lines of a name and of a text, in heights of their letters. */
const leading = { name: 1.25, text: 1.5 };
/** Of a line of text that is broken by phrase, so much is filled. */
const filled = 0.92;
/** The same of a name of more than one line, and where it may be broken between any two letters. */
const byPhrase = 0.72;
const anywhere = 0.95;
const smallestOfStreet = 60;
/** In letters: beside the words of a fact. */
const title = 6.7;

export function posterSizeOf(
	{ title, lines, facts }: Pick<Poster, 'title' | 'lines' | 'facts'>,
	style: PosterStyle
): PosterSize {
	const { all, calm, most } = rooms[style];
	const heightOf = (size: number, fill: number) =>
		linesOf(title, size, fill) * size * millimetresPerPoint * leading.name;
	const large = nameSizes.filter((size) => size >= smallestOfStreet);
	const phrased =
		large.find((size) => linesOf(title, size, byPhrase) === 1) ??
		large.find((size) => heightOf(size, byPhrase) <= calm) ??
		(heightOf(smallestOfStreet, byPhrase) <= most ? smallestOfStreet : undefined);
	const name =
		phrased ??
		nameSizes.find((size) => size <= smallestOfStreet && heightOf(size, anywhere) <= most) ??
		nameSizes.at(-1)!;
	const room = all - heightOf(name, phrased ? byPhrase : anywhere);
	const made = { name, isPhrased: phrased !== undefined };
	for (const words of fewerAndFewer({ lines, facts })) {
		const text = textSizes.find((size) => heightOfTexts(words, size) <= room);
		if (text) return { ...made, text, ...words };
	}
	return { ...made, text: 14, lines: [], facts: [] };
}

function linesOf(name: string, size: number, fill: number): number {
	const perLine = Math.floor(width / (size * millimetresPerPoint));
	const letters = widthOf(name);
	return letters <= perLine ? 1 : Math.ceil(letters / (perLine * fill));
}

type Words = Pick<PosterSize, 'lines' | 'facts'>;

/** What it is goes before how one gets there; the rest is behind the code. */
function* fewerAndFewer({ lines, facts }: Words): Generator<Words> {
	yield { lines, facts };
	for (let left = lines.length - 1; left > 0; left--) yield { lines: lines.slice(0, left), facts };
	for (let left = facts.length; left > 0; left--) yield { lines: [], facts: facts.slice(0, left) };
}

function heightOfTexts({ lines, facts }: Words, size: number): number {
	const letter = size * millimetresPerPoint;
	const linesIn = (text: string, letters: number) =>
		Math.ceil(widthOf(text) / Math.floor(letters * filled));
	const across = width / letter;
	const sum =
		lines.reduce((all, line) => all + linesIn(line, across) + 0.3, 0) +
		facts.reduce((all, { words }) => all + linesIn(words, across - title) + 0.15, 0);
	return sum * letter * leading.text;
}
