import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { precisions } from '#lib/domain/resource/content.ts';
import { entryStates } from '#lib/domain/edition/edition.ts';

const glossary = readFileSync('docs/glossary.md', 'utf8');
const words = [...glossary.matchAll(/^\| [^|]+ \| ([a-z]+) +\|/gm)].map(([, word]) => word!);

describe('The glossary', () => {
	it('has one word per thing', () => {
		expect(words.length).toBeGreaterThan(10);
		expect(new Set(words).size).toBe(words.length);
	});

	it.each([...precisions, ...entryStates])('knows %s', (word) => {
		expect(glossary).toMatch(new RegExp(`\\b${word}\\b`));
	});

	it('has no second word for a resource: none of them is the name of a file, a column or an address', () => {
		const others = /(^|[-_/[])(items?|records?|facilit(y|ies)|spots?|shops?)([-_./\]]|$)/i;
		const files = globSync('{src,tests,bench,scripts}/**').filter((file) => others.test(file));
		const columns = [
			...readFileSync('src/lib/server/database/schema/index.ts', 'utf8').matchAll(
				/^\s*(\w+): (?:text|integer|real|json|flag)/gm
			)
		]
			.map(([, name]) => name!)
			.filter((name) => others.test(name));
		expect([files.map((file) => path.normalize(file)), columns]).toEqual([[], []]);
	});
});
