/** The lists of terms that the product speaks in; each is one file in `data/vocabulary`. */
export const vocabularyNames = [
	'category',
	'need',
	'audience',
	'ease',
	'fee',
	'gender',
	'residency',
	'intake',
	'accessibility',
	'language',
	'method'
] as const;

export type VocabularyName = (typeof vocabularyNames)[number];

export type Term = {
	/** Never changes once published; lower-case ASCII with hyphens. */
	code: string;
	label: string;
	/** What 「いいえ」 to it means: 「予約が必要」 of 「予約不要」. */
	opposite?: string | null;
	/** The same in a reader's words. */
	plain: string;
	kana: string;
	/** Code of the wider term in the same vocabulary. */
	parent: string | null;
	/** Name of the drawing in `ui/listing/Symbol.svelte`. */
	symbol: string | null;
	synonyms: string[];
};

/** Terms by code, in the order of the vocabulary. */
export type Vocabularies = Record<VocabularyName, Map<string, Term>>;

/** The label of a term; a code that the vocabulary does not know is shown as it is. */
export function label(vocabularies: Vocabularies, name: VocabularyName, code: string): string {
	return vocabularies[name].get(code)?.label ?? code;
}

/** An ease as a place has answered it: 「予約不要」, 「予約が必要」; what nobody knows by its label. */
export const easeWords = (
	{ label, opposite }: Pick<Term, 'label' | 'opposite'>,
	answer: 'yes' | 'no' | 'unknown'
): string => (answer === 'no' ? (opposite ?? `${label}：いいえ`) : label);

/** The code itself and those of all wider terms, nearest first. */
export function lineage(terms: Map<string, Term>, code: string): string[] {
	const codes: string[] = [];
	for (let next: string | null = code; next && !codes.includes(next);) {
		codes.push(next);
		next = terms.get(next)?.parent ?? null;
	}
	return codes;
}

/** The code itself and those of all narrower terms. */
export function branch(terms: Map<string, Term>, code: string): string[] {
	return [...terms.keys()].filter((other) => lineage(terms, other).includes(code));
}

/** How each label is read; none for what is written in kana already. */
export function readingsOf(vocabularies: Vocabularies): Record<string, string> {
	const terms = vocabularyNames.flatMap((name) => [...vocabularies[name].values()]);
	return Object.fromEntries(
		terms.filter(({ label }) => /\p{sc=Han}/u.test(label)).map(({ label, kana }) => [label, kana])
	);
}
