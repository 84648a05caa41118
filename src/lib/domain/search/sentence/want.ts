import type { Lexicon } from '#lib/domain/search/lexicon.ts';
import type { Alternative, Term } from '#lib/domain/search/query.ts';

/** One thing that a query asks for. */
export type Want = {
	/** 「ease」 with its codes, any of which will do; null for a word that is only looked for as it is. */
	facet: string | null;
	codes: readonly string[];
	/** How it is met and told. */
	term: Term;
	/** What may be meant, each as surely as its factor says: who has more of these comes first. */
	parts: readonly Alternative[];
	/** 「no-ease=quiet-room」: who carries all of these has said no. */
	no: readonly string[];
	/** What nobody has said counts as yes: age, gender. */
	isOpen: boolean;
	weight: number;
	/** Brings forward what has it, and leaves nothing out. */
	isExtra: boolean;
	/** What a reader is told was understood; null of a word that is looked for as it is. */
	name: string | null;
	/** Where it stands in the query, in code units. */
	spans: readonly Span[];
};

type Span = { start: number; end: number };

export const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** How much it weighs that a want is not met; what weighs least is given up first. */
const weights: Record<string, number> = {
	municipality: 2,
	region: 2,
	language: 1.6,
	gender: 1.5,
	online: 1.3,
	time: 1.3,
	day: 1.3,
	category: 1.2,
	need: 1.2,
	audience: 1.2,
	age: 1.2,
	fee: 1
};
const other = 1;

export const weightOf = (facet: string): number => weights[facet] ?? other;

/** What a want is unless something else is said of it. */
export const plain = {
	codes: [],
	no: [],
	isOpen: false,
	isExtra: false,
	name: null
} satisfies Partial<Want>;

/** Documents with one of the codes; `label` is told to the reader. */
export const carrying = (codes: readonly string[], factor = 1, label?: string): Alternative => ({
	text: null,
	fields: [],
	codes,
	factor,
	reason: label === undefined ? null : { by: 'term', word: label }
});

/** Documents with a text in a name, a tag or a description. */
export const standing = (text: string, factor: number): Alternative => ({
	text,
	fields: ['n', 't', 'd'],
	codes: [],
	factor,
	reason: null
});

type Said = {
	facet: string;
	codes: readonly string[];
	word: string;
	spans: Want['spans'];
	sureness?: number;
	labels?: Lexicon['labels'];
};

/** Of those that are open to any gender, half as much as of those that are meant. */
const ofAny = 0.5;
const ofWiderWomen = 0.9;

/** What else takes somebody of a gender. */
const openToo = (gender: string): Alternative[] => [
	carrying(['gender=any'], ofAny),
	...(gender === 'women' ? [carrying(['gender=women-and-nonbinary'], ofWiderWomen)] : [])
];

/** By codes of a facet: one of them is enough. */
export function want({ facet, codes, word, spans, sureness = 1, labels }: Said): Want {
	const alternatives = codes.flatMap((code) => {
		const meant = carrying(
			withNarrower(`${facet}=${code}`, labels),
			1,
			labels?.get(`${facet}=${code}`)
		);
		return [meant, ...(facet === 'gender' ? openToo(code) : [])];
	});
	if (facet === 'time' && codes.includes('evening')) {
		alternatives.push(carrying(['ease=evening-weekend'], 0.9));
	}
	return {
		...plain,
		facet,
		codes,
		term: { word, text: word, alternatives },
		parts: alternatives,
		no: facet === 'ease' || facet === 'gender' ? codes.map((code) => `no-${facet}=${code}`) : [],
		isOpen: facet === 'gender',
		weight: weightOf(facet) * sureness,
		spans
	};
}

export const withNarrower = (code: string, labels?: Lexicon['labels']): string[] => [
	code,
	...(labels?.narrower(code) ?? [])
];

/** Who names an age is a little nearer than who takes any. */
const ofAge = 0.3;

/** Open to somebody between two ages, in bands of five years (`catalogue-document.ts`). */
export function ageWant(from: number, to: number, word: string, spans: Want['spans']): Want {
	const bands: number[] = [];
	for (let band = from - (from % 5); band <= to; band += 5) bands.push(band);
	const alternatives = bands.map((band) => carrying([`age=${band}`], ofAge));
	return {
		...plain,
		facet: 'age',
		codes: [String(from), String(to)],
		term: { word, text: word, alternatives },
		parts: alternatives,
		no: bands.map((band) => `no-age=${band}`),
		isOpen: true,
		weight: weightOf('age'),
		spans
	};
}

const ofNumber = 4;

/** What carries one code and no other: a telephone number. */
export function exactly(facet: string, code: string, word: string, spans: Want['spans']): Want {
	const alternatives = [carrying([`${facet}=${code}`])];
	const term = { word, text: word, alternatives };
	return { ...plain, facet, codes: [code], term, parts: alternatives, weight: ofNumber, spans };
}
