import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Those who read contents as they were written: for staff, or to write them. Answers on the web use `tellable`. */
const forStaff = [
	...['erasure', 'inspection', 'resources', 'undoing/steps', 'search/write', 'imports/plan'],
	...['resources/desk', 'resources/editor', 'resources/life', 'resources/submission'],
	...['proposals/decision', 'erasure/notes', 'erasure/outlook'],
	...['editions/asking', 'editions/checking', 'editions/proof', 'editions/readiness']
].map((name) => `src/lib/server/${name}.ts`);

test('Contents reach an answer on the web in one way alone', () => {
	const readers = globSync('src/{lib/server,routes,hooks}/**/*.ts')
		.filter((file) => !file.startsWith('src/routes/staff/'))
		.filter((file) =>
			/\bcontents\b.*(?:contents\/read|server\/resources)\.ts'/.test(readFileSync(file, 'utf8'))
		);
	expect(readers.sort()).toEqual([...forStaff, 'src/lib/server/contents/telling.ts'].sort());
});
