import { normalise } from '#lib/domain/text/normalise.ts';
import { isKana, soundOf } from '#lib/domain/text/reading.ts';

/** Where a text stands: name · reading (as spelt, and as it sounds) · tags (town, organization) · description. */
export const fields = ['n', 'r', 't', 'd'] as const;

export type Field = (typeof fields)[number];

/** What of a document is searched, in the form in which it is compared. */
export type SearchDocument = Record<Field, string[]> & {
	/** 「category=ibasho」: what the facets and the words of the vocabularies ask for. */
	codes: string[];
};

type Words = readonly (string | null | undefined)[];

/** `kana` are readings of names; a name in kana is its own reading. */
export function searchDocument(
	words: { names: Words; kana: Words; tags: Words; texts: Words },
	codes: readonly string[]
): SearchDocument {
	const n = folded(words.names.flatMap(withWords), normalise);
	const kana = [...folded(words.kana.flatMap(withParts), normalise), ...n.filter(isKana)];
	return {
		n,
		r: [...new Set([...kana, ...kana.map(soundOf)])],
		t: folded(words.tags, normalise),
		d: folded(words.texts, normalise),
		codes: [...new Set(codes)]
	};
}

/** A name, and its rest from each of its words on: 「家族会たんぽぽ」 is found at its second word too. */
function withWords(name: string | null | undefined): string[] {
	if (!name) return [];
	const plain = name.normalize('NFKC');
	return [name, ...[...plain.matchAll(beginnings)].map(({ index }) => plain.slice(index))].filter(
		(line, at) => at === 0 || line.length > 1
	);
}

/** A reading, and its rest from each space on. */
const withParts = (kana: string | null | undefined): string[] =>
	kana
		? [kana, ...[...kana.matchAll(/(?<=[\s・])\S/gu)].map(({ index }) => kana.slice(index))]
		: [];

/** Where another kind of letters, or a word behind a space, begins; kana behind a kanji may be its ending. */
const beginnings = new RegExp(
	[
		String.raw`(?<=[\s\p{P}])[^\s\p{P}]`,
		String.raw`(?<=[^\p{Script=Katakana}ー\s\p{P}])[\p{Script=Katakana}](?!ー$)`,
		String.raw`(?<=[^\p{Script=Han}\s\p{P}ぁ-ゖ]|[ぁ-ゖ]{3}|[のとでへにがな])\p{Script=Han}`,
		String.raw`(?<=[^ぁ-ゖ\s\p{P}])[ぁ-ゖ]{3}`,
		String.raw`(?<=[^a-zA-Z\s\p{P}])[a-zA-Z]`
	].join('|'),
	'gu'
);

/** Texts up to this length are found by single letters too. */
const shortText = 32;

/** A document's keys: its codes, and per field every two letters in a row; `^` and `$` are the ends of a name. */
export function keysOf(document: SearchDocument): Set<string> {
	const keys = new Set<string>();
	eachKey(document, (key) => keys.add(key));
	return keys;
}

/** The same, some of them more than once. */
export function eachKey(document: SearchDocument, visit: (key: string) => void): void {
	for (const code of document.codes) visit(code);
	for (const field of fields) {
		const isNaming = field === 'n' || field === 'r';
		for (const text of document[field]) {
			for (let at = 0; at + 1 < text.length; at++) visit(field + text.slice(at, at + 2));
			if (isNaming) {
				visit(`${field}^${text[0]}`);
				visit(`${field}${text.at(-1)}$`);
			}
			if (field === 'n' || (field === 't' && text.length <= shortText)) {
				for (let at = 0; at < text.length; at++) visit(field + text[at]);
			}
		}
	}
}

/** The keys that a text in a field must have; of a long one not more than a reader types. */
export function keysOfText(field: Field, text: string): string[] {
	if (text.length === 1) return [field + text];
	const keys = new Set<string>();
	for (let at = 0; at + 1 < Math.min(text.length, longest); at++) {
		keys.add(field + text.slice(at, at + 2));
	}
	return [...keys];
}

const longest = 32;

const folded = (words: Words, fold: (text: string) => string) => [
	...new Set(words.map((text) => fold(text ?? '')).filter(Boolean))
];
