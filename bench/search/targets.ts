import type { Extra } from './extra.ts';
import type { Figures } from './figures.ts';
import { miniSearchNormalised } from './libraries.ts';
import { ours } from './ours.ts';

type Rule = 'at least' | 'at most';

function target(what: string, found: number, rule: Rule, wanted: number, unit = ''): Extra {
	const digits = unit === '' ? 3 : 2;
	return {
		what,
		figure: `${found.toFixed(digits)}${unit}`,
		asked: `${rule === 'at least' ? '≥' : '≤'} ${wanted}${unit}`,
		reached: rule === 'at least' ? found >= wanted : found <= wanted
	};
}

/** The figures of the issue, from the tables; those of a size that was not asked for are left out. */
export function targets(first: readonly Figures[], second: readonly Figures[]): Extra[] {
	const sizes = [...new Set(first.map(({ documents }) => documents))];
	const mine = first.filter(({ engine }) => engine === ours);
	const small = mine.find(({ documents }) => documents >= 10_000 && documents < 20_000);
	const large = mine.find(({ documents }) => documents >= 100_000);
	const rows: Extra[] = [];
	if (small) {
		const other = second.find(
			({ engine, documents }) => engine === ours && documents === small.documents
		)!;
		rows.push(
			target('recall@10 at 10 k', small.recall, 'at least', 0.98),
			target('worst class at 10 k', Math.min(...Object.values(small.byClass)), 'at least', 0.9),
			target('MRR at 10 k', small.mrr, 'at least', 0.96),
			target('generated list, how far below', small.recall - other.recall, 'at most', 0.02),
			target('p95 at 10 k', small.p95, 'at most', 2, ' ms')
		);
	}
	if (large) {
		rows.push(
			target('recall@10 at 100 k', large.recall, 'at least', 0.95),
			target('p95 at 100 k', large.p95, 'at most', 5, ' ms'),
			target('disk at 100 k', large.disk! / 1e6, 'at most', 60, ' MB'),
			target('memory at 100 k', large.memory! / 1e6, 'at most', 150, ' MB')
		);
	}
	if (small && large) {
		rows.push(
			target('growth of p95 from 10 k to 100 k', large.p95 / small.p95, 'at most', 4, ' ×')
		);
	}
	for (const size of sizes) {
		const us = mine.find(({ documents }) => documents === size)!;
		for (const peer of first.filter((one) => one.documents === size && one.engine !== ours)) {
			const isAhead = us.recall > peer.recall && us.mrr > peer.mrr;
			rows.push({
				what: `ahead of ${peer.engine} at ${size}`,
				figure: `recall +${(us.recall - peer.recall).toFixed(3)}, MRR +${(us.mrr - peer.mrr).toFixed(3)}`,
				asked: 'both',
				reached: isAhead
			});
			if (peer.engine === miniSearchNormalised.name) {
				const what = `p95 beside ${peer.engine} at ${size}`;
				rows.push(target(what, us.p95 / peer.p95, 'at most', 0.1, ' ×'));
			}
		}
	}
	return rows;
}
