import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { telephonesIn } from '#lib/domain/input/telephone.ts';

it('Every telephone of the sample can be tapped, and belongs to nobody', () => {
	const text = globSync('data/sample/resources/*.json')
		.map((file) => readFileSync(file, 'utf8'))
		.join('\n');
	const numbers = [...text.matchAll(/"number": "([^"]+)"/g)].map(([, number]) => number!);
	expect(numbers.length).toBeGreaterThan(70);
	expect(
		numbers.filter((number) => !/^000-/.test(number) || telephonesIn(number).length !== 1)
	).toEqual([]);
});
