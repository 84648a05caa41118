export type Box = { x: number; y: number; width: number; height: number };
export type Label = { text: string; x: number; y: number };

/** Of a line of text, in pixels; a half-width letter takes half of a full one. */
export function boxOf(text: string, x: number, y: number, size: number): Box {
	const letters = [...text].reduce((sum, one) => sum + (one < '\u2000' ? 0.55 : 1), 0);
	const width = letters * size;
	return { x: x - width / 2, y: y - size / 2, width, height: size };
}

export const overlap = (a: Box, b: Box): boolean =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/**
 * Each text at its point, or a little beside it, where it covers neither what is `taken` nor another
 * text nor the edge; left out where there is no room. The first ones choose first.
 */
export function placeLabels(
	wished: readonly Label[],
	taken: readonly Box[],
	{ width, height, size }: { width: number; height: number; size: number }
): Label[] {
	const boxes = [...taken];
	const placed: Label[] = [];
	for (const { text, x, y } of wished) {
		for (const [right, down] of aside) {
			const label = { text, x: x + right * size, y: y + down * size };
			const box = boxOf(text, label.x, label.y, size);
			const isInside =
				box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
			if (!isInside || boxes.some((other) => overlap(box, other))) continue;
			boxes.push(box);
			placed.push(label);
			break;
		}
	}
	return placed;
}

/** In heights of a letter: in place, below, above, to the sides. */
const aside = [
	[0, 0],
	[0, 1.6],
	[0, -1.6],
	[2.8, 0],
	[-2.8, 0],
	[2.8, 1.6],
	[-2.8, -1.6],
	[0, 3],
	[0, -3]
] as const;

export type Offset = { x: number; y: number };

/** The first of these places at which a box covers nothing, else the one at which it covers least. */
export function clearOffset(box: Box, offsets: readonly Offset[], taken: readonly Box[]): Offset {
	let best = { offset: { x: 0, y: 0 }, covered: Infinity };
	for (const offset of offsets) {
		const moved = { ...box, x: box.x + offset.x, y: box.y + offset.y };
		const covered = taken.reduce((sum, other) => sum + shared(moved, other), 0);
		if (covered === 0) return offset;
		if (covered < best.covered) best = { offset, covered };
	}
	return best.offset;
}

/** Square pixels that both cover. */
function shared(a: Box, b: Box): number {
	const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
	const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
	return wide > 0 && high > 0 ? wide * high : 0;
}
