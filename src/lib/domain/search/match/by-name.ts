import type { SearchIndex } from '#lib/domain/search/index.ts';
import type { Term } from '#lib/domain/search/query.ts';
import { formsOf, joined, type Scorer } from './fuzzy.ts';

/** So many of the best are looked at by name. */
export const looked = 48;
const ofName = 16;

/** The first few again by how much their names are what was typed. */
export function byName(
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
