import {
	measure,
	queryClasses,
	type Golden,
	type QueryClass
} from '../../tests/domain/search/relevance.ts';
import type { Result } from './contender.ts';

export type Figures = {
	engine: string;
	documents: number;
	asked: number;
	recall: number;
	mrr: number;
	byClass: Partial<Record<QueryClass, number>>;
	p50: number;
	p95: number;
	build: number;
	disk: number | null;
	memory: number | null;
};

export const percentile = (times: readonly number[], share: number): number =>
	times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ??
	NaN;

const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Over the queries of one list; the result may hold fewer answers than were to be asked. */
export function figuresOf(
	engine: string,
	documents: number,
	asked: readonly { golden: Golden; relevant: Set<number> }[],
	{ found, times, build, disk, memory }: Result,
	isInList: (golden: Golden) => boolean
): Figures {
	const measured = found.flatMap((answer, at) => {
		const { golden, relevant } = asked[at]!;
		return isInList(golden) ? [{ golden, ...measure(relevant, answer), time: times[at]! }] : [];
	});
	const byClass = Object.fromEntries(
		queryClasses.flatMap((name) => {
			const recalls = measured.flatMap((one) => (one.golden.class === name ? [one.recall] : []));
			return recalls.length > 0 ? [[name, mean(recalls)]] : [];
		})
	);
	return {
		engine,
		documents,
		asked: measured.length,
		recall: mean(measured.map(({ recall }) => recall)),
		mrr: mean(measured.map(({ reciprocalRank }) => reciprocalRank)),
		byClass,
		p50: percentile(times, 0.5),
		p95: percentile(times, 0.95),
		build,
		disk,
		memory
	};
}

const short = (share: number) => share.toFixed(3).replace(/^0/u, '');
const mega = (bytes: number | null) => (bytes === null ? '–' : (bytes / 1e6).toFixed(0));

/** As console.table prints it. */
export const row = (figures: Figures, of: number) => ({
	engine: figures.engine,
	documents: figures.documents,
	'recall@10': short(figures.recall),
	MRR: short(figures.mrr),
	'p50 ms': figures.p50.toFixed(2),
	'p95 ms': figures.p95.toFixed(2),
	'build s': (figures.build / 1000).toFixed(1),
	'disk MB': mega(figures.disk),
	'memory MB': mega(figures.memory),
	asked: figures.asked < of ? `sample: ${figures.asked} of ${of}` : `${of}`
});

export const classRow = ({ engine, documents, byClass }: Figures) => ({
	engine,
	documents,
	...Object.fromEntries(Object.entries(byClass).map(([name, recall]) => [name, short(recall)]))
});
