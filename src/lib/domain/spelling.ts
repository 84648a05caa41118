import { normalise } from './search/normalise.ts';

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
export function tells(text: string, word: string): boolean {
	const number = numberOf(word);
	if (number && (number.length >= wholeNumber - 1 || /^[\d\s()-]+$/.test(plain(word)))) {
		return digitsOf(text).includes(number);
	}
	const address = addressOf(word);
	if (address && /[@.]/.test(address)) return plain(text).replace(/\s/g, '').includes(address);
	const street = streetOf(word);
	if (/\d/.test(street)) return hasStreet(streetOf(text), street);
	const name = normalise(word);
	return name.length >= shortest && normalise(text).includes(name);
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
