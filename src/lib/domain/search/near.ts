import { countBoth } from '#lib/domain/bitset.ts';
import { fewestSlips } from './closeness.ts';
import type { SearchIndex } from './index.ts';
import type { Lexicon } from './lexicon.ts';
import { termOf, type Term } from './query.ts';
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
	for (const [place, term] of terms.entries()) {
		if (tiers[place]!.length > 0 || term.text.length < shortest) continue;
		let best: { query: string; total: number } | null = null;
		for (const word of wordsNear(term.text, lexicon)) {
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

function wordsNear(text: string, { spellings }: Lexicon): string[] {
	const near: string[] = [];
	for (const [folded, word] of spellings) {
		if (folded.length < shortest || Math.abs(folded.length - text.length) > 1) continue;
		if (fewestSlips(text, folded) !== 1 || fewestSlips(folded, text) !== 1) continue;
		near.push(word);
		if (near.length === mostTried) break;
	}
	return near;
}
