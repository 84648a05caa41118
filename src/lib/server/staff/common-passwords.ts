import { dictionary } from '@zxcvbn-ts/language-common';

/** Some 49,000 of what leaked most, in lower case; read when the first password is set. */
let list: Set<string> | undefined;

const known = (text: string): boolean => {
	list ??= new Set(dictionary['passwords-common']);
	return list.has(text);
};

/** As short a piece as counts as one of two. */
const shortest = 3;

/**
 * Whether it is one of those, two of them one after the other, or one again and again, however it is
 * written and whatever digits and marks stand around it; or such digits and marks alone.
 */
export function isLeaked(password: string): boolean {
	const folded = password.normalize('NFKC').toLowerCase();
	const bare = folded.replaceAll(/^[\d\p{P}\p{S}\s]+|[\d\p{P}\p{S}\s]+$/gu, '');
	const joined = bare.replaceAll(/[\p{P}\p{S}\s]/gu, '');
	return bare === '' || [folded, bare, joined].some((text) => isWeak(text));
}

const isWeak = (text: string): boolean => known(text) || isOfTwo(text) || isOver(text);

/** `q1w2e3r4` and `t5y6`, `monkey` and `dragon`: not the words of a sentence, which are three and more. */
function isOfTwo(text: string): boolean {
	for (let end = shortest; end <= text.length - shortest; end++) {
		if (known(text.slice(0, end)) && known(text.slice(end))) return true;
	}
	return false;
}

const isOver = (text: string): boolean => {
	const piece = /^(.{3,}?)\1+$/u.exec(text)?.[1];
	return piece !== undefined && known(piece);
};
