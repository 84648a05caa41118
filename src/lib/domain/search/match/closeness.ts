const longest = 32;
const sentenceLong = 10;
const mostLeft = 0.5;

/**
 * How much a name is what was typed, 0…1: the fewest letters to put in, leave out, change or swap
 * (Sellers 1980 with Damerau's swaps) until the words stand somewhere in the name, and a little for
 * the part of the name that they are.
 */
export function closeness(typed: string, name: string): number {
	const pattern = typed.slice(0, longest);
	const text = name.slice(0, longest);
	if (!pattern || !text) return 0;
	if (pattern === text) return 1;
	const share = Math.min(pattern.length, text.length) / Math.max(pattern.length, text.length);
	const place = text.indexOf(pattern);
	if (place >= 0) return 0.8 + 0.1 * share + (place === 0 ? 0.05 : 0);
	const slips = fewestSlips(pattern, text);
	return Math.max(0, 1 - slips / pattern.length) * 0.8 + 0.1 * share;
}

/**
 * Likewise, for words that are not there: they must resemble the beginning of the name (a line of a
 * name begins with each of its words), and a short one all of it.
 */
export function resemblance(typed: string, name: string): number {
	const pattern = typed.slice(0, longest);
	const text = name.slice(0, longest);
	if (pattern.length < 3 || /\d/.test(pattern)) return 0;
	if (pattern === text) return 1;
	const share = Math.min(pattern.length, text.length) / Math.max(pattern.length, text.length);
	// Of a sentence, a name leaves most letters over: that is told by counting them.
	if (pattern.length > sentenceLong) {
		const most = pattern.length * mostLeft;
		if (pattern.length - text.length > most) return 0;
		let left = 0;
		for (const letter of pattern) if (!text.includes(letter) && ++left > most) return 0;
	}
	if (text.startsWith(pattern)) return 0.85 + 0.1 * share;
	if (/^[ぁ-ゖ]{3}$/u.test(pattern) && Math.abs(text.length - 3) > 1) return 0;
	const slips = fewestSlips(pattern, text, true);
	return Math.max(0, 1 - slips / pattern.length) * 0.8 + 0.1 * share;
}

/** Rows are letters of the pattern, columns letters of the text; the match may end anywhere, and begin anywhere or `atStart`. */
export function fewestSlips(pattern: string, text: string, atStart = false): number {
	const width = text.length + 1;
	let beforeLast = new Uint8Array(width);
	let last = new Uint8Array(width);
	if (atStart) for (let j = 1; j < width; j++) last[j] = j;
	let row = new Uint8Array(width);
	for (let i = 1; i <= pattern.length; i++) {
		row[0] = i;
		for (let j = 1; j < width; j++) {
			const isSame = pattern[i - 1] === text[j - 1];
			let slips = Math.min(last[j - 1]! + (isSame ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
			const isSwap =
				i > 1 && j > 1 && pattern[i - 1] === text[j - 2] && pattern[i - 2] === text[j - 1];
			if (isSwap) slips = Math.min(slips, beforeLast[j - 2]! + 1);
			row[j] = slips;
		}
		[beforeLast, last, row] = [last, row, beforeLast];
	}
	return Math.min(...last);
}

/** Whether one letter to put in, leave out, change or swap at most makes them the same. */
export function withinOneSlip(one: string, other: string): boolean {
	const [short, long] = one.length <= other.length ? [one, other] : [other, one];
	if (long.length - short.length > 1) return false;
	let at = 0;
	while (at < short.length && short[at] === long[at]) at++;
	const rest = long.slice(at + 1);
	if (short.length < long.length) return short.slice(at) === rest;
	const isSwap = short[at] === long[at + 1] && short[at + 1] === long[at];
	return short.slice(at + 1) === rest || (isSwap && short.slice(at + 2) === rest.slice(1));
}
