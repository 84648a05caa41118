import {
	bitset,
	countBoth,
	forEach,
	intersect,
	set,
	unite
} from '#lib/domain/search/index/bitset.ts';
import type { SearchIndex } from '#lib/domain/search/index.ts';
import { addTo } from '#lib/domain/search/index/lists.ts';
import type { Alternative } from '#lib/domain/search/query.ts';
import type { Want } from '#lib/domain/search/sentence/want.ts';
import { listOfText, mostRead, withoutDeceptions, type Tier } from './strict.ts';

/** A want, and the documents that meet it. */
export type Met = { want: Want; bits: Uint32Array; count: number };

/** What a said no takes from a place, of what a yes gives. */
const ofNo = 0.3;
const surest = 0.95;
const leastSure = 0.07;

/** Adds up how much of each want a document meets, and how surely. */
export function scorer(
	index: SearchIndex,
	scope: Uint32Array,
	entryOf?: (number: number) => number | null
) {
	const size = countBoth(scope, scope);
	const scores = new Float32Array(scope.length * 32);
	/** What of a want a document has not met; 1 between two wants. */
	const left = new Float32Array(scores.length).fill(1);
	const touched = bitset(scores.length);
	const holding = bitset(scores.length);
	const add = (want: Want): Met => {
		const bits = bitset(scores.length);
		touched.fill(0);
		const told = new Set(want.term.alternatives.map(keyOf));
		for (const part of want.parts) {
			const isTold = told.has(keyOf(part));
			if (!isTold && part.factor < leastSure) continue;
			hold(holding, index, part, scope);
			const count = countBoth(holding, holding);
			// What half of all places have tells them apart little, and takes longest.
			if (count === 0 || (!isTold && count > size / 2)) continue;
			// A town in an address is as good as its code.
			const isWord = part.text !== null && want.facet !== 'municipality';
			const worth = isWord ? ofWord(count, size) : ofCode(want, count, size);
			const rest = 1 - Math.min(surest, part.factor * worth);
			multiply(left, holding, rest);
			unite(touched, holding);
			if (isTold) unite(bits, holding);
		}
		const entry = want.facet === 'entry' ? (entryOf?.(Number(want.codes[0])) ?? null) : null;
		if (entry !== null) {
			for (const some of [bits, touched]) set(some, entry);
			left[entry] = 0;
		}
		give(scores, left, touched, want.weight);
		const no = want.no.length > 0 ? saidNo(index, want, scope) : null;
		if (want.isOpen) {
			bits.set(scope);
			for (let i = 0; i < bits.length; i++) bits[i]! &= ~no![i]!;
		} else if (no) forEach(no, (document) => (scores[document]! -= ofNo * want.weight));
		return { want, bits, count: countBoth(bits, bits) };
	};
	/** The scores; of what is not in `open`, none. */
	const within = (open: Uint32Array): Float32Array => {
		for (let i = 0; i < open.length; i++) {
			if (open[i] === 0xffffffff) continue;
			for (let bit = 0; bit < 32; bit++) if (!(open[i]! & (1 << bit))) scores[i * 32 + bit] = 0;
		}
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

/** Makes `bits` those of the scope that hold a thing in this way, read where letters may deceive. */
function hold(bits: Uint32Array, index: SearchIndex, part: Alternative, scope: Uint32Array): void {
	bits.fill(0);
	if (part.text === null) {
		for (const code of part.codes) {
			const list = index.postings.list(code);
			if (list) addTo(bits, list);
		}
		intersect(bits, scope);
		return;
	}
	const { text } = part;
	const ways = part.fields.flatMap((field): Tier[] => {
		const list = listOfText(index.postings, field, text);
		return list ? [{ weight: 1, list, text, field }] : [];
	});
	const tiers = [ways];
	for (const { list } of ways) addTo(bits, list);
	intersect(bits, scope);
	if (countBoth(bits, bits) > mostRead(tiers)) return;
	const few: number[] = [];
	forEach(bits, (document) => few.push(document));
	bits.fill(0);
	for (const document of withoutDeceptions(index, tiers, few)) set(bits, document);
}

/** Adds what has been met of a want, and begins anew. */
function give(scores: Float32Array, left: Float32Array, bits: Uint32Array, weight: number): void {
	for (let i = 0; i < bits.length; i++) {
		for (let word = bits[i]!; word !== 0; word &= word - 1) {
			const document = i * 32 + 31 - Math.clz32(word & -word);
			scores[document]! += weight * (1 - left[document]!);
			left[document] = 1;
		}
	}
}

function multiply(numbers: Float32Array, bits: Uint32Array, factor: number): void {
	for (let i = 0; i < bits.length; i++) {
		for (let word = bits[i]!; word !== 0; word &= word - 1) {
			numbers[i * 32 + 31 - Math.clz32(word & -word)]! *= factor;
		}
	}
}
