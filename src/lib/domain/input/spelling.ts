import { normalise } from '#lib/domain/text/normalise.ts';

/** Japan, as it is written before a number from abroad. */
const country = /^\D*(?:\+|00)\D*81\D*/;
/** Fewer digits are a room or a year. */
const fewestDigits = 6;
/** A number without its first 0; what follows it may be an extension. */
const wholeNumber = 9;
const shortest = 2;

const plain = (text: string) => text.normalize('NFKC').toLowerCase();
const digitsOf = (text: string) => text.normalize('NFKC').replace(/\D/g, '');

/** `3-1111-0001` of 「03 1111 0001」, `０３（１１１１）０００１` and `+81 3 1111 0001`; null of what is no number. */
function numberOf(text: string): string | null {
	const words = plain(text).replace(/tel|fax|ext/g, ' ');
	if (/[@/]|[a-z]\d|\d[a-z]/.test(words)) return null;
	const digits = digitsOf(words.replace(country, '')).replace(/^0/, '');
	return digits.length >= fewestDigits ? digits : null;
}

/** What is written with dots, slashes or an @: a mail address, or one of the web. */
function addressOf(text: string): string | null {
	const words = plain(text).replace(/\s/g, '');
	if (!/^[!-~]+$/.test(words) || !/[@./]/.test(words)) return null;
	return words.replace(/^(?:https?:\/\/|mailto:)/, '').replace(/^www\.|\/+$/g, '') || null;
}

/** What all spellings of a number, an address or a name have in common. */
export function keyOf(text: string): string {
	return numberOf(text) ?? addressOf(text) ?? (normalise(text) || plain(text).trim());
}

/** Whether two are the same number, address or name, with or without an extension. */
export function isSameWay(one: string, other: string): boolean {
	if (keyOf(one) === keyOf(other)) return true;
	const numbers = [numberOf(one), numberOf(other)].sort(
		(a, b) => (a ?? '').length - (b ?? '').length
	);
	const [short, long] = numbers;
	return Boolean(short && long && short.length >= wholeNumber && long.startsWith(short));
}

/** 「一丁目2番3号」 and 「1-2ー3」 are `1-2-3`. */
const streetOf = (text: string): string =>
	plain(text)
		.replace(
			/[一二三四五六七八九](?=丁目|番|号)/g,
			(digit) => `${'一二三四五六七八九'.indexOf(digit) + 1}`
		)
		.replace(/[‐‑–—―−ー－]/g, '-')
		.replace(/(?<=\d)\s*(?:丁目|番地の?|番|号|の(?=\d)|-)\s*/g, '-')
		.replace(/\s/g, '')
		.replace(/-+(?=$|\D)/g, '');

/** Whether a text tells a number, an address, a name or a street, however either is written. */
export const tells = (text: string, word: string): boolean => tellerOf([word])(text);

type Sought = {
	numbers: Set<string>;
	addresses: Set<string>;
	streets: Set<string>;
	names: Set<string>;
};

/** The same of many words at once, for many texts. */
export function tellerOf(words: Iterable<string>): (text: string) => boolean {
	const sought: Sought = {
		...{ numbers: new Set(), addresses: new Set(), streets: new Set(), names: new Set() }
	};
	for (const word of words) sort(word, sought);
	const { numbers, addresses, streets, names } = sought;
	const some = (list: Set<string>, of: (text: string) => string, has = includes) =>
		list.size === 0 ? () => false : (text: string) => hasOne(list, of(text), has);
	const tests = [
		some(numbers, digitsOf),
		some(addresses, (text) => plain(text).replace(/\s/g, '')),
		some(streets, streetOf, hasStreet),
		some(names, normalise)
	];
	return (text) => tests.some((test) => test(text));
}

const includes = (text: string, word: string) => text.includes(word);

function hasOne(list: Set<string>, text: string, has: typeof includes): boolean {
	for (const word of list) if (has(text, word)) return true;
	return false;
}

function sort(word: string, { numbers, addresses, streets, names }: Sought): void {
	const number = numberOf(word);
	if (number && (number.length >= wholeNumber - 1 || /^[\d\s()-]+$/.test(plain(word)))) {
		numbers.add(number);
		return;
	}
	const address = addressOf(word);
	if (address && /[@.]/.test(address)) {
		addresses.add(address);
		return;
	}
	const street = streetOf(word);
	if (/\d/.test(street)) streets.add(street);
	else if (normalise(word).length >= shortest) names.add(normalise(word));
}

/** What is left of a text when every sentence that tells is taken out; null where nothing is. */
export function withoutSentences(
	text: string,
	isTelling: (text: string) => boolean
): string | null {
	if (!isTelling(text)) return text;
	const left = text
		.split(/(?<=[。\n])/)
		.filter((sentence) => !isTelling(sentence))
		.join('')
		.trim();
	// What runs over two sentences is told by neither of them.
	return left === '' || isTelling(left) ? null : left;
}

function hasStreet(text: string, street: string): boolean {
	if (street.length < shortest + 1) return false;
	for (let at = text.indexOf(street); at >= 0; at = text.indexOf(street, at + 1)) {
		const isDigit = (letter: string | undefined) => /\d/.test(letter ?? '');
		const runsOn =
			(isDigit(street[0]) && isDigit(text[at - 1])) ||
			(isDigit(street.at(-1)) && isDigit(text[at + street.length]));
		if (!runsOn) return true;
	}
	return false;
}

/** All texts within a value, however deep. */
export const textsIn = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: value === null || typeof value !== 'object'
			? []
			: Object.values(value).flatMap(textsIn);
