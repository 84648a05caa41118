import { readFileSync } from 'node:fs';
import { documentsOf, type Collection } from './collection.ts';
import { fts5Bigrams, fts5Trigram, postgres } from './databases.ts';
import { flexSearch, fuse, miniSearchBigrams, miniSearchNormalised } from './libraries.ts';
import { diskOf, openOurs, ours, rebuild } from './ours.ts';
import type { Peer } from './peer.ts';
import { placesOf } from './filling.ts';
import { textsOf, type Texts } from './texts.ts';

export const peers: Peer[] = [
	fuse,
	miniSearchNormalised,
	miniSearchBigrams,
	flexSearch,
	fts5Trigram,
	fts5Bigrams,
	postgres
];

export type Task = {
	name: string;
	documents: Collection;
	database: string;
	/** Asked once each, in this order; `warm` before them, not measured. */
	queries: string[];
	warm: string[];
	/** Milliseconds after which no more is asked. */
	budget: number;
};

/** Milliseconds and bytes; `found` and `times` have as many entries as were asked. */
export type Result = {
	build: number;
	disk: number | null;
	memory: number | null;
	found: number[][];
	times: number[];
};

/** One of every class of both lists. */
const fewest = 24;

type Find = (query: string) => number[] | Promise<number[]>;

async function ask(find: Find, { queries, warm, budget }: Task) {
	const begin = performance.now();
	for (const query of warm) {
		if (performance.now() - begin < budget / 8) await find(query);
	}
	const found: number[][] = [];
	const times: number[] = [];
	let left = budget;
	for (const query of queries) {
		if (left < 0 && found.length >= fewest) break;
		const from = performance.now();
		const one = find(query);
		found.push(one instanceof Promise ? await one : one);
		const time = performance.now() - from;
		times.push(time);
		left -= time;
	}
	return { found, times };
}

function memory(): number {
	globalThis.gc!();
	globalThis.gc!();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** In a function of its own, so that nothing on the stack still holds the documents. */
const textsFor = ({ documents }: Task): Texts[] => documentsOf(documents).map(textsOf);

async function contend(task: Task): Promise<Result> {
	const peer = peers.find(({ name }) => name === task.name);
	if (!peer) throw new Error(task.name);
	const texts = textsFor(task);
	const before = memory();
	const begin = performance.now();
	const engine = await peer.build(texts);
	const build = performance.now() - begin;
	const asked = await ask((query) => engine.find(query), task);
	const taken = memory() - before;
	// The texts were there before; that they still are keeps them out of the difference.
	if (texts.length === 0) throw new Error('nothing to search');
	await engine.close();
	const isServer = peer.name === postgres.name;
	return { build, disk: engine.disk, memory: isServer ? null : taken, ...asked };
}

async function contendOurselves(task: Task): Promise<Result> {
	const before = memory();
	const { db, find } = openOurs(task.database);
	const { found, times } = await ask(find, task);
	const taken = memory() - before;
	const places = placesOf(db, documentsOf(task.documents));
	return {
		build: rebuild(db),
		disk: diskOf(db),
		memory: taken,
		found: found.map((revisions) => revisions.map((revision) => places.get(revision) ?? -1)),
		times
	};
}

if (import.meta.main) {
	const task = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Task;
	const result = await (task.name === ours ? contendOurselves(task) : contend(task));
	process.stdout.write(JSON.stringify(result));
}
