import { parseArgs } from 'node:util';
import { catalogueDocument } from '#lib/domain/listing/catalogue-document.ts';
import { fullBitset } from '#lib/domain/search/index/bitset.ts';
import { memoryIndex } from '#lib/domain/search/index/memory-index.ts';
import { lexiconOf } from '#lib/domain/search/lexicon.ts';
import { search } from '#lib/domain/search/search.ts';
import { alternatives } from '#lib/domain/search/synonyms.ts';
import { first } from '../tests/domain/search/sentence/first.ts';
import { second } from '../tests/domain/search/sentence/second.ts';
import { asked, fitting, shown, type Sentence } from '../tests/domain/search/sentence/sentence.ts';
import { phrases, sample, searched, synonyms, vocabularies, type Searched } from './search-data.ts';
import { peers } from './search/contender.ts';
import { postgres } from './search/databases.ts';
import { percentile } from './search/figures.ts';
import { textsOf } from './search/texts.ts';
import { towns } from './search/towns.ts';

const help = `npm run bench -- sentences [--size 10000]

What people type as they talk, in the sample region: of how many sentences do three of the first five
places fit (tests/domain/search/sentence), ours and the peers of \`bench -- search\` in one run; and
how long ours takes among so many places.`;

type Find = (query: string) => number[] | Promise<number[]>;

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: { size: { type: 'string', default: '10000' }, help: { type: 'boolean' } }
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	const places = sample();
	const lists = { first, second };
	const rows: Record<string, string | number>[] = [];
	const engines: [string, Find][] = [['ours', findIn(places)]];
	const closing: (() => void | Promise<void>)[] = [];
	for (const peer of peers.filter((one) => one !== postgres)) {
		const engine = await peer.build(places.map(textsOf));
		engines.push([peer.name, engine.find.bind(engine)]);
		closing.push(() => engine.close());
	}
	for (const [engine, find] of engines) {
		const row: Record<string, string | number> = { engine };
		for (const [name, list] of Object.entries(lists)) {
			Object.assign(row, { [name]: (await satisfied(list, places, find)).toFixed(3) });
		}
		rows.push(row);
	}
	console.table(rows);
	for (const close of closing) await close();
	const many = findIn(searched(Number(values.size)));
	const queries = [...first, ...second].map(({ query }) => query);
	for (const query of queries.slice(0, 100)) await many(query);
	const times: number[] = [];
	for (const query of queries) {
		const begin = performance.now();
		await many(query);
		times.push(performance.now() - begin);
	}
	console.log(
		`among ${values.size}: p50 ${percentile(times, 0.5).toFixed(2)} ms, p95 ${percentile(times, 0.95).toFixed(2)} ms`
	);
	return 0;
}

function findIn(places: readonly Searched[]): Find {
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
		sayings: phrases
	});
	const scope = fullBitset(places.length);
	return (query) => search(index, query, { scope, lexicon, limit: shown }).documents;
}

async function satisfied(
	list: readonly Sentence[],
	places: readonly Searched[],
	find: Find
): Promise<number> {
	const fits = fitting(vocabularies);
	const judged = list.filter(({ scope }) => scope !== 'real');
	let good = 0;
	for (const sentence of judged) {
		const all = places.filter((place) => fits(place, sentence)).length;
		const found = (await find(sentence.query)).slice(0, shown);
		const hits = found.filter((at) => fits(places[at]!, sentence)).length;
		if (all > 0 && hits >= Math.min(asked, all)) good++;
	}
	return good / judged.length;
}

if (import.meta.main) process.exitCode = await run(process.argv.slice(2));
