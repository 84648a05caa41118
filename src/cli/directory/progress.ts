import type { Io } from './io.ts';

const width = 24;

/** A bar on a terminal, for a stage with so many steps; nothing elsewhere. */
export function progressBar(io: Io, labels: Record<string, string>) {
	let drawn = '';
	return {
		step(stage: string, done: number, total: number) {
			if (!io.redraw) return;
			const part = total === 0 ? 1 : Math.min(done / total, 1);
			const full = Math.round(part * width);
			const bar = '█'.repeat(full) + '░'.repeat(width - full);
			const text = `${labels[stage] ?? stage} ${bar} ${String(Math.round(part * 100)).padStart(3)}%`;
			if (text !== drawn) io.redraw((drawn = text));
		},
		clear() {
			if (drawn) io.redraw?.('');
			drawn = '';
		}
	};
}
