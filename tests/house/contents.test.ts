import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Those who read contents as they were written: for staff, or to write them. Answers on the web use `tellable`. */
const forStaff = [
	...['editor', 'staff-view', 'submit', 'verify', 'withdrawal', 'undo/undo-rules'].map(
		(name) => `editing/${name}`
	),
	...['erasure/erase', 'erasure/notes', 'erasure/outlook', 'proposals/decision'].map(
		(name) => `editing/${name}`
	),
	...['editions/proof', 'editions/round/calls', 'editions/round/readiness'],
	...[
		'imports/compare/plan',
		'imports/previews/rows',
		'imports/write/undo',
		'search/proof',
		'search/write',
		'start/check'
	]
].map((name) => `src/lib/server/${name}.ts`);

test('Contents reach an answer on the web in one way alone', () => {
	const readers = globSync('src/{lib/server,routes,hooks}/**/*.ts')
		.filter((file) => !file.startsWith('src/routes/staff/'))
		.filter((file) => /\bcontents\b.*(?:contents|\.)\/read\.ts'/.test(readFileSync(file, 'utf8')));
	expect(readers.sort()).toEqual([...forStaff, 'src/lib/server/contents/telling.ts'].sort());
});
