/** A number to be called: the words around it, and RFC 3966's address of it. */
export type Telephone = { words: string; href: string };

/** Written between the digits of one number. */
const gap = String.raw`[-() .]{0,2}`;
const digits = (count: string) => String.raw`(?:${gap}\d){${count}}`;
const kinds = [
	String.raw`\+${digits('7,15')}`,
	// Of a sample: it leads nowhere.
	`000${digits('4,8')}`,
	// Mobile, IP and free ones have eleven digits, all others ten.
	`(?:0[5-9]0|0800|020)${digits('7,8')}`,
	`0${digits('9')}`,
	// 「#7119」 and other short codes.
	String.raw`#\d{4}`
];
const number = new RegExp(String.raw`(?<![\d#+-])\(?(?:${kinds.join('|')})(?![\d-])`, 'g');
/** 110, 188 and 1789 where no other number stands: 「いのちの電話 188番」. */
const service = /(?<![\d-])1\d{2,3}(?=番?[)\s]*$)/;
const extension = /(?:内線|内|ext\.?)[:\s]*\d*$/i;

/**
 * The numbers in what somebody wrote into a field for one, with the words that belong to each: 「代表027-…」,
 * 「027-…（内線12）」, two in one cell. An extension is left to be said: most are asked for by voice.
 */
export function telephonesIn(text: string): Telephone[] {
	const plain = halfWidth(text);
	const found = [...plain.matchAll(number)].filter(({ index }) => !isExtension(plain, index));
	if (found.length === 0) {
		const [code] = service.exec(plain) ?? [];
		const isAlone = code && !isExtension(plain, plain.lastIndexOf(code));
		return isAlone ? [{ words: text.trim(), href: hrefOf(code) }] : [];
	}
	const ends = found.map(({ index, 0: { length } }, at) => {
		const next = found[at + 1]?.index;
		return next === undefined ? text.length : cutBetween(plain, index + length, next);
	});
	return found.map(([digits], at) => ({
		words: text.slice(ends[at - 1] ?? 0, ends[at]).replace(around, ''),
		href: hrefOf(digits)
	}));
}

const around = /^[\s、，,;；/／|・。]+|[\s、，,;；/／|・。]+$|または|又は/gu;

/** Where the words of one number end and those of the next begin. */
function cutBetween(text: string, from: number, to: number): number {
	const between = text.slice(from, to);
	const at = between.search(/[、,;/|・\n]|または|又は/);
	if (at >= 0) return from + at;
	const space = between.search(/\s/);
	return space >= 0 ? from + space : from;
}

const isExtension = (text: string, at: number) => extension.test(text.slice(0, at));

const hrefOf = (digits: string) => `tel:${digits.replace(/[^\d+#]/g, '').replace('#', '%23')}`;

/** Letter for letter, so that a place in it is the same place in the text. */
const halfWidth = (text: string): string =>
	text
		.replace(/[^\0-~]/gu, (letter) => {
			const narrow = letter.normalize('NFKC');
			return narrow.length === letter.length ? narrow : letter;
		})
		.replace(/[‐‑–—―−ー]/g, '-');
