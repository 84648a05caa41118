/** More is not printed in a line of a booklet, and is refused before anything reads it. */
export const mostLetters = 300;

/** Compatibility letters that hide a digit: `①9:00` would become `19:00`. */
const hidden =
	/[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u218b\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3248-\u324f\u3251-\u325f\u3280-\u3289\u32b1-\u32bf\u32c0-\u32cb\u3358-\u3370\u33e0-\u33fe]/gu;
const variants = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** One spelling of what is printed: NFKC, one wave dash, no variation selectors. */
export const plain = (text: string): string =>
	text
		.replace(variants, '')
		.replace(hidden, '\ufffd')
		.normalize('NFKC')
		.replace(/[~∼〰−‐‑‒–—―─-]/gu, '〜')
		.replace(/\r\n?/g, '\n');

/** What two spellings of the same words have in common. */
export const wordsKey = (text: string): string => plain(text).replace(/\s+/gu, '');
