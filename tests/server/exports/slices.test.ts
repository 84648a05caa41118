import { expect, test } from 'vitest';
import { inSlices, sliceSize } from '#lib/server/exports/slices.ts';

test('others have their turn after each slice, and every row is in one', async () => {
	const order: string[] = [];
	const rows = Array.from({ length: 2 * sliceSize + 1 }, (_, at) => at);
	const writing = inSlices(rows, (slice) => {
		order.push(`slice of ${slice.length}`);
		setImmediate(() => order.push('a reader'));
		return slice;
	});
	expect((await writing).flat()).toEqual(rows);
	const [full, last] = [`slice of ${sliceSize}`, 'slice of 1'];
	expect(order.slice(0, 5)).toEqual([full, 'a reader', full, 'a reader', last]);
});
