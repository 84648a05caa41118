import {
	bitset,
	countBoth,
	forEach,
	intersect,
	set,
	unite
} from '#lib/domain/search/index/bitset.ts';
import type { Found } from '#lib/domain/search/found.ts';
import type { SearchIndex } from '#lib/domain/search/index.ts';
import { addTo, countWithin } from '#lib/domain/search/index/lists.ts';
import { inOrder } from '#lib/domain/search/ranking.ts';
import type { Want } from '#lib/domain/search/sentence/want.ts';
import { byName, looked } from './by-name.ts';
import type { Scorer } from './fuzzy.ts';
import { mostRead, scoresOf, tiersOf, withoutDeceptions, type Tier } from './strict.ts';

/** With so many, nothing more is given up. */
const enough = 10;
/** The least part of the whole weight that what is found carries. */
const leastPart = 0.35;
const mostFilters = 6;
/** What more than this part of all places has orders, and leaves nothing out. */
const common = 0.6;
/** What a said no takes from a place, against the scores of `strict.ts`. */
const ofNo = 64;

type Asked = {
	scope: Uint32Array;
	within: Uint32Array;
	scorer: Scorer;
	/** The document of an entry's number, in an edition. */
	entryOf?: ((number: number) => number | null) | undefined;
};
/** A want and the documents that meet it. */
type Met = { want: Want; parts: Tier[][]; bits: Uint32Array; no: Uint32Array };
type Level = { bits: Uint32Array; missing: readonly Met[] };

/**
 * What meets all wants; and, while that is little, what meets all but the lightest, and so on. Null
 * where nothing meets anything that matters.
 */
export function bestOf(
	index: SearchIndex,
	wants: readonly Want[],
	{ scope, within, scorer, entryOf }: Asked
): Found | null {
	const size = countBoth(scope, scope);
	const all = wants
		// 12番 means an entry in an edition alone.
		.filter(({ facet }) => facet !== 'entry' || entryOf)
		.map((want) => met(index, want, scope, size))
		.map((one) => (one.want.facet === 'entry' ? withEntry(one, entryOf) : one));
	const isFilter = ({ want, bits }: Met) =>
		!want.isExtra &&
		(want.isOpen || all.length === 1 || countBoth(bits, bits) <= Math.max(common * size, 3));
	const isMet = ({ bits }: Met) => bits.some((word) => word !== 0);
	let filters = all.filter(isFilter).map(weighed(size));
	if (!filters.some(isMet)) filters = all.map(weighed(size));
	// What nothing meets is told, and leaves nothing out.
	const unmet = filters.filter((one) => !isMet(one));
	filters = filters.filter(isMet).slice(0, mostFilters);
	const open = openTo(index, wants, scope);
	const levels = levelsOf(filters, open, within).map((level) => ({
		...level,
		missing: [...level.missing, ...unmet]
	}));
	if (levels.length === 0) return null;
	widen(levels, index, all, open, within);
	const bits = bitset(scope.length * 32);
	for (const level of levels) unite(bits, level.bits);
	const tiers = all.flatMap((one) => one.parts);
	const terms = all.map(({ want }) => want.term);
	const typed = wants
		.filter(({ facet }) => facet === null || facet === 'category')
		.map(({ term }) => term);
	return {
		terms,
		termsOf: () => terms,
		bits,
		fuzzy: false,
		wants: all.map(({ want }) => want),
		full: levels[0]!.missing.length === 0 ? levels[0]!.bits : bitset(scope.length * 32),
		ranked(within, count) {
			const found: number[] = [];
			for (const { bits, missing } of levels) {
				if (found.length >= count) break;
				const here = bits.slice();
				intersect(here, within);
				const scores = scoresOf(tiers, here);
				for (const { no } of missing) {
					forEach(no, (document) => (scores[document] = Math.max(0, scores[document]! - ofNo)));
				}
				const place = (document: number) => 0xffff - scores[document]!;
				const first = inOrder(index, here, place, Math.max(count - found.length, looked));
				found.push(...(typed.length > 0 ? byName(index, typed, scores, first, scorer) : first));
			}
			return found.slice(0, count);
		}
	};
}

/** 0.5 of a code that every place has, 1.5 of one that a single place has. */
const ofRarity = (count: number, size: number) =>
	0.5 + Math.log((size + 1) / (count + 1)) / Math.log(size + 2);

function withEntry(one: Met, entryOf: Asked['entryOf']): Met {
	const document = entryOf?.(Number(one.want.codes[0])) ?? null;
	if (document !== null) set(one.bits, document);
	return one;
}

