export type Extra = { what: string; figure: string; asked: string; reached: boolean };

export const timed = (act: () => unknown): number => {
	const begin = performance.now();
	act();
	return performance.now() - begin;
};

/** Nobody has asked for less. */
export const known = (what: string, time: number): Extra => ({
	what,
	figure: ms(time),
	asked: '',
	reached: true
});

const ms = (time: number) => `${time.toFixed(2)} ms`;
export const within = (what: string, time: number, most: number): Extra => ({
	what,
	figure: ms(time),
	asked: `≤ ${most} ms`,
	reached: time <= most
});

/** What is not asked for, only told. */
export const note = (what: string, figure: string): Extra => ({
	what,
	figure,
	asked: '',
	reached: true
});
