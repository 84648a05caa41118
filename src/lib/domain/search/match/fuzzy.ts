import { has } from '#lib/domain/search/index/bitset.ts';
import { closeness, resemblance } from './closeness.ts';
import { keysOfText, type Field } from '#lib/domain/search/index/document.ts';
import type { Names, SearchIndex } from '#lib/domain/search/index.ts';
import { eachOf, holds, type List } from '#lib/domain/search/index/lists.ts';
import type { Postings } from '#lib/domain/search/index/memory.ts';
import type { Term } from '#lib/domain/search/query.ts';
import { isShort } from './standing.ts';
import { listOfText, type Tier } from './strict.ts';
import { workspace } from './workspace.ts';
import { inOrder } from '#lib/domain/search/ranking.ts';
import { bitset, set } from '#lib/domain/search/index/bitset.ts';

/** Postings that are read for one text in one field, rare ones first. */
const budget = 3_000;
const maxCandidates = 48;
const leastClose = 0.5;
const ofPart = 0.97;
const longest = 32;
/** Words of this many letters may have two of them swapped. */
const swappable = { least: 3, most: 12 };
const asSwapped = 0.9;
/** What a term is worth that stands in a name (`strict.ts`). */
const inName = 8;

export type Form = { text: string; field: Field };

/** Says of each of some documents, by their names, how much it is what was typed: 0…1. */
export type Scorer = (names: readonly Names[]) => (forms: readonly Form[]) => number[];

export const byCloseness: Scorer = (names) => (forms) => names.map((one) => closest(forms, one));

/** For words that no name holds. */
export const byResemblance: Scorer = (names) => (forms) =>
	names.map((one) => closest(forms, one, resemblance));

/** Documents whose names resemble the terms, best first, and how much the first does: 0…1. */
export function resembling(
	index: SearchIndex,
	terms: readonly Term[],
	tiers: readonly Tier[][],
	scope: Uint32Array,
	scorer: Scorer = byResemblance
): { documents: number[]; closeness: number } {
	const { ranks } = index;
	const heldBy = (place: number, document: number) => {
		const way = tiers[place]!.find(
			({ list, text }) => (text === null || !isShort(text)) && holds(list, document)
		);
		return way ? Math.min(1, way.weight / inName) : 0;
	};
	const { sums, touched } = sharing(index.postings, terms, scope);
	const place = (document: number) => Math.round(10_000 * (terms.length - sums[document]!));
	const candidates = inOrder(index, touched, place, maxCandidates);
	const score = scorer(index.names(candidates));
	const close = terms.map((term) => score(formsOf(term)));
	const whole = score(joined(terms));
	const similar = candidates
		.map((document, at) => {
			const each = close.map((scores, place) => Math.max(heldBy(place, document), scores[at]!));
			const mean = each.reduce((sum, one) => sum + one, 0) / terms.length;
			// A name has all of its words.
			const closeness = Math.min(mean, Math.min(...each) + 0.15, 1);
			return {
				document,
				mean,
				closeness: Math.max(closeness, whole[at]!),
				score: mean + whole[at]!
			};
		})
		.filter(({ mean }) => mean >= leastClose)
		.sort((a, b) => b.score - a.score || ranks[a.document]! - ranks[b.document]!);
	return {
		documents: similar.map(({ document }) => document),
		closeness: similar[0]?.closeness ?? 0
	};
}

/** How much one of the names is one of the forms. */
export function closest(forms: readonly Form[], names: Names, measure = closeness): number {
	let most = 0;
	for (const { text, field } of forms) {
		const lines = field === 'r' ? names.r : names.n;
		for (const line of lines) {
			// The rest of a name is less of it than all.
			const isPart = lines.some((other) => other.length > line.length && other.endsWith(line));
			most = Math.max(most, measure(text, line) * (isPart ? ofPart : 1));
		}
	}
	return most;
}

/** What was typed, as letters and as sounds; no other words. */
export function formsOf(term: Term): Form[] {
	return term.alternatives
		.filter(({ text, reason }) => text !== null && (reason === null || reason.by === 'reading'))
		.flatMap(({ text, fields }) =>
			fields
				.filter((field) => field === 'n' || field === 'r')
				.map((field) => ({ field, text: text!.slice(0, longest) }))
		);
}

/** All terms as one word, in letters and, where each has one, in sounds. */
export function joined(terms: readonly Term[]): Form[] {
	const forms = terms.map(formsOf);
	return (['n', 'r'] as const).flatMap((field) => {
		const texts = forms.map((some) => some.find((form) => form.field === field)?.text);
		return texts.every((text) => text !== undefined) ? [{ field, text: texts.join('') }] : [];
	});
}

/** How much each document shares with the terms, at most 1 for each; until the next search. */
function sharing(postings: Postings, terms: readonly Term[], scope: Uint32Array) {
	const { scores: sums, slots } = workspace(scope.length * 32);
	sums.fill(0);
	/** Documents in the order in which they come, and by their places in it what they share. */
	const documents: number[] = [];
	const best: number[] = [];
	const shares: number[] = [];
	slots.fill(0);
	const give = (document: number, weight: number) => {
		if (!has(scope, document)) return;
		if (slots[document] === 0) {
			slots[document] = documents.push(document);
			best.push(0);
			shares.push(0);
		}
		shares[slots[document]! - 1]! += weight;
	};
	for (const term of terms) {
		best.fill(0);
		for (const { text, field } of formsOf(term)) {
			shares.fill(0);
			share(postings, field, text, give);
			for (let i = 0; i < shares.length; i++) {
				best[i] = Math.max(best[i]!, Math.min(1, shares[i]!));
			}
		}
		for (const [i, document] of documents.entries()) sums[document]! += best[i]!;
	}
	const touched = bitset(sums.length);
	for (const document of documents) set(touched, document);
	return { sums, touched };
}

/** Gives each key of the text its weight, rare ones more, all of them together 1. */
function share(
	postings: Postings,
	field: Field,
	text: string,
	give: (document: number, weight: number) => void
): void {
	const weigh = (list: List | null, part: number) => ({
		list,
		count: list?.count ?? 0,
		weight: part * Math.log(2 + postings.size / (1 + (list?.count ?? 0)))
	});
	const keys = keysOfText(field, text).map((key) => weigh(postings.list(key), 1));
	if (field === 'n' && text.length <= 4) {
		for (const one of text) keys.push(weigh(postings.list(field + one), 0.4));
	}
	for (const end of [`${field}^${text[0]}`, `${field}${text.at(-1)}$`]) {
		keys.push(weigh(postings.list(end), 0.4));
	}
	const whole = keys.reduce((sum, { weight }) => sum + weight, 0);
	let read = 0;
	for (const { list, count, weight } of keys.sort((a, b) => a.count - b.count)) {
		if (!list) continue;
		if (read > 0 && read + count > budget) break;
		read += count;
		eachOf(list, (document) => give(document, weight / whole));
	}
	for (const swapped of swaps(text)) {
		const list = listOfText(postings, field, swapped);
		if (list && list.count <= budget) eachOf(list, (document) => give(document, asSwapped));
	}
}

function swaps(text: string): string[] {
	if (text.length < swappable.least || text.length > swappable.most) return [];
	return [...text.slice(1)].map(
		(second, at) => text.slice(0, at) + second + text[at]! + text.slice(at + 2)
	);
}