/** Documents that carry every code of a no. */
function saidNo({ postings }: SearchIndex, { no }: Want, scope: Uint32Array): Uint32Array {
	const all = no.length > 0 ? scope.slice() : bitset(scope.length * 32);
	for (const code of no) {
		const bits = bitset(scope.length * 32);
		const list = postings.list(code);
		if (list) addTo(bits, list);
		intersect(all, bits);
	}
	return all;
}

/** Without those that are not meant for whoever asks (gender, age), whatever else is given up. */
export function openTo(
	index: SearchIndex,
	wants: readonly Want[],
	scope: Uint32Array
): Uint32Array {
	const open = scope.slice();
	for (const want of wants) if (want.isOpen) subtract(open, saidNo(index, want, scope));
	return open;
}

function met(index: SearchIndex, want: Want, scope: Uint32Array, size: number): Met {
	const tiers = [tiersOf(index.postings, want.term)];
	const no = saidNo(index, want, scope);
	let bits = bitset(scope.length * 32);
	if (want.isOpen) {
		bits.set(scope);
		subtract(bits, no);
	} else {
		for (const { list } of tiers[0]!) addTo(bits, list);
		intersect(bits, scope);
		if (countBoth(bits, bits) <= mostRead(tiers) && tiers[0]!.some(({ text }) => text !== null)) {
			const few: number[] = [];
			forEach(bits, (document) => few.push(document));
			bits = bitset(scope.length * 32);
			for (const document of withoutDeceptions(index, tiers, few)) set(bits, document);
		}
	}
	const share = want.facet === null ? 1 : Math.min(1, want.weight);
	const parts = want.parts.map((part) =>
		(part === want.term ? tiers[0]! : tiersOf(index.postings, part)).map((tier) => ({
			...tier,
			weight:
				tier.weight *
				share *
				(tier.text === null ? ofRarity(countWithin(tier.list, scope), size) : 1)
		}))
	);
	return { want, parts, bits, no };
}

/** A rare word is more of what was meant than one that stands everywhere. */
const weighed =
	(size: number) =>
	(one: Met): Met => {
		if (one.want.facet !== null) return one;
		const rarity = Math.log10(size / (1 + countBoth(one.bits, one.bits)));
		return {
			...one,
			want: { ...one.want, weight: one.want.weight + Math.min(1.5, Math.max(0, rarity)) }
		};
	};

/** All filters, then all but the lightest, …: until there is enough. */
function levelsOf(filters: readonly Met[], open: Uint32Array, within: Uint32Array): Level[] {
	// Who only is not left out has nothing of what was asked for.
	const isFound = (some: readonly Met[]) => some.some(({ want }) => !want.isOpen);
	const isOpenOnly = !isFound(filters);
	const whole = filters.reduce((sum, { want }) => sum + want.weight, 0);
	const subsets = Array.from({ length: 2 ** filters.length - 1 }, (_, at) => {
		const kept = filters.filter((_, place) => ((at + 1) >> place) & 1);
		return { kept, weight: kept.reduce((sum, { want }) => sum + want.weight, 0) };
	})
		.filter(({ weight, kept }) => weight >= leastPart * whole && (isOpenOnly || isFound(kept)))
		.sort((a, b) => b.weight - a.weight);
	const levels: Level[] = [];
	const placed = bitset(open.length * 32);
	let count = 0;
	for (const { kept } of subsets) {
		const bits = open.slice();
		for (const one of kept) intersect(bits, one.bits);
		subtract(bits, placed);
		if (!bits.some((word) => word !== 0)) continue;
		levels.push({ bits, missing: filters.filter((one) => !kept.includes(one)) });
		unite(placed, bits);
		count += countBoth(bits, within);
		if (count >= enough) break;
	}
	return levels;
}

/** Where all that is little, what is of the same kind in a wider sense follows. */
function widen(
	levels: Level[],
	{ postings }: SearchIndex,
	all: readonly Met[],
	open: Uint32Array,
	within: Uint32Array
): void {
	const placed = bitset(open.length * 32);
	for (const { bits } of levels) unite(placed, bits);
	if (countBoth(placed, within) >= enough) return;
	const wider = all.filter(({ want }) => want.wider.length > 0 && !want.isExtra);
	const bits = bitset(open.length * 32);
	for (const code of new Set(wider.flatMap(({ want }) => want.wider))) {
		const list = postings.list(code);
		if (list) addTo(bits, list);
	}
	intersect(bits, open);
	subtract(bits, placed);
	if (bits.some((word) => word !== 0)) levels.push({ bits, missing: wider });
}

function subtract(from: Uint32Array, other: Uint32Array): void {
	for (let i = 0; i < from.length; i++) from[i]! &= ~other[i]!;
}
