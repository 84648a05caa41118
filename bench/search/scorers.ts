import Fuse, { type IFuseOptions } from 'fuse.js';
import path from 'node:path';
import { byCloseness, type Scorer } from '#lib/domain/search/match/fuzzy.ts';
import type { Names } from '#lib/domain/search/index.ts';
import { search, type Scorers } from '#lib/domain/search/search.ts';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { catalogue } from '#lib/server/search/catalogue.ts';
import { judge, measure } from '../../tests/domain/search/relevance.ts';
import { vocabularies, type Searched } from '../search-data.ts';
import type { Lists } from './comparison.ts';
import { percentile } from './figures.ts';
import { fill, placesOf } from './filling.ts';

/** More letters, and Fuse counts in seconds. */
const longest = 32;
const rounds = 3;

/** Fuse over the names of the last few, made anew for every query as they are others every time. */
function byFuse(options: IFuseOptions<Names>): Scorer {
	return (names) => {
		const shown = names.map(({ n, r }) => ({ n: n.map(cut), r: r.map(cut) }));
		const fuses = new Map(
			(['n', 'r'] as const).map((key) => [
				key as string,
				new Fuse(shown, { keys: [key], includeScore: true, shouldSort: false, ...options })
			])
		);
		return (forms) => {
			const best = names.map(() => 0);
			for (const { text, field } of forms) {
				for (const { refIndex, score } of fuses.get(field)!.search(cut(text))) {
					best[refIndex] = Math.max(best[refIndex]!, 1 - score!);
				}
			}
			return best;
		};
	};
}

const cut = (text: string) => text.slice(0, longest);

const anywhere = { ignoreLocation: true, ignoreFieldNorm: true };
const fuse = byFuse({ ...anywhere, threshold: 0.6 });
const fuseStrict = byFuse({ ...anywhere, threshold: 0.4 });
const fuseWithLengths = byFuse({ ignoreLocation: true, threshold: 0.6 });
const fuseFromStart = byFuse({ ignoreFieldNorm: true, threshold: 0.6 });
const fuseWords = byFuse({ ...anywhere, threshold: 0.4, useTokenSearch: true });
const nobody: Scorer = (names) => () => names.map(() => 0);

const contenders: [string, Scorers][] = [
	['ours: closeness', { hits: byCloseness, slips: byCloseness }],
	['Fuse, hits and slips', { hits: fuse, slips: fuse }],
	['Fuse for hits only', { hits: fuse, slips: byCloseness }],
	['Fuse for slips only', { hits: byCloseness, slips: fuse }],
	['Fuse, threshold .4', { hits: fuseStrict, slips: fuseStrict }],
	['Fuse, field lengths count', { hits: fuseWithLengths, slips: fuseWithLengths }],
	['Fuse, place counts', { hits: fuseFromStart, slips: fuseFromStart }],
	['Fuse, token search', { hits: fuseWords, slips: fuseWords }],
	['no order for hits', { hits: nobody, slips: byCloseness }]
];

export type ScorerFigures = Record<string, string>;

const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Who orders the last few best: every scorer asks the same index the same questions, in turns. */
export function compareScorers(
	documents: readonly Searched[],
	lists: Lists,
	folder: string
): ScorerFigures[] {
	const db = openDatabase(path.join(folder, 'scorers.db'));
	fill(db, documents);
	const { index, lexicon, scope } = catalogue(db, 'everything');
	const places = placesOf(db, documents);
	const relevant = judge(documents, vocabularies);
	const ask = (query: string, scorers: Scorers) =>
		search(index, query, { scope, lexicon, scorers, limit: 10 });
	const questions = (['written', 'generated'] as const).flatMap((list) =>
		lists[list].map((golden) => ({ list, golden, relevant: relevant(golden) }))
	);
	const measured = contenders.map(([, scorers]) =>
		questions.map(({ golden, relevant }) => {
			const { documents, fuzzy } = ask(golden.query, scorers);
			return {
				...measure(
					relevant,
					documents.map((one) => places.get(one) ?? -1)
				),
				fuzzy
			};
		})
	);
	const times = contenders.map(() => ({ hits: [] as number[], slips: [] as number[] }));
	for (let round = 0; round < rounds; round++) {
		for (const [at, [, scorers]] of contenders.entries()) {
			for (const [place, { golden }] of questions.entries()) {
				const begin = performance.now();
				ask(golden.query, scorers);
				const time = performance.now() - begin;
				times[at]![measured[0]![place]!.fuzzy ? 'slips' : 'hits'].push(time);
			}
		}
	}
	close(db);
	return contenders.map(([scorer], at) => {
		const of = (
			list: 'written' | 'generated' | null,
			what: 'recall' | 'reciprocalRank',
			slips?: boolean
		) =>
			mean(
				measured[at]!.filter(
					(_, place) =>
						(list === null || questions[place]!.list === list) &&
						(slips === undefined || measured[0]![place]!.fuzzy === slips)
				).map((one) => one[what])
			).toFixed(3);
		const { hits, slips } = times[at]!;
		return {
			scorer,
			'recall, written': of('written', 'recall'),
			'MRR, written': of('written', 'reciprocalRank'),
			'recall, generated': of('generated', 'recall'),
			'MRR, generated': of('generated', 'reciprocalRank'),
			'MRR, slips': of(null, 'reciprocalRank', true),
			'p50 ms': percentile([...hits, ...slips], 0.5).toFixed(2),
			'p95 ms': percentile([...hits, ...slips], 0.95).toFixed(2),
			'p95 ms, slips': percentile(slips, 0.95).toFixed(2)
		};
	});
}
