import type { Lexicon } from '#lib/domain/search/lexicon.ts';
import type { Alternative, Term } from '#lib/domain/search/query.ts';

/** One thing that a query asks for. */
export type Want = {
	/** 「ease」 with its codes, any of which will do; null for a word that is only looked for as it is. */
	facet: string | null;
	codes: readonly string[];
	/** How it is found and told. */
	term: Term;
	/** Said more than once in different words: who meets more of these comes first. */
	parts: readonly Term[];
	/** 「no-ease=quiet-room」: who carries all of these has said no. */
	no: readonly string[];
	/** 「category=housing」 of a group home: what comes closest, where there is little of it. */
	wider: readonly string[];
	/** What nobody has said counts as yes: age, gender. */
	isOpen: boolean;
	weight: number;
	/** Brings forward what has it, and leaves nothing out. */
	isExtra: boolean;
	/** What a reader is told was understood; null of a word that is looked for as it is. */
	name: string | null;
	/** Where it stands in the query, in code units. */
	spans: readonly { start: number; end: number }[];
};

/** How much it weighs that a want is not met; what weighs least is given up first. */
export const weights: Record<string, number> = {
	municipality: 2,
	region: 2,
	language: 1.6,
	gender: 1.5,
	online: 1.3,
	category: 1.2,
	age: 1.2,
	ease: 1,
	need: 1,
	day: 1,
	time: 1,
	accessibility: 1,
	audience: 0.7,
	fee: 0.8
};

/** What a want is unless something else is said of it. */
export const plain = {
	codes: [],
	no: [],
	wider: [],
	isOpen: false,
	isExtra: false,
	name: null
} satisfies Partial<Want>;

/** Documents with one of the codes; `reason` is told to the reader. */
const carrying = (codes: readonly string[], factor = 1, label?: string): Alternative => ({
	text: null,
	fields: [],
	codes,
	factor,
	reason: label === undefined ? null : { by: 'term', word: label }
});

type Said = {
	facet: string;
	codes: readonly string[];
	word: string;
	spans: Want['spans'];
	weight: number;
	labels?: Lexicon['labels'];
};

/** Of those that are open to any gender, half as much as of those that are meant. */
const ofAny = 0.5;

/** By codes of a facet, as a saying means them. */
export function want({ facet, codes: said, word, spans, weight, labels }: Said): Want {
	// What is open to any gender is met anyhow.
	const codes = facet === 'gender' ? said.filter((code) => code !== 'any') : said;
	const alternatives = codes.flatMap((code) => {
		const label = labels?.get(`${facet}=${code}`);
		const all = [`${facet}=${code}`, ...(labels?.narrower(`${facet}=${code}`) ?? [])];
		const meant = carrying(all, 1, label);
		return facet === 'gender' ? [meant, carrying(['gender=any'], ofAny)] : [meant];
	});
	if (facet === 'time' && codes.includes('evening')) {
		alternatives.push(carrying(['ease=evening-weekend'], 0.9));
	}
	const term = { word, text: word, alternatives };
	return {
		...plain,
		facet,
		codes,
		term,
		parts: [term],
		no: facet === 'ease' || facet === 'gender' ? codes.map((code) => `no-${facet}=${code}`) : [],
		wider: codes.flatMap((code) => labels?.wider(`${facet}=${code}`) ?? []),
		isOpen: facet === 'gender',
		weight: (weights[facet] ?? 1) * weight,
		spans
	};
}

/** Open to somebody between two ages, in bands of five years (`catalogue-document.ts`). */
export function ageWant(from: number, to: number, word: string, spans: Want['spans']): Want {
	const bands: number[] = [];
	for (let band = from - (from % 5); band <= to; band += 5) bands.push(band);
	const term = { word, text: word, alternatives: [carrying(bands.map((band) => `age=${band}`))] };
	return {
		...plain,
		facet: 'age',
		codes: [String(from), String(to)],
		term,
		parts: [term],
		no: bands.map((band) => `no-age=${band}`),
		isOpen: true,
		weight: weights.age!,
		spans
	};
}

const ofNumber = 4;

/** What carries one code and no other: a telephone number. */
export function exactly(facet: string, code: string, word: string, spans: Want['spans']): Want {
	const term = { word, text: word, alternatives: [carrying([`${facet}=${code}`])] };
	return { ...plain, facet, codes: [code], term, parts: [term], weight: ofNumber, spans };
}
