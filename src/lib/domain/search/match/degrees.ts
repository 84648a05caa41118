import {
	bitset,
	countBoth,
	forEach,
	has,
	intersect,
	set
} from '#lib/domain/search/index/bitset.ts';
import type { SearchIndex } from '#lib/domain/search/index.ts';
import { addTo } from '#lib/domain/search/index/lists.ts';
import type { Alternative } from '#lib/domain/search/query.ts';
import type { Want } from '#lib/domain/search/sentence/want.ts';
import { holding, setAll } from './holding.ts';
import { workspace, type Workspace } from './workspace.ts';

/** A want, and the documents that meet it; none of a want that leaves nothing out. */
export type Met = { want: Want; bits: Uint32Array | null; count: number };

/** What a said no takes from a place, of what a yes gives. */
const ofNo = 0.3;
const surest = 0.95;
const leastSure = 0.07;

/** What only brings forward leaves nothing out, unless it is a word that was typed. */
const leavesOut = ({ isExtra, facet, term }: Want) =>
	!isExtra || (facet === null && term.text !== '');

/** Adds up how much of each want a document meets, and how surely; the scores hold until the next search. */
export function scorer(
	index: SearchIndex,
	scope: Uint32Array,
	entryOf?: (number: number) => number | null
) {
	const size = countBoth(scope, scope);
	const space = workspace(scope.length * 32);
	const { scores, left, touched } = space;
	scores.fill(0);
	left.fill(1);
	const add = (want: Want): Met => {
		const bits = leavesOut(want) ? bitset(scores.length) : null;
		let count = 0;
		const told = new Set(want.term.alternatives.map(keyOf));
		for (const part of want.parts) {
			const isTold = told.has(keyOf(part));
			if (!isTold && part.factor < leastSure) continue;
			const members = holding(index, part, scope, space);
			// What half of all places have tells them apart little, and takes longest.
			if (members.length === 0 || (!isTold && members.length > size / 2)) continue;
			// A town in an address is as good as its code.
			const isWord = part.text !== null && want.facet !== 'municipality';
			const worth = isWord ? ofWord(members.length, size) : ofCode(want, members.length, size);
			const rest = 1 - Math.min(surest, part.factor * worth);
			count = meet(space, count, members, rest);
			if (isTold && bits) setAll(bits, members);
		}
		const entry = want.facet === 'entry' ? (entryOf?.(Number(want.codes[0])) ?? null) : null;
		if (entry !== null && has(scope, entry)) {
			if (bits) set(bits, entry);
			if (left[entry] === 1) touched[count++] = entry;
			left[entry] = 0;
		}
		give(space, count, want.weight);
		const no = want.no.length > 0 ? saidNo(index, want, scope) : null;
		if (want.isOpen) bits?.set(scope.map((word, at) => word & ~no![at]!));
		else if (no) forEach(no, (document) => (scores[document]! -= ofNo * want.weight));
		return { want, bits, count: bits ? countBoth(bits, bits) : 0 };
	};
	/** The scores; of what is not in `open`, none. */
	const within = (open: Uint32Array): Float32Array => {
		const closed = scope.map((word, at) => word & ~open[at]!);
		forEach(closed, (document) => (scores[document] = 0));
		return scores;
	};
	return { add, within };
}

/** Documents that carry every code of a no. */
export function saidNo({ postings }: SearchIndex, { no }: Want, scope: Uint32Array): Uint32Array {
	const all = no.length > 0 ? scope.slice() : bitset(scope.length * 32);
	for (const code of no) {
		const bits = bitset(scope.length * 32);
		const list = postings.list(code);
		if (list) addTo(bits, list);
		intersect(all, bits);
	}
	return all;
}

/** 0 of a word that stands in every place, 1 of one that stands in one. */
export const ofWord = (count: number, size: number): number =>
	Math.max(0, Math.log(size / Math.max(1, count)) / Math.log(size + 1));

/** 0.5 of a code that every place has, 1.5 of one that a single place has. */
const ofCode = ({ facet }: Want, count: number, size: number) =>
	facet === 'gender' ? 1 : 0.5 + Math.log((size + 1) / (count + 1)) / Math.log(size + 2);

const keyOf = ({ text, codes }: Alternative) => (text === null ? codes[0] : `"${text}`);

/** Notes that some meet a part of a want; the first `count` of those touched have met some before. */
function meet(
	{ left, touched }: Workspace,
	count: number,
	members: Uint32Array,
	rest: number
): number {
	// A part without worth: who meets it would seem untouched.
	if (Math.fround(rest) === 1) return count;
	for (let i = 0; i < members.length; i++) {
		const document = members[i]!;
		const before = left[document]!;
		touched[count] = document;
		if (before === 1) count++;
		left[document] = before * rest;
	}
	return count;
}

/** Adds what has been met of a want, and begins anew. */
function give({ scores, left, touched }: Workspace, count: number, weight: number): void {
	for (let i = 0; i < count; i++) {
		const document = touched[i]!;
		scores[document]! += weight * (1 - left[document]!);
		left[document] = 1;
	}
}
