import { bestOf, openTo } from './match/best.ts';
import { byName, looked } from './match/by-name.ts';
import { bitset, countBoth, forEach, has, intersect, set, unite } from './index/bitset.ts';
import { countWithin } from './index/lists.ts';
import { byCloseness, byResemblance, formsOf, resembling, type Scorer } from './match/fuzzy.ts';
import { stands } from './match/standing.ts';
import { understand } from './sentence/understanding.ts';
import type { Found } from './found.ts';
import type { SearchIndex } from './index.ts';
import type { Lexicon } from './lexicon.ts';
import { cut, termsOf, type Term } from './query.ts';
import { inOrder } from './ranking.ts';
import {
	documentsOf,
	mostRead,
	scoresOf,
	tiersOf,
	withoutDeceptions,
	type Tier
} from './match/strict.ts';

/** Who orders the last few: of what matches, and of what only resembles. */
export type Scorers = { hits: Scorer; slips: Scorer };

const ours: Scorers = { hits: byCloseness, slips: byResemblance };

type Asked = {
	scope: Uint32Array;
	lexicon: Lexicon;
	/** Take no word for anything else. */
	isLiteral?: boolean;
	/** The document of an entry's number, in an edition. */
	entryOf?: ((number: number) => number | null) | undefined;
	/** Smaller of what was checked later, in days. */
	places?: { checked: (document: number) => number } | undefined;
	/** The last word is still being typed. */
	isBeginning?: boolean;
	scorers?: Scorers;
};

/** Null when the query asks for nothing. */
export function find(
	index: SearchIndex,
	query: string,
	{ scope, lexicon, isLiteral = false, isBeginning = false, entryOf, places, scorers = ours }: Asked
): Found | null {
	if (query.trim() === '') return null;
	const terms = termsOf(query, lexicon);
	if (terms.length === 0) return listed(terms, [], scope);
	const tiers = terms.map((term) => tiersOf(index.postings, term));
	const isPresent = (code: string) => {
		const list = index.postings.list(code);
		return list !== null && countWithin(list, scope) > 0;
	};
	const asked = isLiteral || isBeginning ? null : understand(query, lexicon, isPresent);
	const open = asked ? openTo(index, asked.wants, scope) : scope;
	const whole = matching(index, terms, tiers, open, scorers.hits, isBeginning);
	if (isBeginning) return whole;
	const best = () =>
		asked && bestOf(index, asked.wants, { open, scope, entryOf, checked: places?.checked });
	if (whole) {
		const isFew =
			countBoth(whole.bits, whole.bits) < few && asked?.wants.some(({ facet }) => facet);
		if (isName(index, terms, whole)) {
			// すみれ町 相談 is a wish, although a name has both words.
			const isWish =
				isFew && terms.length > 1 && asked?.wants.some(({ facet }) => facet === 'municipality');
			return (isWish ? followed(whole, best()) : null) ?? whole;
		}
		const isCurated = terms.length === 1 && lexicon.words.has(terms[0]!.text);
		if (isCurated || !asked?.isMeant) return (isFew ? followed(whole, best()) : null) ?? whole;
		return best() ?? whole;
	}
	const similar = resembling(index, terms, tiers, scope, scorers.slips);
	if (asked && similar.closeness < (asked.isMeant ? surelyAName : perhapsAName)) {
		const found = best();
		if (found) return found;
	}
	const pieces = terms.flatMap((term) => cut(term, lexicon) ?? [term]).slice(0, maxPieces);
	if (pieces.length > terms.length || pieces.some((piece) => !terms.includes(piece))) {
		const piecewise = matching(
			index,
			pieces,
			pieces.map((piece) => tiersOf(index.postings, piece)),
			scope,
			scorers.hits
		);
		if (piecewise) return piecewise;
	}
	return (
		(similar.documents.length === 0 ? best() : null) ?? listed(terms, similar.documents, scope)
	);
}

/** One after the other. */
function followed(first: Found, then: Found | null): Found | null {
	if (!then) return null;
	const bits = first.bits.slice();
	unite(bits, then.bits);
	return {
		...then,
		termsOf: (document) => (has(first.bits, document) ? first : then).terms,
		bits,
		full: first.bits,
		ranked(within, count) {
			const here = within.slice();
			intersect(here, first.bits);
			const begun = first.ranked(here, count);
			const rest = within.map((word, at) => word & ~first.bits[at]!);
			return [...begun, ...then.ranked(rest, count - begun.length)];
		}
	};
}

/** So few places with a word in their texts are not all that was meant. */
const few = 10;

/** What resembles a name so much was meant as one. */
const surelyAName = 0.7;
const perhapsAName = 0.58;

/** Whether all that was typed stands in the name of what comes first. */
function isName({ names }: SearchIndex, terms: readonly Term[], found: Found): boolean {
	const [name] = names(found.ranked(found.bits, 1));
	return (
		name !== undefined &&
		terms.every((term) =>
			formsOf(term).some(({ text, field }) =>
				(field === 'r' ? name.r : name.n).some((line) => stands(text, line))
			)
		)
	);
}

const maxPieces = 8;

function matching(
	index: SearchIndex,
	terms: Term[],
	tiers: Tier[][],
	scope: Uint32Array,
	scorer: Scorer,
	isBeginning = false
): Found | null {
	let bits = documentsOf(tiers, scope);
	if (countBoth(bits, bits) <= mostRead(tiers)) {
		const few: number[] = [];
		forEach(bits, (document) => few.push(document));
		bits = bitset(scope.length * 32);
		for (const document of withoutDeceptions(index, tiers, few, isBeginning)) set(bits, document);
	}
	if (!bits.some((word) => word !== 0)) return null;
	return {
		terms,
		termsOf: () => terms,
		bits,
		fuzzy: false,
		wants: null,
		full: bits,
		ranked(within, count) {
			const scores = scoresOf(tiers, within);
			const place = (document: number) => 0xffff - scores[document]!;
			const first = inOrder(index, within, place, Math.max(count, looked));
			return byName(index, terms, scores, first, scorer).slice(0, count);
		}
	};
}

function listed(terms: Term[], documents: number[], scope: Uint32Array): Found {
	const bits = bitset(scope.length * 32);
	for (const document of documents) set(bits, document);
	return {
		terms,
		termsOf: () => terms,
		bits,
		fuzzy: true,
		wants: null,
		full: bits,
		ranked: (within, count) => documents.filter((document) => has(within, document)).slice(0, count)
	};
}

/** The best ten or so with the total: what the bench and the tests ask for. */
export function search(
	index: SearchIndex,
	query: string,
	asked: Asked & { limit?: number }
): { total: number; documents: number[]; fuzzy: boolean } {
	const found = find(index, query, asked);
	if (!found) return { total: 0, documents: [], fuzzy: false };
	return {
		total: countBoth(found.bits, found.bits),
		documents: found.ranked(found.bits, asked.limit ?? 10),
		fuzzy: found.fuzzy
	};
}
