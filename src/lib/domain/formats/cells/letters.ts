import { forbiddenLetter } from '#lib/domain/input/letters.ts';

const narrowKana = /[\uff61-\uff9f]+/gu;

/** ﾋﾀﾞﾏﾘ as ヒダマリ, and decomposed kana as one letter each; other letters stay as they are. */
export const wideKana = (text: string): string =>
	text.replace(narrowKana, (kana) => kana.normalize('NFKC')).normalize('NFC');

/** Without letters that no text of ours may hold. */
export function allowed(text: string): { text: string; without: string[] } {
	const without = new Set<string>();
	let left = text;
	for (let found = forbiddenLetter(left); found; found = forbiddenLetter(left)) {
		without.add(found.name);
		left = left.slice(0, found.at - 1) + left.slice(found.at);
	}
	return { text: left, without: [...without] };
}

/**
 * Letters that were lost before the file came to us: a replacement mark, or a question mark in the place
 * of 〜 between times and of a letter within a word (`8:00?15:00`). An address of the web may hold one.
 */
export function isDamaged(text: string): boolean {
	if (text.includes('\ufffd')) return true;
	const words = text.replace(/https?:\/\/\S+/g, '');
	return (
		/\d\?+\d/.test(words) ||
		/[\p{Script=Han}\p{Script=Katakana}]\?+[\p{Script=Han}\p{Script=Katakana}]/u.test(words) ||
		/\?{3}/.test(words)
	);
}
