import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	fieldsOf,
	nextStep,
	parsePath,
	pathAddress,
	previousStep,
	steps
} from '#lib/domain/reader/guide/path.ts';

const read = (query: string) => parsePath(new URLSearchParams(query));

describe('the path for those who do not know', () => {
	it('is read from its address, and written as it was', () => {
		const query =
			'for=family&wish=family-heard&wish=home&region=sakura&municipality=990019&how=no-phone&step=found';
		const { path, step } = read(query);
		expect(path).toEqual({
			whom: 'family',
			wishes: ['family-heard', 'home'],
			region: 'sakura',
			municipality: '990019',
			online: false,
			how: ['no-phone']
		});
		expect(pathAddress(path, step)).toBe(`/guide?${query}`);
		expect(fieldsOf(path, 'wish').map(([name]) => name)).toEqual([
			'for',
			'region',
			'municipality',
			'how'
		]);
	});

	it('can be gone without a single answer, there and back', () => {
		const { path } = read('');
		const walked = ['for'];
		let step = nextStep(path, 'for');
		for (; step !== 'found'; step = nextStep(path, step)) walked.push(step);
		expect(walked).toEqual(['for', 'wish', 'where', 'how']);
		expect(previousStep(path, 'how')).toBe('where');
		expect(previousStep(path, 'for')).toBeNull();
	});

	it('asks for a town within a region only', () => {
		const { path } = read('region=sakura');
		expect(nextStep(path, 'where')).toBe('town');
		expect(previousStep(path, 'how')).toBe('town');
	});

	it('is whole whatever is written in the address', () => {
		const text = fc.string({ unit: 'binary', maxLength: 60 });
		const query = fc.array(
			fc.tuple(fc.oneof(fc.constantFrom('for', 'wish', 'region', 'how', 'step'), text), text)
		);
		fc.assert(
			fc.property(query, (pairs) => {
				const { path, step } = parsePath(new URLSearchParams(pairs));
				expect(steps).toContain(step);
				const again = parsePath(new URL(pathAddress(path, step), 'http://a').searchParams);
				expect(again).toEqual({ path, step });
			})
		);
	});
});
