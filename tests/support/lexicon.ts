import { readFileSync } from 'node:fs';
import { lexiconOf, type Lexicon } from '#lib/domain/search/lexicon.ts';
import { speechOf } from '#lib/domain/search/sentence/speech.ts';
import { parseSayings } from '#lib/domain/search/sentence/saying.ts';
import { alternatives, parseSynonyms } from '#lib/domain/search/synonyms.ts';
import { vocabularyNames, type Term, type Vocabularies } from '#lib/domain/labels/vocabulary.ts';

const read = (name: string): unknown =>
	JSON.parse(readFileSync(`data/vocabulary/${name}.json`, 'utf8'));

/** The vocabularies as they are shipped. */
export const vocabularies = Object.fromEntries(
	vocabularyNames.map((name) => [
		name,
		new Map((read(name) as Term[]).map((term) => [term.code, term]))
	])
) as Vocabularies;

const someTowns = [
	{ code: '102024', name: '高崎市', kana: 'たかさきし' },
	{ code: '102016', name: '前橋市', kana: 'まえばしし' },
	{ code: '990019', name: 'さくら市', kana: 'さくらし' }
];

/** The shipped words, and some towns. */
export function lexicon(municipalities = someTowns): Lexicon {
	const synonyms = parseSynonyms(read('synonyms'));
	if ('issues' in synonyms) throw new Error(synonyms.issues[0]!.message);
	const sayings = parseSayings(read('sayings'), (name, code) => vocabularies[name].has(code));
	if ('issues' in sayings) throw new Error(sayings.issues[0]!.message);
	const steps = synonyms.value.flatMap(alternatives);
	return lexiconOf({
		vocabularies,
		municipalities,
		synonyms: steps,
		speech: speechOf(sayings.value, { vocabularies, synonyms: steps })
	});
}
