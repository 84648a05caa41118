import { branch, type Vocabularies } from '#lib/domain/labels/vocabulary.ts';
import { normalise } from '#lib/domain/text/normalise.ts';
import { isKana, soundOf } from '#lib/domain/text/reading.ts';
import type { Model } from './sentence/model.ts';
import { dictionaryOf, isOneWord, isStem, noSpeech, type Speech } from './sentence/speech.ts';
import { meaningFacets } from './sentence/meaning.ts';
import type { Dictionary } from './sentence/stems.ts';

/** What else a word may mean: another word, or codes that documents carry. */
export type Meaning = {
	/** As a reader knows it. */
	word: string;
	/** In the form in which it is compared; null when only the codes are meant. */
	text: string | null;
	/** 「category=ibasho」 and those of narrower terms; empty when only the word is meant. */
	codes: readonly string[];
	/** 1 says the same thing, less is further away. */
	weight: number;
};

/** Every word that is known to mean something, by its form and, for kana, by its sound. */
export type Lexicon = {
	words: Map<string, Meaning[]>;
	sounds: Map<string, Meaning[]>;
	/** What a beginning may become. */
	completions: Completion[];
	/** How a word is written. */
	spellings: Map<string, string>;
	/** Towns and regions by their names, folded. */
	places: Map<string, Located[]>;
	longest: number;
	/** What cuts a query into stems, and what they say. */
	dictionary: Dictionary;
	/** Likewise of a query without kanji. */
	kana: Dictionary;
	model: Model;
	labels: Labels;
};

/** What 「ease=no-phone」 is called, and what is narrower. */
export type Labels = {
	get(code: string): string | undefined;
	/** A town, told from another of the same name. */
	apart(code: string): string;
	narrower(code: string): readonly string[];
};

/** A town or a region. */
export type Located = { facet: 'municipality' | 'region'; code: string };

export type Completion = {
	facet: 'category' | 'need' | 'municipality';
	code: string;
	text: string;
	/** Told from another of the same name. */
	apart: string;
	folded: string;
	sound: string;
};

type Place = { code: string; name: string; kana: string; prefecture?: string };
type Step = { from: string; to: string; weight: number };

const termFacets = ['category', 'need', 'audience', 'ease', 'fee'] as const;
const ofSynonym = 0.6;
const ofPlain = 0.9;

type Sources = {
	vocabularies: Vocabularies;
	municipalities: readonly Place[];
	regions?: readonly { slug: string; name: string; kana: string }[];
	synonyms: readonly Step[];
	speech?: Speech;
};

export function lexiconOf(sources: Sources): Lexicon {
	const speech = sources.speech ?? noSpeech;
	const lexicon: Lexicon = {
		words: new Map(),
		sounds: new Map(),
		completions: [],
		spellings: new Map(),
		places: new Map(),
		longest: 0,
		dictionary: { stems: new Map(), longest: new Map() },
		kana: { stems: new Map(), longest: new Map() },
		model: speech.model,
		labels: labelsOf(sources)
	};
	for (const facet of termFacets) {
		const terms = sources.vocabularies[facet];
		for (const { code, label, plain, kana, synonyms } of terms.values()) {
			const codes = branch(terms, code).map((one) => `${facet}=${one}`);
			const meaning = { word: label, text: null, codes };
			if (facet === 'category' || facet === 'need') complete(lexicon, facet, code, label, kana);
			add(lexicon, label, { ...meaning, weight: 1 });
			add(lexicon, kana, { ...meaning, weight: 1 });
			add(lexicon, plain, { ...meaning, weight: ofPlain });
			for (const synonym of synonyms) add(lexicon, synonym, { ...meaning, weight: ofSynonym });
		}
	}
	const called = toldApart(sources.municipalities);
	for (const place of sources.municipalities) {
		const { code, name, kana } = place;
		complete(lexicon, 'municipality', code, name, kana, called(place));
		locate(lexicon, called(place), { facet: 'municipality', code });
		const meaning = { word: name, text: null, codes: [`municipality=${code}`], weight: 1 };
		for (const word of [name, ...bare(name), kana, ...bare(kana)]) add(lexicon, word, meaning);
		// A town's name without its 市 is often a word of its own (さくら): only when it has a kanji.
		const spelt = [name, ...bare(name).filter((word) => /\p{Script=Han}/u.test(word))];
		// つし is no town before it has four kana.
		if (kana.length > 3) spelt.push(kana);
		for (const word of spelt) {
			locate(lexicon, word, { facet: 'municipality', code });
		}
	}
	for (const { slug, name } of sources.regions ?? []) {
		for (const word of [name, ...bare(name).filter((word) => /\p{Script=Han}/u.test(word))]) {
			locate(lexicon, word, { facet: 'region', code: slug });
		}
	}
	// A word stands in many steps.
	const texts = new Map<string, string>();
	const textOf = (word: string) => {
		let text = texts.get(word);
		if (text === undefined) texts.set(word, (text = normalise(word)));
		return text;
	};
	for (const { from, to, weight } of sources.synonyms) {
		const text = textOf(to);
		if (!text) continue;
		const same = lexicon.words.get(text)?.find((one) => one.text === null && one.weight === 1);
		add(lexicon, from, { word: to, text, codes: same?.codes ?? [], weight }, textOf(from));
	}
	const stems = [
		...[...lexicon.spellings]
			.filter(([text, word]) => isOneWord(word) && !isOnlyTown(lexicon, text))
			.map(([text]) => text),
		...[...speech.model.features.keys()].map(bareStem).filter(isCut),
		...speech.model.classes.keys()
	];
	const { spellings, readings } = speech;
	lexicon.dictionary = dictionaryOf({ spellings, stems });
	lexicon.kana = dictionaryOf({ spellings: [...readings, ...spellings], stems });
	return lexicon;
}

