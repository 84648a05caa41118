import { withKana, type Ruby } from '#lib/domain/reader/profile/ruby.ts';
import type { Token } from '#lib/domain/text/generated-reading.ts';
import { countedReading } from './counted.ts';
import { isNumber, isSure } from './sure-readings.ts';

export type FuriganaMeans = {
	/** Kana that somebody stored, by the word: it goes before the dictionary's. */
	known: ReadonlyMap<string, string>;
	/** null: what is not known by then has no kana. */
	tokensOf: (text: string) => readonly Token[];
	/** Only what is known is said: in what is made of names. */
	onlyKnown?: boolean;
};

const hasKanji = (text: string) => /\p{Script=Han}/u.test(text);

/** Kana over each word that has kanji, where it is certain; no kana is better than a wrong one. */
export function withFurigana(text: string, means: FuriganaMeans): Ruby {
	if (!hasKanji(text)) return text === '' ? [] : [{ text }];
	const whole = means.known.get(text);
	if (whole !== undefined) return withKana(text, whole);
	return joined(
		text
			.split(/([。、，．！？!?：:；;\n（）()「」『』【】〜～／/\u3000 ]+)/u)
			.flatMap((clause) => (hasKanji(clause) ? ofClause(clause, means) : [{ text: clause }]))
	);
}

function ofClause(clause: string, { known, tokensOf, onlyKnown = false }: FuriganaMeans): Ruby {
	const tokens = tokensOf(clause);
	const ruby: Ruby = [];
	for (let at = 0; at < tokens.length;) {
		const said = knownFrom(tokens, at, known);
		if (said) {
			ruby.push(...said.ruby);
			at += said.count;
			continue;
		}
		const counted = onlyKnown ? null : countedFrom(tokens, at);
		if (counted) {
			ruby.push(...counted);
			at += 2;
			continue;
		}
		const { surface, reading } = tokens[at]!;
		const isSaid = !onlyKnown && hasKanji(surface) && isSure(tokens, at);
		ruby.push(...(isSaid ? withKana(surface, hiragana(reading!)) : [{ text: surface }]));
		at += 1;
	}
	return ruby;
}

const mostTogether = 12;

/** The longest known word that is made of whole tokens. */
function knownFrom(tokens: readonly Token[], at: number, known: ReadonlyMap<string, string>) {
	const most = Math.min(mostTogether, tokens.length - at);
	for (let count = most; count > 0; count--) {
		const words = tokens
			.slice(at, at + count)
			.map(({ surface }) => surface)
			.join('');
		const kana = known.get(words);
		if (kana !== undefined) return { ruby: withKana(words, kana), count };
	}
	return null;
}

/** A number and what is counted. */
function countedFrom(tokens: readonly Token[], at: number): Ruby | null {
	const [number, unit] = [tokens[at]!, tokens[at + 1]];
	if (!isNumber(number) || isNumber(tokens[at - 1]) || !unit) return null;
	const said = countedReading(number.surface, unit.surface, tokens[at - 1]?.surface === '月');
	if (!said) return null;
	return said.over === 'both'
		? [{ text: number.surface + unit.surface, kana: said.kana }]
		: [{ text: number.surface }, { text: unit.surface, kana: said.kana }];
}

const hiragana = (katakana: string) =>
	katakana.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** Stretches without kana that follow one another are one. */
function joined(ruby: Ruby): Ruby {
	const all: Ruby = [];
	for (const part of ruby) {
		const last = all.at(-1);
		if (part.text === '') continue;
		if (last && last.kana === undefined && part.kana === undefined) {
			all[all.length - 1] = { text: last.text + part.text };
		} else all.push(part);
	}
	return all;
}
