import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formats } from '#lib/domain/formats/all.ts';
import { parseMapping } from '#lib/domain/formats/mapping/mapping.ts';
import { parseShape } from '#lib/domain/formats/mapping/shapes.ts';
import { compoundTargets } from '#lib/domain/formats/mapping/targets.ts';
import { resourceCsvPage } from '../../scripts/formats.ts';
import { shapes } from '../support/shapes.ts';

test('docs/formats/resource-csv.md is what the table of columns says (npm run generate)', () => {
	expect(readFileSync('docs/formats/resource-csv.md', 'utf8')).toBe(resourceCsvPage());
});

/** How an operator says what a file holds. */
const ofOperators = ['mapping', 'shapes'];

test('every format that can be imported is documented', () => {
	const pages = globSync('docs/formats/*.md').map((file) => file.replaceAll('\\', '/'));
	const names = [...formats.map(({ name }) => name), ...ofOperators];
	expect(pages).toEqual(expect.arrayContaining(names.map((name) => `docs/formats/${name}.md`)));
});

test('docs/formats/mapping.md names every compound field, and its example can be read', () => {
	const page = readFileSync('docs/formats/mapping.md', 'utf8');
	for (const target of Object.keys(compoundTargets))
		expect(page).toMatch(new RegExp(`\\| \`${target}\` +\\|`));
	const [, example] = /```json\n([^]+?)```/.exec(page)!;
	expect(parseMapping(JSON.parse(example!))).toHaveProperty('value');
});

test('docs/formats/shapes.md names every shape, and its example can be read', () => {
	const page = readFileSync('docs/formats/shapes.md', 'utf8');
	for (const { name, title } of shapes)
		expect(page).toMatch(new RegExp(`\\| \`${name}\` +\\| ${title} `));
	const [, example] = /```json\n([^]+?)```/.exec(page)!;
	expect(parseShape(JSON.parse(example!))).toHaveProperty('value');
});
