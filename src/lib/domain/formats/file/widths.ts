import type { Finding } from '#lib/domain/formats/format.ts';
import { isBlank } from './blank.ts';
import { finding, type Line } from './detection.ts';

const mostTold = 100;

/** Rows that have fewer or more cells than the header: what is missing is blank, what is more is kept. */
export function misshapen(rows: readonly Line[], width: number): Finding[] {
	const odd = rows.filter(
		({ cells }) => cells.length < width || cells.findLastIndex((cell) => !isBlank(cell)) >= width
	);
	const told = odd.slice(0, mostTold).map(({ line, cells }) => {
		const counts = `見出しは${width}列、この行は${cells.length}列`;
		const rest = cells.length < width ? '足りない列は空として' : 'はみ出した中身は別の列として';
		return finding(`列の数が見出しと合いません（${counts}）。${rest}読みました。`, { line });
	});
	if (odd.length > mostTold) {
		told.push(finding(`列の数が見出しと合わない行が、ほかに${odd.length - mostTold}行あります。`));
	}
	return told;
}
