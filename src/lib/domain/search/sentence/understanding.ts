import type { Lexicon } from '#lib/domain/search/lexicon.ts';
import { termOf } from '#lib/domain/search/query.ts';
import { meant } from './meant.ts';
import { evidence } from './model.ts';
import { named } from './naming.ts';
import { numbersIn } from './numbers.ts';
import { keyOf } from './speech.ts';
import { stemsOf, type Stem } from './stems.ts';
import { carrying, plain, spanOf, want, withNarrower, type Want } from './want.ts';
import { isSearched, kindOf, wordOf } from './word.ts';

export type Asked = {
	wants: Want[];
	/** Something was said in words that stand in no name: more than one of them, a denial, a number. */
	isMeant: boolean;
};

const mostWants = 10;

/** `isPresent`: some document of the scope carries the code. */
export function understand(
	query: string,
	lexicon: Lexicon,
	isPresent: (code: string) => boolean
): Asked {
	const numbers = numbersIn(query);
	const isTown = (word: string) => choicesOf(word, lexicon, isPresent).length > 0;
	const dictionary = /\p{Script=Han}/u.test(query) ? lexicon.dictionary : lexicon.kana;
	const stems = stemsOf(numbers.rest, dictionary, isTown);
	const towns = stems.map((stem) => (stem.isNot ? null : townOf(stem, lexicon, isPresent)));
	const others = stems.filter((_, place) => !towns[place]);
	// Who names a kind of place means it.
	const saying = others.filter((stem) => stem.isNot || !kindOf(stem, lexicon));
	const isNumbered = ({ facet }: Want) =>
		facet !== null && numbers.wants.some((one) => one.facet === facet);
	const said = meant(evidence(saying.map(keyOf), lexicon.model), saying, lexicon.labels).filter(
		(one) => !isNumbered(one)
	);
	// Beside what is understood, other words only bring forward; beside a town they are what is looked for.
	const isAlone = said.length === 0 && numbers.wants.length === 0;
	const words = others
		.filter((stem) => isSearched(stem, lexicon))
		.map((stem) => wordOf(stem, lexicon, isAlone));
	const wants = [...numbers.wants, ...towns.filter((town) => town !== null), ...said, ...words];
	const all = isOfPeople(wants) ? [...wants, company(lexicon)] : wants;
	return {
		wants: all
			.sort((a, b) => b.weight - a.weight)
			.slice(0, mostWants)
			.map((one) => named(one, lexicon.labels)),
		isMeant: numbers.wants.length > 0 || stems.length > 1 || stems.some(({ isNot }) => isNot)
	};
}

const isOfPerson = ({ facet }: Want) => facet === 'age' || facet === 'gender';
const isOfPlace = ({ facet }: Want) => facet === 'municipality' || facet === 'region';

/** Nothing is said but who somebody is, and where. */
const isOfPeople = (wants: readonly Want[]) =>
	wants.some(isOfPerson) && wants.every((one) => isOfPerson(one) || isOfPlace(one) || one.isExtra);

const ofCompany = 0.3;

/** Where one is among others: what is nearest to somebody of whom only the age is known. */
function company({ labels }: Lexicon): Want {
	const codes = ['category=ibasho', 'category=peer', 'need=meet-and-talk', 'need=feel-safe'];
	return {
		...plain,
		facet: null,
		term: { word: '', text: '', alternatives: [] },
		parts: codes.map((code) => carrying(withNarrower(code, labels), ofCompany)),
		weight: 1,
		isExtra: true,
		spans: []
	};
}

function townOf(stem: Stem, lexicon: Lexicon, isPresent: (code: string) => boolean): Want | null {
	const choices = choicesOf(stem.text, lexicon, isPresent);
	const facet = choices[0]?.facet;
	if (!facet) return null;
	const codes = choices.filter((one) => one.facet === facet).map(({ code }) => code);
	const one = want({
		facet,
		codes,
		word: stem.text,
		spans: [spanOf(stem)]
	});
	const tags = termOf(stem.text, lexicon).alternatives.flatMap((way) =>
		way.reason === null && way.text !== null ? [{ ...way, fields: ['t' as const] }] : []
	);
	const alternatives = [...one.term.alternatives, ...tags];
	return { ...one, term: { ...one.term, alternatives }, parts: alternatives };
}

/** Towns and regions of a name that have something. */
const choicesOf = (word: string, { places }: Lexicon, isPresent: (code: string) => boolean) =>
	(places.get(word) ?? []).filter(({ facet, code }) => isPresent(`${facet}=${code}`));
