import type { Context } from '#lib/domain/formats/format.ts';
import { termLabel } from '#lib/domain/formats/column.ts';
import { matchTerm } from './term-match.ts';
import { termTargets, type Target } from './targets.ts';

/** More are no vocabulary, but sentences. */
const mostWords = 60;
const longestWord = 40;
const denied = /(?:無し?|なし|不可|×|✕)$/u;

/** Their words → the labels of our terms, for a column that holds terms; null where none is like one. */
export function proposeWords(
	target: Target,
	values: readonly string[],
	context: Context
): Record<string, string> | null {
	const vocabulary = termTargets[target]?.vocabulary;
	if (!vocabulary) return null;
	const parts = values.flatMap((value) => [value, ...value.split(/[;；、,，・／/\n]+/u)]);
	const words = [...new Set(parts.map((part) => part.trim()))].filter(
		(word) => word !== '' && word.length <= longestWord && !/^[\d,]+円?$/.test(word)
	);
	if (words.length > mostWords) return null;
	const found = words.flatMap((word) => {
		const match = matchTerm(word, vocabulary, context);
		if (!match || (!match.isCertain && denied.test(word))) return [];
		const label = termLabel(context, vocabulary, match.code);
		return label === word ? [] : [[word, label] as const];
	});
	return found.length > 0 ? Object.fromEntries(found) : null;
}
