import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { methods } from '#lib/domain/resource/verification.ts';
import { lineage, vocabularyNames, type Term } from '#lib/domain/labels/vocabulary.ts';

const folder = new URL('../../../data/vocabulary/', import.meta.url);
const read = (name: string) =>
	JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Term[];

test.each(vocabularyNames)('every term of %s has a code, a label, plain words and kana', (name) => {
	const terms = read(name);
	expect(terms.length).toBeGreaterThan(0);
	for (const term of terms) {
		expect(Object.keys(term), term.code).toEqual([
			'code',
			'label',
			...(name === 'ease' ? ['opposite'] : []),
			'plain',
			'kana',
			'parent',
			'symbol',
			'synonyms'
		]);
		expect(term.code).toMatch(/^[a-z0-9-]{1,40}$/);
		expect(term.label.trim() && term.plain.trim(), term.code).toBeTruthy();
		expect(term.kana, term.code).toMatch(/^[ぁ-んー]+$/);
		expect(new Set(term.synonyms).size, term.code).toBe(term.synonyms.length);
	}
	expect(new Set(terms.map(({ code }) => code)).size).toBe(terms.length);
});

test.each(vocabularyNames)(
	'every wider term of %s exists and none goes round in a circle',
	(name) => {
		const terms = new Map(read(name).map((term) => [term.code, term]));
		for (const { code, parent } of terms.values()) {
			if (parent) expect(terms.has(parent), `${code}: ${parent}`).toBe(true);
			expect(terms.get(lineage(terms, code).at(-1)!)!.parent, code).toBeNull();
		}
	}
);

test('what 「いいえ」 to an ease means is said in words of its own', () => {
	const eases = read('ease');
	expect(eases.filter(({ opposite }) => !opposite)).toEqual([]);
	expect(new Set(eases.flatMap(({ label, opposite }) => [label, opposite])).size).toBe(
		2 * eases.length
	);
});

test('every widest category has a symbol of its own', () => {
	const widest = read('category').filter(({ parent }) => parent === null);
	const symbols = widest.map(({ symbol }) => symbol);
	expect(symbols).not.toContain(null);
	expect(new Set(symbols).size).toBe(symbols.length);
});

test('the ways of checking are those that the code knows', () => {
	expect(read('method').map(({ code }) => code)).toEqual([...methods]);
});

test('work is not among the first wishes', () => {
	const codes = read('need').map(({ code }) => code);
	expect(codes.indexOf('own-way-work')).toBeGreaterThan(codes.length / 2);
});
