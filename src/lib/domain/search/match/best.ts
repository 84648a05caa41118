import {
	bitset,
	copyBoth,
	countBoth,
	has,
	intersect,
	unite
} from '#lib/domain/search/index/bitset.ts';
import type { Found } from '#lib/domain/search/found.ts';
import type { SearchIndex } from '#lib/domain/search/index.ts';
import { firstOf } from '#lib/domain/search/ranking.ts';
import type { Want } from '#lib/domain/search/sentence/want.ts';
import { ofWord, saidNo, scorer, type Met } from './degrees.ts';

/** With so many, nothing that is further away is shown. */
const enough = 10;
/** What has this part of the best score is shown too. */
const leastPart = 0.5;
/** What more than this part of all places has orders, and leaves nothing out. */
const common = 0.6;
/** A word that stands in so few places is asked for, whatever else is understood. */
const rare = 0.6;
/** What meets all comes before what meets more of some. */
const ofFull = 8;
/** Scores are told apart to this part; what is as good as another is older by so many months. */
const ofUnit = 0x400;
const ofAge = 0x40;
const ofMonth = 30;
const most = 2 ** 15 - 1;

type Asked = {
	/** Of the scope, without those that are not meant for whoever asks: `openTo`. */
	open: Uint32Array;
	scope: Uint32Array;
	/** The document of an entry's number, in an edition. */
	entryOf?: ((number: number) => number | null) | undefined;
	/** Days since something was checked, counted from anywhere: of what is as good, the fresher comes first. */
	checked?: ((document: number) => number) | undefined;
};

/**
 * What meets all wants, and after it what meets more of them, and meets them more surely; up to half
 * of the best, or ten. Null where nothing meets anything.
 */
export function bestOf(
	index: SearchIndex,
	wants: readonly Want[],
	{ open, scope, entryOf, checked }: Asked
): Found | null {
	const size = countBoth(scope, scope);
	const score = scorer(index, scope, entryOf);
	const all = wants
		// 12番 means an entry in an edition alone.
		.filter(({ facet }) => facet !== 'entry' || entryOf)
		.map(score.add);
	const scores = score.within(open);
	const filters = all.filter((one) => isAsked(one, size) && isTelling(one, all, size));
	const full = filters.some(({ count }) => count > 0) ? open.slice() : bitset(scope.length * 32);
	for (const { bits } of filters) intersect(full, bits!);
	const bits = nearEnough(scores, scope);
	if (!bits) return null;
	unite(bits, full);
	const documents = new Uint32Array(countBoth(bits, bits));
	copyBoth(bits, bits, documents);
	const places = placesOf(documents, scores, full, checked);
	const terms = all.map(({ want }) => want.term);
	return {
		terms,
		termsOf: () => terms,
		bits,
		fuzzy: false,
		wants: all.map(({ want }) => want),
		full,
		ranked(within, count) {
			const first = firstOf(index, count, documents.length);
			for (let i = 0; i < documents.length; i++) {
				if (has(within, documents[i]!)) first.offer(documents[i]!, places[i]!);
			}
			return first.taken();
		}
	};
}

const isAsked = ({ want, bits, count }: Met, size: number) =>
	bits !== null && (!want.isExtra || (count > 0 && ofWord(count, size) >= rare));

const isTelling = ({ want, count }: Met, all: readonly Met[], size: number) =>
	want.isOpen || all.length === 1 || count <= Math.max(common * size, 3);

/** Without those that are not meant for whoever asks (gender, age), whatever else is given up. */
export function openTo(
	index: SearchIndex,
	wants: readonly Want[],
	scope: Uint32Array
): Uint32Array {
	const open = scope.slice();
	for (const want of wants) {
		if (!want.isOpen) continue;
		const no = saidNo(index, want, scope);
		for (let i = 0; i < open.length; i++) open[i]! &= ~no[i]!;
	}
	return open;
}

/** In an array of their own: the next search writes over the scores. */
function placesOf(
	documents: Uint32Array,
	scores: Float32Array,
	full: Uint32Array,
	checked: Asked['checked']
): Uint32Array {
	const places = new Uint32Array(documents.length);
	let newest = Infinity;
	if (checked) for (const document of documents) newest = Math.min(newest, checked(document));
	for (let i = 0; i < documents.length; i++) {
		const document = documents[i]!;
		const score = Math.fround(scores[document]! + (has(full, document) ? ofFull : 0));
		const months = checked ? Math.floor((checked(document) - newest) / ofMonth) : 0;
		const fitting = Math.min(most, Math.round(score * ofUnit));
		places[i] = (most - fitting) * ofAge + Math.min(ofAge - 1, months);
	}
	return places;
}

/** Documents that come near enough to the best of a scope, and enough of them. */
function nearEnough(scores: Float32Array, scope: Uint32Array): Uint32Array | null {
	/** The best few, the least of them first. */
	const best = new Float32Array(enough);
	for (let document = 0; document < scores.length; document++) {
		const score = scores[document]!;
		if (score <= best[0]! || !has(scope, document)) continue;
		let at = 0;
		for (; at + 1 < enough && best[at + 1]! < score; at++) best[at] = best[at + 1]!;
		best[at] = score;
	}
	const bits = atLeast(scores, Math.min(best[0]!, leastPart * best[enough - 1]!));
	return bits.some((word) => word !== 0) ? bits : null;
}

/** Of what has nothing, none. */
function atLeast(scores: Float32Array, limit: number): Uint32Array {
	const bits = bitset(scores.length);
	const least = Math.max(limit, Number.MIN_VALUE);
	for (let i = 0; i < bits.length; i++) {
		let word = 0;
		for (let bit = 0; bit < 32; bit++) word |= Number(scores[i * 32 + bit]! >= least) << bit;
		bits[i] = word;
	}
	return bits;
}
