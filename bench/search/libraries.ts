import FlexSearch from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { normalise } from '#lib/domain/text/normalise.ts';
import { kanaOfRomaji, soundOf } from '#lib/domain/text/reading.ts';
import { inMemory, type Peer } from './peer.ts';
import { bigrams, plainly, type Texts } from './texts.ts';

const fields = ['name', 'kana', 'tags', 'text'] as const;
const boost = { name: 4, kana: 3, tags: 2, text: 1 };
/** More letters, and Fuse counts in seconds. */
const longestPattern = 32;

export const fuse: Peer = {
	name: 'Fuse.js',
	build(texts) {
		const engine = new Fuse(texts, {
			keys: fields.map((name) => ({ name, weight: boost[name] })),
			ignoreLocation: true,
			threshold: 0.4,
			useTokenSearch: true
		});
		return inMemory((query) =>
			engine
				.search([...query].slice(0, longestPattern).join(''), { limit: 10 })
				.map(({ refIndex }) => refIndex)
		);
	}
};

function miniSearch(name: string, forms: (field: keyof Texts, text: string) => string[]): Peer {
	const tokenize = (text: string, field?: string) => forms((field ?? 'name') as keyof Texts, text);
	return {
		name,
		build(texts) {
			const engine = new MiniSearch<Texts & { id: number }>({
				fields: [...fields],
				tokenize,
				processTerm: (term) => term
			});
			engine.addAll(texts.map((text, id) => ({ id, ...text })));
			return inMemory((query) =>
				engine
					.search(query, { boost, combineWith: 'OR', tokenize: (text) => tokenize(text) })
					.slice(0, 10)
					.map(({ id }) => id as number)
			);
		}
	};
}

const normalisedWords = (text: string) => text.split(/\s+/u).map(normalise).filter(Boolean);

/** Bigrams of our normal form; kana and romaji are looked for as they sound, too. */
export const miniSearchNormalised: Peer = miniSearch(
	'MiniSearch, our normalisation',
	(field, text) =>
		normalisedWords(text).flatMap((word) => {
			const spoken = field === 'kana' ? [word] : kanaOfRomaji(word);
			return [word, ...spoken.map(soundOf)].flatMap(bigrams);
		})
);

export const miniSearchBigrams: Peer = miniSearch('MiniSearch, bigrams', (_, text) =>
	bigrams(plainly(text))
);

export const flexSearch: Peer = {
	name: 'FlexSearch, bigrams',
	build(texts) {
		const engine = new FlexSearch.Document({
			document: { id: 'id', index: [...fields] },
			tokenize: 'strict',
			encode: (text: string) => bigrams(plainly(text))
		});
		texts.forEach((text, id) => engine.add({ id, ...text }));
		return inMemory((query) => {
			const found = engine.search(query, { limit: 10, suggest: true });
			// One list per field, in the order of the fields: the name's first.
			return [...new Set(found.flatMap(({ result }) => result as number[]))].slice(0, 10);
		});
	}
};
