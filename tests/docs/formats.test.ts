import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formats } from '#lib/domain/formats/all.ts';
import { resourceCsvPage } from '../../scripts/formats.ts';

test('docs/formats/resource-csv.md is what the table of columns says (npm run generate)', () => {
	expect(readFileSync('docs/formats/resource-csv.md', 'utf8')).toBe(resourceCsvPage());
});

test('every format that can be imported is documented', () => {
	const pages = globSync('docs/formats/*.md').map((file) => file.replaceAll('\\', '/'));
	expect(pages).toEqual(
		expect.arrayContaining(formats.map(({ name }) => `docs/formats/${name}.md`))
	);
});
