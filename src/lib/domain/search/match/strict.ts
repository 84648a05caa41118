import { bitset, forEach, intersect } from '#lib/domain/search/index/bitset.ts';
import { keysOfText, type Field } from '#lib/domain/search/index/document.ts';
import type { SearchIndex } from '#lib/domain/search/index.ts';
import { addTo, both, common, holds, type List } from '#lib/domain/search/index/lists.ts';
import type { Postings } from '#lib/domain/search/index/memory.ts';
import type { Alternative, Term } from '#lib/domain/search/query.ts';
import { isShort, stands } from './standing.ts';

/** Documents that hold a term in one way, and what that is worth. */
export type Tier = {
	weight: number;
	list: List;
	/** What must stand where; null for a code. */
	text: string | null;
	field: Field | null;
};

const weights: Record<Field, number> = { n: 8, r: 7, t: 4, d: 2.5 };
const ofCode = 4;
const ofWhole = 4;
const ofBeginning = 1;

/** The ways in which a term is found, the worthiest first. */
export function tiersOf(postings: Postings, term: Term): Tier[] {
	return term.alternatives
		.flatMap((alternative) => tiersOfAlternative(postings, alternative))
		.sort((a, b) => b.weight - a.weight);
}

function tiersOfAlternative(postings: Postings, alternative: Alternative): Tier[] {
	const { text, fields, codes, factor } = alternative;
	const tiers: Tier[] = [];
	for (const code of codes) {
		const list = postings.list(code);
		if (list) tiers.push({ weight: ofCode * factor, list, text: null, field: null });
	}
	if (text === null) return tiers;
	for (const field of fields) {
		const list = listOfText(postings, field, text);
		if (!list) continue;
		const weight = weights[field];
		tiers.push({ weight: weight * factor, list, text, field });
		if (field !== 'n' && field !== 'r') continue;
		const beginning = postings.list(`${field}^${text[0]}`);
		const begun = beginning && both(list, beginning, postings.size);
		if (!begun || begun.count === 0) continue;
		tiers.push({ weight: (weight + ofBeginning) * factor, list: begun, text, field });
		const end = postings.list(`${field}${text.at(-1)}$`);
		if (end) {
			tiers.push({
				weight: (weight + ofWhole) * factor,
				list: both(begun, end, postings.size),
				text,
				field
			});
		}
	}
	return tiers;
}

/** Documents with all the text's letters in a row, as far as pairs of letters can tell. */
export function listOfText(postings: Postings, field: Field, text: string): List | null {
	const lists: List[] = [];
	for (const key of keysOfText(field, text)) {
		const list = postings.list(key);
		if (!list) return null;
		lists.push(list);
	}
	const list = common(lists, postings.size);
	return list.count > 0 ? list : null;
}

/** Documents that hold every term in one of its ways. */
export function documentsOf(tiers: readonly Tier[][], scope: Uint32Array): Uint32Array {
	const found = scope.slice();
	for (const ways of tiers) {
		const bits = bitset(scope.length * 32);
		for (const { list } of ways) addTo(bits, list);
		intersect(found, bits);
	}
	return found;
}

/** The sum over the terms of the best way in which a document holds each, by document, in sixteenths. */
export function scoresOf(tiers: readonly Tier[][], found: Uint32Array): Uint16Array {
	const scores = new Uint16Array(found.length * 32);
	for (const ways of tiers) {
		const left = found.slice();
		for (const { weight, list } of ways) {
			const bits = bitset(scores.length);
			addTo(bits, list);
			for (let i = 0; i < bits.length; i++) {
				bits[i]! &= left[i]!;
				left[i]! &= ~bits[i]!;
			}
			const worth = Math.round(weight * 16);
			forEach(bits, (document) => (scores[document]! += worth));
		}
	}
	return scores;
}

const mostTexts = 64;

/** So many documents are read to see whether their letters stand in a row. */
export const mostRead = (tiers: readonly Tier[][]): number =>
	tiers.some((ways) => ways.some(({ text }) => text !== null && isShort(text))) ? 512 : 48;

/** Which of the documents hold every term with its letters in a row; pairs of letters alone may deceive. */
export function withoutDeceptions(
	index: SearchIndex,
	tiers: readonly Tier[][],
	documents: readonly number[],
	isBeginning = false
): number[] {
	const names = index.names(documents);
	const inName = (tier: Tier, at: number) =>
		tier.text === null ||
		tier.field === 't' ||
		((tier.field === 'n' || tier.field === 'r') &&
			names[at]![tier.field].some(
				(name) => stands(tier.text!, name) || (isBeginning && name.startsWith(tier.text!))
			));
	const holding = documents.map((document) =>
		tiers.map((ways) => ways.filter(({ list }) => holds(list, document)))
	);
	const doubtful = documents.filter((_, at) =>
		holding[at]!.some((ways) => !ways.some((tier) => inName(tier, at)))
	);
	// Of so many, all are believed: reading their texts would take longer than the search.
	const isRead = doubtful.length <= mostTexts;
	const texts = new Map(
		(isRead ? index.texts(doubtful) : []).map((lines, at) => [doubtful[at]!, lines])
	);
	return documents.filter((document, at) =>
		holding[at]!.every((ways) =>
			ways.some(
				(tier) =>
					inName(tier, at) ||
					(tier.field === 'd' &&
						(!isRead || texts.get(document)?.some((line) => stands(tier.text!, line))))
			)
		)
	);
}
