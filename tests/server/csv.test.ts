import { expect, test } from 'vitest';
import { csv } from '#lib/server/csv.ts';

test.each([...'=+-@|%＝＋－＠｜％', '\t', '\r'])(
	'a cell that begins with %j does not run',
	(sign) => {
		expect(csv([[`${sign}cmd`]])).toContain(`'${sign}cmd`);
	}
);

test('numbers and words stay as they are', () => {
	expect(csv([['場所', -3, null]])).toBe('\uFEFF場所,-3,\r\n');
});