/** Towns are known only where one of them has something, which the dictionary cannot tell. */
const isOnlyTown = ({ words }: Pick<Lexicon, 'words'>, text: string) =>
	words.get(text)!.every(({ codes }) => codes[0]?.startsWith('municipality='));

const bareStem = (stem: string) => stem.replace(/^!/u, '');
const isCut = (stem: string) => !/[{ ]/u.test(stem) && isStem(stem);

function labelsOf({
	vocabularies,
	municipalities,
	regions = []
}: Pick<Sources, 'vocabularies' | 'municipalities' | 'regions'>): Labels {
	const called = toldApart(municipalities);
	const apart = new Map(municipalities.map((place) => [place.code, called(place)]));
	const labels = new Map<string, string>([
		...municipalities.map(({ code, name }) => [`municipality=${code}`, name] as const),
		...regions.map(({ slug, name }) => [`region=${slug}`, name] as const)
	]);
	const narrower = new Map<string, string[]>();
	for (const facet of meaningFacets) {
		for (const { code, label } of vocabularies[facet].values()) {
			labels.set(`${facet}=${code}`, label);
			narrower.set(
				`${facet}=${code}`,
				branch(vocabularies[facet], code)
					.filter((one) => one !== code)
					.map((one) => `${facet}=${one}`)
			);
		}
	}
	return {
		get: (code) => labels.get(code),
		apart: (code) => apart.get(code) ?? code,
		narrower: (code) => narrower.get(code) ?? []
	};
}

/** Two towns of one name are told apart: 「府中市（東京都）」. */
function toldApart(places: readonly Place[]): (place: Place) => string {
	const count = new Map<string, number>();
	for (const { name } of places) count.set(name, (count.get(name) ?? 0) + 1);
	return ({ name, prefecture }) =>
		count.get(name)! > 1 && prefecture ? `${name}（${prefecture}）` : name;
}

/** 高崎市 is called 高崎 too, たかさきし たかさき. */
function bare(name: string): string[] {
	const short = name.replace(/(?:[市区町村県府]|都(?!市)|し|く|ちょう|まち|むら|そん|けん)$/u, '');
	return short.length >= 2 && short !== name ? [short] : [];
}

function add(lexicon: Lexicon, word: string, meaning: Meaning, folded = normalise(word)): void {
	if (!folded) return;
	push(lexicon.words, folded, meaning);
	if (!lexicon.spellings.has(folded)) lexicon.spellings.set(folded, word);
	if (isKana(folded)) push(lexicon.sounds, soundOf(word), meaning);
	lexicon.longest = Math.max(lexicon.longest, folded.length);
}

function complete(
	lexicon: Lexicon,
	facet: Completion['facet'],
	code: string,
	text: string,
	kana: string,
	apart = text
): void {
	const [folded, sound] = [normalise(text), soundOf(kana)];
	lexicon.completions.push({ facet, code, text, apart, folded, sound });
}

function push(map: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
	const known = map.get(key);
	if (!known) map.set(key, [meaning]);
	else if (!known.some((one) => one.text === meaning.text && one.codes[0] === meaning.codes[0])) {
		known.push(meaning);
	}
}

function locate(lexicon: Lexicon, word: string, place: Located): void {
	const folded = normalise(word);
	const known = lexicon.places.get(folded);
	if (!known) lexicon.places.set(folded, [place]);
	else if (!known.some(({ facet, code }) => facet === place.facet && code === place.code)) {
		known.push(place);
	}
}
