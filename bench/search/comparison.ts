import path from 'node:path';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { generateGolden } from '../../tests/domain/search/golden-generated.ts';
import { judge, type Golden } from '../../tests/domain/search/relevance.ts';
import { synonyms, vocabularies, type Searched } from '../search-data.ts';
import { figuresOf, type Figures } from './figures.ts';
import { ours } from './ours.ts';
import { dice } from './random.ts';
import { contend } from './run-contender.ts';
import { fill } from './filling.ts';
import type { Collection } from './collection.ts';

const perClass = 25;
const seeds = { generated: 2, warm: 3, order: 4 };
export const note = (sentence: string) => console.error(sentence);

export type Lists = { written: readonly Golden[]; generated: readonly Golden[]; warm: string[] };

/** The lists to ask; all but the written one are made from these documents. */
export function listsOf(documents: readonly Searched[], written: readonly Golden[]): Lists {
	const made = (seed: number) =>
		generateGolden(documents, { synonyms, vocabularies }, { seed, perClass });
	return {
		written,
		generated: made(seeds.generated),
		warm: made(seeds.warm).map(({ query }) => query)
	};
}

export type Comparison = { written: Figures[]; generated: Figures[]; database: string };

/** Us and the peers on one collection; the database is left in the folder. */
export async function compare(
	collection: Collection,
	documents: readonly Searched[],
	lists: Lists,
	{ names, budget, folder }: { names: readonly string[]; budget: number; folder: string }
): Promise<Comparison> {
	const label = typeof collection === 'number' ? `${collection}` : 'real';
	const database = path.join(folder, `${label}.db`);
	note(`${label}: filling a database`);
	const db = openDatabase(database);
	fill(db, documents);
	close(db);

	const relevant = judge(documents, vocabularies);
	const asked = inTurn([lists.written, lists.generated])
		.map((golden) => ({ golden, relevant: relevant(golden) }))
		.filter(({ relevant }) => relevant.size > 0);
	const queries = asked.map(({ golden }) => golden.query);
	const written = new Set(lists.written);
	const comparison: Comparison = { written: [], generated: [], database };
	for (const name of [ours, ...names]) {
		note(`${label}: ${name}`);
		const task = { name, documents: collection, database, warm: lists.warm, queries, budget };
		const result = await contend(task, folder);
		const figures = (isInList: (golden: Golden) => boolean) =>
			figuresOf(name, documents.length, asked, result, isInList);
		comparison.written.push(figures((golden) => written.has(golden)));
		comparison.generated.push(figures((golden) => !written.has(golden)));
	}
	return comparison;
}

/** A class of a list after the other, so that the first questions are a sample of all of them. */
function inTurn(lists: readonly (readonly Golden[])[]): Golden[] {
	const mix = dice(seeds.order);
	const piles = lists.flatMap((list) =>
		[...Map.groupBy(list, (golden) => golden.class).values()].map((pile) =>
			mix.some(pile, pile.length)
		)
	);
	const most = Math.max(...piles.map((pile) => pile.length));
	return Array.from({ length: most }, (_, at) => piles.flatMap((pile) => pile[at] ?? [])).flat();
}
