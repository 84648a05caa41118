import { catalogueDocument } from '#lib/domain/listing/catalogue-document.ts';
import { fullBitset } from '#lib/domain/search/index/bitset.ts';
import { memoryIndex } from '#lib/domain/search/index/memory-index.ts';
import { lexiconOf } from '#lib/domain/search/lexicon.ts';
import { search } from '#lib/domain/search/search.ts';
import { alternatives } from '#lib/domain/search/synonyms.ts';
import { fifth } from '../../tests/domain/search/sentence/fifth.ts';
import { first } from '../../tests/domain/search/sentence/first.ts';
import { fourth } from '../../tests/domain/search/sentence/fourth.ts';
import { second } from '../../tests/domain/search/sentence/second.ts';
import {
	asked,
	fitting,
	shown,
	type Sentence
} from '../../tests/domain/search/sentence/sentence.ts';
import { third } from '../../tests/domain/search/sentence/third.ts';
import { sample, speech, synonyms, vocabularies, type Searched } from '../search-data.ts';
import { peers } from './contender.ts';
import type { Extra } from './extra.ts';
import { ours } from './ours.ts';
import { real } from './real.ts';
import { textsOf } from './texts.ts';
import { towns } from './towns.ts';

export type Find = (query: string) => number[] | Promise<number[]>;

const lists = { first, second, third, fourth, fifth };
type List = keyof typeof lists;
const wanted = { first: 0.95, second: 0.9, third: 0.9 };

/** Of how many sentences of each list an engine shows enough that fits, in the sample region. */
export type Answered = { engine: string } & Record<List, string>;

export const sentences = [...first, ...second, ...third].map(({ query }) => query);

/** Ours, and the peers of these names. */
export async function answered(names: readonly string[]): Promise<Answered[]> {
	const places = sample();
	const rows: Answered[] = [await rowOf(ours, places, findIn(places))];
	for (const peer of peers.filter(({ name }) => names.includes(name))) {
		const engine = await peer.build(places.map(textsOf));
		rows.push(await rowOf(peer.name, places, engine.find.bind(engine)));
		await engine.close();
	}
	return rows;
}

/** The figures of ours beside what is asked. */
export const answeredTargets = (rows: readonly Answered[]): Extra[] =>
	(Object.keys(wanted) as (keyof typeof wanted)[]).map((list) => {
		const figure = rows.find(({ engine }) => engine === ours)![list];
		return {
			what: `sentences answered, ${list} list`,
			figure,
			asked: `≥ ${wanted[list]}`,
			reached: Number(figure) >= wanted[list]
		};
	});

async function rowOf(engine: string, places: readonly Searched[], find: Find): Promise<Answered> {
	const part = async (list: readonly Sentence[]) =>
		(await satisfied(list, places, find)).toFixed(3);
	return {
		engine,
		first: await part(lists.first),
		second: await part(lists.second),
		third: await part(lists.third),
		fourth: await part(lists.fourth),
		fifth: await part(lists.fifth)
	};
}

/** Ours, in memory. */
export function findIn(places: readonly Searched[]): Find {
	const index = memoryIndex(
		places.map(({ content, place }) => catalogueDocument(content, { place: place?.name ?? null }))
	);
	const codes = new Map(
		places.flatMap(({ place, content }) =>
			place && content.place.municipality ? [[content.place.municipality, place] as const] : []
		)
	);
	const lexicon = lexiconOf({
		vocabularies,
		municipalities: [
			...towns.map((town) => ({ ...town, prefecture: town.prefecture.name })),
			...[...codes]
				.filter(([code]) => code.startsWith('99'))
				.map(([code, { name, kana }]) => ({ code, name, kana: kana ?? name }))
		],
		synonyms: synonyms.flatMap(alternatives),
		speech
	});
	const scope = fullBitset(places.length);
	return (query) => search(index, query, { scope, lexicon, limit: shown }).documents;
}

async function satisfied(
	list: readonly Sentence[],
	places: readonly Searched[],
	find: Find
): Promise<number> {
	const judged = list.filter(({ scope }) => scope !== 'real');
	let good = 0;
	for (const sentence of judged) if (await isAnswered(sentence, places, find)) good++;
	return good / judged.length;
}

const fits = fitting(vocabularies);

/** Null where nothing would help. */
async function isAnswered(
	sentence: Sentence,
	places: readonly Searched[],
	find: Find
): Promise<boolean | null> {
	const all = places.filter((place) => fits(place, sentence)).length;
	if (all === 0) return null;
	const found = (await find(sentence.query)).slice(0, shown);
	return found.filter((at) => fits(places[at]!, sentence)).length >= Math.min(asked, all);
}

/** Of the sentences that are asked of real files, those that something in a folder of them answers. */
export async function answeredInFiles(folder: string): Promise<{ good: number; judged: number }> {
	const places = real(folder);
	const find = findIn(places);
	const answers: (boolean | null)[] = [];
	for (const sentence of Object.values(lists).flat()) {
		if (sentence.scope === 'real') answers.push(await isAnswered(sentence, places, find));
	}
	const judged = answers.filter((one) => one !== null);
	return { good: judged.filter(Boolean).length, judged: judged.length };
}
