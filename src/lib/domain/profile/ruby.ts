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
 * none. Where the two do not go together, the kana stands over the whole name.
 */
export function withKana(text: string, kana: string | null): Ruby {
	if (!kana) return [{ text }];
	const stretches = stretchesOf(text);
	if (stretches.every(({ kind }) => kind !== 'read')) return [{ text }];
	const reading = [...fold(kana.replace(marks, ''))];
	const readings = align(stretches, reading);
	if (!readings) return [{ text, kana }];
	return stretches.map(({ text, kind }, at) =>
		kind === 'read' ? { text, kana: readings[at]! } : { text }
	);
}

const marks = /[\s・、。，．,.()（）「」『』〈〉《》【】"'!?！？:：;；/／&＆~〜～-]+/gu;

function stretchesOf(text: string): Stretch[] {
	return [
		...text.matchAll(/([ぁ-ゖァ-ヺー]+)|([\s\p{P}\p{S}]+)|([^ぁ-ゖァ-ヺー\s\p{P}\p{S}]+)/gu)
	].map(([whole, kana, mark]) => ({ text: whole, kind: kana ? 'kana' : mark ? 'mark' : 'read' }));
}

/** Katakana as hiragana. */
const fold = (kana: string) =>
	kana.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));

/**
 * A reading for each stretch, the shortest first; null when there is none. What failed once is not
 * tried again, so that the time grows with the product of the lengths and no faster.
 */
function align(stretches: readonly Stretch[], reading: readonly string[]): string[] | null {
	const failed = new Set<string>();
	const from = (at: number, position: number): string[] | null => {
		if (at === stretches.length) return position === reading.length ? [] : null;
		const key = `${at} ${position}`;
		if (failed.has(key)) return null;
		const { text, kind } = stretches[at]!;
		const own = kind === 'mark' ? '' : fold(text);
		const lengths =
			kind === 'read'
				? Array.from({ length: reading.length - position }, (_, more) => more + 1)
				: reading.slice(position, position + own.length).join('') === own
					? [own.length]
					: [];
		for (const length of lengths) {
			const rest = from(at + 1, position + length);
			if (rest) return [reading.slice(position, position + length).join(''), ...rest];
		}
		failed.add(key);
		return null;
	};
	return from(0, 0);
}
