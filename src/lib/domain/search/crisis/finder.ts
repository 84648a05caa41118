import { withinOneSlip } from '#lib/domain/search/match/closeness.ts';
import { normalise } from '#lib/domain/text/normalise.ts';
import { isKana, kanaOfRomaji, mixedKana } from '#lib/domain/text/reading.ts';
import { contactsFor, type Contact, type Crisis, type CrisisWord } from './contact.ts';

/** Whom somebody may reach now who has typed this; null where nothing in it tells of danger. */
export type CrisisFinder = (query: string) => Contact[] | null;

/** Letters from which on one slip in a word of its own is forgiven; so many also within a sentence. */
const forgiven = { alone: 5, inside: 7 };
/** Kana that are no part of longer words by chance. */
const unmistakable = 5;
const mostLetters = 100;

/** One way to write a word, folded. */
type Form = { text: string; isLatin: boolean; isKana: boolean; isInside: boolean };
type Compiled = { topics: readonly string[]; forms: Form[]; except: string[] };
/** The words of a query, and all of it in one piece: 「死 に た い」. */
type Typed = { latin: string; tokens: string[]; whole: string };

export function crisisFinder({ words, contacts }: Crisis): CrisisFinder {
	const compiled = words.map(compile);
	return (query) => {
		const typed = readings(query.slice(0, mostLetters));
		const topics = new Set(
			compiled.filter((word) => isMeant(word, typed)).flatMap((word) => word.topics)
		);
		return topics.size > 0 ? contactsFor(contacts, topics) : null;
	};
}

function compile({
	word,
	kana,
	topics,
	spellings = [],
	except = [],
	inside
}: CrisisWord): Compiled {
	const texts = new Set([word, kana, ...spellings].map(normalise));
	return {
		topics,
		forms: [...texts].map((text) => ({
			text,
			isLatin: /^[a-z]+$/.test(text),
			isKana: isKana(text),
			isInside: inside ?? !isKana(text)
		})),
		except: except.map(normalise)
	};
}

function readings(query: string): Typed {
	const words = query
		.normalize('NFKC')
		.split(/[\s、,。]+/u)
		.filter(Boolean);
	const kana = words.flatMap((word) => [...kanaOfRomaji(word), mixedKana(word)]);
	const tokens = new Set([...words, ...kana].map(normalise));
	tokens.delete('');
	return {
		latin: ` ${words.join(' ').toLowerCase().replaceAll('.', '')} `,
		tokens: [...tokens],
		whole: normalise(words.join(''))
	};
}

function isMeant({ forms, except }: Compiled, { latin, tokens, whole }: Typed): boolean {
	const without = (text: string) => except.reduce((rest, one) => rest.replaceAll(one, ' '), text);
	const [texts, all, letters] = [tokens.map(without), without(whole), without(latin)];
	return forms.some((form) => {
		if (form.isLatin) {
			const isSure = form.text.length >= forgiven.inside && all.includes(form.text);
			return isSure || isWordIn(letters, form.text) || texts.some(isSlipOf(form));
		}
		const isSure = form.isInside || form.text.length >= unmistakable;
		if (isSure) {
			return [all, ...texts].some((text) => holds(text, form)) || texts.some(isSlipOf(form));
		}
		return texts.some((text) => standsIn(text, form.text));
	});
}

const isWordIn = (text: string, word: string) =>
	new RegExp(`(?<![a-z])${word}(?![a-z])`).test(text);

const isSlipOf =
	({ text: word, isLatin }: Form) =>
	(text: string) =>
		word.length >= (isLatin ? forgiven.inside : forgiven.alone) &&
		text[0] === word[0] &&
		withinOneSlip(text, word);

function holds(text: string, { text: word }: Form): boolean {
	if (text.includes(word)) return true;
	if (word.length < forgiven.inside) return false;
	for (let at = text.indexOf(word[0]!); at >= 0; at = text.indexOf(word[0]!, at + 1)) {
		for (const length of [word.length - 1, word.length, word.length + 1]) {
			if (withinOneSlip(text.slice(at, at + length), word)) return true;
		}
	}
	return false;
}

const before = /(?:^|[^ぁ-ゖ]|[をにがはもで])$/u;
const beforeShort = /(?:^|[^ぁ-ゖ])$/u;
const after = /^(?:$|[^ぁ-ゖ]|[をがはのも]|し|す|され|に|で|と|か|だ|つて|ら|よ|た)/u;

/** A short word in kana stands for itself: しぬ is not in いしぬま. */
function standsIn(text: string, word: string): boolean {
	const isShort = word.length <= 3;
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
		const [start, end] = [text.slice(0, at), text.slice(at + word.length)];
		if ((isShort ? beforeShort : before).test(start) && after.test(end)) return true;
	}
	return false;
}
