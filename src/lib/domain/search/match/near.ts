import { bitset, countBoth } from '#lib/domain/search/index/bitset.ts';
import { fewestSlips } from './closeness.ts';
import type { SearchIndex } from '#lib/domain/search/index.ts';
import type { Lexicon } from '#lib/domain/search/lexicon.ts';
import { addTo } from '#lib/domain/search/index/lists.ts';
import { termOf, type Term } from '#lib/domain/search/query.ts';
import { documentsOf, tiersOf } from './strict.ts';

const shortest = 3;
const mostTried = 8;

/** A known word one slip away from a word that nothing holds, which finds something in its place. */
export function nearWord(
	index: SearchIndex,
	terms: readonly Term[],
	{ scope, lexicon }: { scope: Uint32Array; lexicon: Lexicon }
): { query: string; total: number } | null {
	const tiers = terms.map((term) => tiersOf(index.postings, term));
	// A town with nothing in this scope is no word of it.
	const isHere = (folded: string) =>
		(lexicon.words.get(folded) ?? []).some(
			({ codes }) =>
				!codes[0]?.startsWith('municipality=') ||
				codes.some((code) => {
					const list = index.postings.list(code);
					if (!list) return false;
					const bits = bitset(scope.length * 32);
					addTo(bits, list);
					return countBoth(bits, scope) > 0;
				})
		);
	for (const [place, term] of terms.entries()) {
		const holding = documentsOf([tiers[place]!], scope);
		if (holding.some((word) => word !== 0) || term.text.length < shortest) continue;
		let best: { query: string; total: number } | null = null;
		for (const word of wordsNear(term.text, lexicon, isHere)) {
			const ways = tiersOf(index.postings, termOf(word, lexicon));
			const bits = documentsOf(tiers.with(place, ways), scope);
			const total = countBoth(bits, bits);
			if (total <= (best?.total ?? 0)) continue;
			const query = terms.map((one, at) => (at === place ? word : one.word)).join(' ');
			best = { query, total };
		}
		if (best) return best;
	}
	return null;
}

function wordsNear(
	text: string,
	{ spellings }: Lexicon,
	isHere: (folded: string) => boolean
): string[] {
	const near: string[] = [];
	for (const [folded, word] of spellings) {
		if (folded.length < shortest || Math.abs(folded.length - text.length) > 1) continue;
		if (fewestSlips(text, folded) !== 1 || fewestSlips(folded, text) !== 1) continue;
		if (!isHere(folded)) continue;
		near.push(word);
		if (near.length === mostTried) break;
	}
	return near;
}
