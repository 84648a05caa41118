import { readdirSync, readFileSync } from 'node:fs';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import { hasConsent, publicContent } from '#lib/domain/resource/publication.ts';
import { speechOf } from '#lib/domain/search/sentence/speech.ts';
import { parseSayings } from '#lib/domain/search/sentence/saying.ts';
import { alternatives, parseSynonyms } from '#lib/domain/search/synonyms.ts';
import { vocabularyNames, type Term, type Vocabularies } from '#lib/domain/labels/vocabulary.ts';
import { generate, type Searched } from './search/generator.ts';

export type { Searched } from './search/generator.ts';

const data = new URL('../data/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, data), 'utf8'));

export const vocabularies = Object.fromEntries(
	vocabularyNames.map((name) => [
		name,
		new Map((read(`vocabulary/${name}.json`) as Term[]).map((term) => [term.code, term]))
	])
) as Vocabularies;

export const synonyms = (() => {
	const parsed = parseSynonyms(read('vocabulary/synonyms.json'));
	if ('issues' in parsed) throw new Error(parsed.issues[0]!.message);
	return parsed.value;
})();

const sayings = parseSayings(read('vocabulary/sayings.json'), (name, code) =>
	vocabularies[name].has(code)
);
if ('issues' in sayings) throw new Error(sayings.issues[0]!.message);

/** Sayings, cut as the server does. */
export const speech = speechOf(sayings.value, {
	vocabularies,
	synonyms: synonyms.flatMap(alternatives)
});

/** The sample region as it is now. */
export function sample(): Searched[] {
	type Region = { municipalities: { code: string; name: string; kana: string }[] };
	const { municipalities } = read('sample/sakura.json') as Region;
	const places = new Map(municipalities.map(({ code, ...place }) => [code, place]));
	return readdirSync(new URL('sample/resources/', data))
		.sort()
		.flatMap((file) => {
			type Resource = { id: string; key: string; versions: { content: Partial<ContentInput> }[] };
			return (read(`sample/resources/${file}`) as Resource[]).flatMap(({ id, key, versions }) => {
				const merged: unknown = Object.assign({}, ...versions.map(({ content }) => content));
				const parsed = parseContent(merged);
				if ('issues' in parsed) throw new Error(`${key}: ${JSON.stringify(parsed.issues)}`);
				// What is closed or may not be shown is not searched.
				if (parsed.value.operation === 'closed' || !hasConsent(parsed.value, 'web')) return [];
				const content = publicContent(parsed.value);
				const place = places.get(content.place.municipality ?? '') ?? null;
				return [{ id, content, place }];
			});
		});
}

const seed = 20_261_122;

/** The sample and `size` generated resources, always the same. */
export const searched = (size: number): Searched[] => [...sample(), ...generate(size, seed)];
