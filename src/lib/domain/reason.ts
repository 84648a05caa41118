import { forbiddenLetter, tidy } from './formats/letters.ts';

const longest = 500;

/** Why somebody did something, as it stays in the audit log: one sentence at least. */
export function parseReason(input: unknown): { value: string } | { issue: string } {
	const value = typeof input === 'string' ? tidy(input) : '';
	if (value.length < 2) {
		return { issue: '理由を書いてください。あとから見た人に分かる、ひとことで足ります。' };
	}
	if (value.length > longest) {
		return { issue: `理由は${longest}文字までです。いまは${value.length}文字あります。` };
	}
	const letter = forbiddenLetter(value);
	if (letter)
		return { issue: `理由の${letter.at}文字目に、使えない文字（${letter.name}）があります。` };
	return { value };
}
