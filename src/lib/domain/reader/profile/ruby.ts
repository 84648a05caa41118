/** Text in stretches, each with its reading where it has one to show. */
export type Ruby = { text: string; kana?: string }[];

/** Written by hand: 「{相談|そうだん}できます」. */
export function rubyOf(written: string): Ruby {
	return written
		.split(/(\{[^{}|]+\|[^{}|]+\})/)
		.filter(Boolean)
		.map((part) => {
			const match = /^\{([^{}|]+)\|([^{}|]+)\}$/.exec(part);
			return match ? { text: match[1]!, kana: match[2]! } : { text: part };
		});
}

export const plainOf = (ruby: Ruby): string => ruby.map(({ text }) => text).join('');

type Stretch = { text: string; kind: 'kana' | 'read' | 'mark' };

/**
 * A name over which its kana stands where it is needed only: what is written in kana already needs
 * none. Where it is not certain which kana belongs to which letters, it stands over all of them together.
 */
export function withKana(text: string, kana: string | null): Ruby {
	if (!kana) return [{ text }];
	return (
		inParts(text, kana, spaces, (part, itsKana) => inParts(part, itsKana, marks, together)) ??
		together(text, kana)
	);
}

const spaces = /(\s+)/u;
const marks = /([\s・、。，．,.()（）「」『』〈〉《》【】"'!?！？:：;；/／&＆~〜～-]+)/u;

type WithKana = (text: string, kana: string) => Ruby | null;

/** Parts that are apart in the text and in its kana alike, each with its own; null where they are not as many. */
function inParts(text: string, kana: string, between: RegExp, each: WithKana): Ruby | null {
	const parts = text.split(between);
	const theirs = kana.split(between).filter((part, at) => at % 2 === 0 && part !== '');
	const words = parts.filter((part, at) => at % 2 === 0 && part !== '');
	if (words.length !== theirs.length) return null;
	let next = 0;
	return parts.flatMap((part, at) => {
		if (at % 2 === 1) return [{ text: part }];
		if (part === '') return [];
		const own = theirs[next++]!;
		return each(part, own) ?? together(part, own);
	});
}

function together(text: string, kana: string): Ruby {
	const stretches = stretchesOf(text);
	if (stretches.every(({ kind }) => kind !== 'read')) return [{ text }];
	const reading = [...fold(kana.replace(new RegExp(marks, 'gu'), ''))];
	const borders = align(stretches, reading);
	if (!borders) return [{ text, kana }];
	const ruby: Ruby = [];
	for (let from = 0; from < stretches.length;) {
		let to = from + 1;
		while (borders[to] === null) to++;
		const own = stretches.slice(from, to);
		const letters = own.map(({ text }) => text).join('');
		const said = reading.slice(borders[from]!, borders[to]!).join('');
		const isRead = own.some(({ kind }) => kind === 'read');
		ruby.push(isRead ? { text: letters, kana: said } : { text: letters });
		from = to;
	}
	return ruby;
}

function stretchesOf(text: string): Stretch[] {
	return [
		...text.matchAll(/([ぁ-ゖァ-ヺー]+)|([\s\p{P}\p{S}]+)|([^ぁ-ゖァ-ヺー\s\p{P}\p{S}]+)/gu)
	].map(([whole, kana, mark]) => ({ text: whole, kind: kana ? 'kana' : mark ? 'mark' : 'read' }));
}

/** Katakana as hiragana. */
const fold = (kana: string) =>
	kana.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));

/** No word begins with one of these. */
const isInside = (letter: string | undefined) => /^[ぁぃぅぇぉっゃゅょゎんー]$/.test(letter ?? '');

/**
 * Where in the reading each stretch begins, and the end: null where it may be here or there. null: there is no
 * way. Time grows with the product of the lengths.
 */
function align(
	stretches: readonly Stretch[],
	reading: readonly string[]
): (number | null)[] | null {
	const ends = (at: number, from: number): number[] => {
		const { text, kind } = stretches[at]!;
		if (kind === 'mark') return [from];
		if (kind === 'kana') {
			const own = fold(text);
			return reading.slice(from, from + own.length).join('') === own ? [from + own.length] : [];
		}
		if (isInside(reading[from])) return [];
		return Array.from({ length: reading.length - from }, (_, more) => from + more + 1);
	};
	const reached = [new Set([0])];
	stretches.forEach((_, at) => {
		reached.push(new Set([...reached[at]!].flatMap((from) => ends(at, from))));
	});
	if (!reached.at(-1)!.has(reading.length)) return null;
	const borders: (number | null)[] = [];
	let alive = new Set([reading.length]);
	for (let at = stretches.length; at >= 0; at--) {
		const onWay = [...alive];
		borders.unshift(onWay.length === 1 ? onWay[0]! : null);
		if (at === 0) break;
		const next = alive;
		alive = new Set(
			[...reached[at - 1]!].filter((from) => ends(at - 1, from).some((to) => next.has(to)))
		);
	}
	return borders;
}
