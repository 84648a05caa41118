import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Those who read contents as they were written: for staff, or to write them. Answers on the web use `tellable`. */
const forStaff = [
	...['start/check', 'resources/records', 'search/write', 'search/proof', 'imports/plan'],
	...['staff-view', 'editor', 'withdrawal', 'submit', 'verify', 'undo-rules'].map(
		(name) => `editing/${name}`
	),
	...['proposals/decision', 'erasure/erase', 'erasure/notes', 'erasure/outlook'].map(
		(name) => `editing/${name}`
	),
	...['editions/round/calls', 'editions/proof', 'editions/round/readiness']
].map((name) => `src/lib/server/${name}.ts`);

test('Contents reach an answer on the web in one way alone', () => {
	const readers = globSync('src/{lib/server,routes,hooks}/**/*.ts')
		.filter((file) => !file.startsWith('src/routes/staff/'))
		.filter((file) =>
			/\bcontents\b.*(?:(?:contents|\.)\/read|resources\/records)\.ts'/.test(
				readFileSync(file, 'utf8')
			)
		);
	expect(readers.sort()).toEqual([...forStaff, 'src/lib/server/contents/telling.ts'].sort());
});
