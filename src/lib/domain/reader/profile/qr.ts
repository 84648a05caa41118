import { encode } from 'uqr';

/** A QR code as path data on a square of `size` modules, the quiet zone around it included. */
export type Qr = { size: number; path: string };

/** ISO/IEC 18004: four modules of white on every side. */
const quietZone = 4;

/** `mask`: of the eight that every reader knows; to find the best one takes as long as all eight. */
export function qrOf(text: string, { mask = -1 }: { mask?: number } = {}): Qr {
	const { size, data } = encode(text, { ecc: 'M', border: quietZone, maskPattern: mask });
	const path = data
		.flatMap((row, y) => runsOf(row).map(([from, to]) => `M${from} ${y}h${to - from}v1H${from}z`))
		.join('');
	return { size, path };
}

function runsOf(row: readonly boolean[]): [from: number, to: number][] {
	const runs: [number, number][] = [];
	row.forEach((isBlack, x) => {
		if (!isBlack) return;
		const last = runs.at(-1);
		if (last?.[1] === x) last[1] = x + 1;
		else runs.push([x, x + 1]);
	});
	return runs;
}
