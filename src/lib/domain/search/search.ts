import { bitset, countBoth, forEach, has, set } from './index/bitset.ts';
import { byCloseness, formsOf, joined, resembling, type Scorer } from './match/fuzzy.ts';
import type { SearchIndex } from './index.ts';
import type { Lexicon } from './lexicon.ts';
import { cut, termsOf, type Term } from './query.ts';
import { inOrder } from './ranking.ts';
import { documentsOf, scoresOf, tiersOf, withoutDeceptions, type Tier } from './match/strict.ts';

export type Found = {
	terms: Term[];
	/** What matches: every term, in some field, by itself or by an alternative; or else what resembles. */
	bits: Uint32Array;
	/** Nothing matched; what was found resembles the words. */
	fuzzy: boolean;
	/** The first `count` of the found documents that are in `within`, best first. */
	ranked(within: Uint32Array, count: number): number[];
};

/** So many of the best are looked at by name. */
const looked = 48;
const ofName = 16;

/** Who orders the last few: of what matches, and of what only resembles. */
export type Scorers = { hits: Scorer; slips: Scorer };

const ours: Scorers = { hits: byCloseness, slips: byCloseness };

type Asked = { scope: Uint32Array; lexicon: Lexicon; scorers?: Scorers };

/** Null when the query asks for nothing. */
export function find(
	index: SearchIndex,
	query: string,
	{ scope, lexicon, scorers = ours }: Asked
): Found | null {
	if (query.trim() === '') return null;
	const terms = termsOf(query, lexicon);
	if (terms.length === 0) return listed(terms, [], scope);
	const tiers = terms.map((term) => tiersOf(index.postings, term));
	const whole = matching(index, terms, tiers, scope, scorers.hits);
	if (whole) return whole;
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
	return listed(terms, resembling(index, terms, tiers, scope, scorers.slips), scope);
}

const maxPieces = 8;

function matching(
	index: SearchIndex,
	terms: Term[],
	tiers: Tier[][],
	scope: Uint32Array,
	scorer: Scorer
): Found | null {
	let bits = documentsOf(tiers, scope);
	if (countBoth(bits, bits) <= looked) {
		const few: number[] = [];
		forEach(bits, (document) => few.push(document));
		bits = bitset(scope.length * 32);
		for (const document of withoutDeceptions(index, tiers, few)) set(bits, document);
	}
	if (!bits.some((word) => word !== 0)) return null;
	return {
		terms,
		bits,
		fuzzy: false,
		ranked(within, count) {
			const scores = scoresOf(tiers, within);
			const place = (document: number) => 0xffff - scores[document]!;
			const first = inOrder(index, within, place, Math.max(count, looked));
			return byName(index, terms, scores, first, scorer).slice(0, count);
		}
	};
}

/** The first few again by how much their names are what was typed. */
function byName(
	{ names, ranks }: SearchIndex,
	terms: Term[],
	scores: Uint16Array,
	documents: number[],
	scorer: Scorer
): number[] {
	const first = documents.slice(0, looked);
	const score = scorer(names(first));
	const forms = [...terms.map(formsOf), ...(terms.length > 1 ? [joined(terms)] : [])];
	const each = forms.map(score);
	const worth = new Map(
		first.map((document, at) => {
			const close = each.reduce((sum, scores) => sum + scores[at]!, 0);
			return [document, scores[document]! + ofName * close];
		})
	);
	first.sort((a, b) => worth.get(b)! - worth.get(a)! || ranks[a]! - ranks[b]!);
	return [...first, ...documents.slice(looked)];
}

function listed(terms: Term[], documents: number[], scope: Uint32Array): Found {
	const bits = bitset(scope.length * 32);
	for (const document of documents) set(bits, document);
	return {
		terms,
		bits,
		fuzzy: true,
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
