import type { Context } from '#lib/domain/formats/format.ts';
import { termLabel } from '#lib/domain/formats/column.ts';
import { knownTerm, matchTerm } from '#lib/domain/formats/mapping/terms/match.ts';
import { termTargets, type Target } from '#lib/domain/formats/mapping/targets.ts';

/** More are no vocabulary, but sentences. */
const mostWords = 60;
const longestWord = 40;
const denied = /(?:無し?|なし|不可|×|✕)$/u;

/** Their words → the labels of our terms, for a column that holds terms; null where none is like one. */
export function proposeWords(
	from: string,
	target: Target,
	values: readonly string[],
	context: Context
): Record<string, string> | null {
	if (target === 'eases') return easesOf(from);
	const vocabulary = termTargets[target]?.vocabulary;
	if (!vocabulary) return null;
	const words = wordsIn(target, values, context);
	const found = (words ?? []).flatMap((word) => {
		const match = matchTerm(word, vocabulary, context);
		if (!match || (!match.isCertain && denied.test(word))) return [];
		const label = termLabel(context, vocabulary, match.code);
		return label === word ? [] : [[word, label] as const];
	});
	return found.length > 0 ? Object.fromEntries(found) : null;
}

/** Their words in a column that holds terms; null where it holds none, or too many. */
export function wordsIn(
	target: Target | null,
	values: readonly string[],
	context: Context
): string[] | null {
	const vocabulary = target === null ? undefined : termTargets[target]?.vocabulary;
	if (!vocabulary) return null;
	const separators = /[;；、,，・／/\n]+/u;
	const parts = values.flatMap((value) => {
		// What holds several words is one of ours only when it is so to the letter.
		const isOne = !separators.test(value) || knownTerm(value, vocabulary, context) !== null;
		return isOne ? [value] : value.split(separators);
	});
	const words = [...new Set(parts.map((part) => part.trim()))].filter(
		(word) => word !== '' && word.length <= longestWord && !/^[\d,]+円?$/.test(word)
	);
	return words.length > mostWords ? null : words;
}

/** Columns that ask one thing of all places, by what stands in their name. */
const asked: [RegExp, string, yes: string, no: string][] = [
	[/予約|申込/u, '予約不要', 'いいえ', 'はい'],
	[/見学/u, '見学可', 'はい', 'いいえ'],
	[/匿名/u, '匿名可', 'はい', 'いいえ']
];

function easesOf(from: string): Record<string, string> | null {
	const [, ease, yes, no] = asked.find(([name]) => name.test(from)) ?? [];
	if (!ease) return null;
	const ofYes = ['はい', '要', '必要', '必須', '要予約'].map((word) => [word, `${ease}=${yes}`]);
	const ofNo = ['いいえ', '不要', '必要なし', '予約不要'].map((word) => [word, `${ease}=${no}`]);
	const words = ease === '予約不要' ? [...ofYes, ...ofNo] : [ofYes[0]!, ofNo[0]!];
	return Object.fromEntries(words) as Record<string, string>;
}
