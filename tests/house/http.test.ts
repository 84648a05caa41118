import { expect, test } from 'vitest';
import { sources } from '../support/import-graph.ts';

/** Without comments and texts. */
const codeOf = (text: string) => text.replace(/\/\*[^]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'/g, '');
const ofHttp = /\b(FormData|Request|Response)\b/;

test('a request, its form and its answer are read in routes and server/web alone', () => {
	const below = [...sources()].filter(([file]) =>
		/^src\/lib\/(domain|server\/(?!web\/))/.test(file)
	);
	expect(below.length).toBeGreaterThan(200);
	expect(below.filter(([, text]) => ofHttp.test(codeOf(text))).map(([file]) => file)).toEqual([]);
});

test('a form that the domain would read is found', () => {
	expect(ofHttp.test(codeOf('const a = (form: FormData) => form; // typed'))).toBe(true);
	expect(ofHttp.test(codeOf("/** A Response. */ const a = 'Request'; // FormData"))).toBe(false);
});
