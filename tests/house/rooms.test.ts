import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cycles, importGraph, roomGraph, sources } from '../support/import-graph.ts';

const graph = importGraph(sources());

describe('Imports', () => {
	it('are read from every file', () => {
		const edges = [...graph.values()].reduce((sum, targets) => sum + targets.size, 0);
		expect(graph.size).toBeGreaterThan(500);
		expect(edges).toBeGreaterThan(2 * graph.size);
	});

	it('make no cycle of files', () => expect(cycles(graph)).toEqual([]));

	it.each(['src/lib/domain', 'src/lib/server'])('make no cycle of rooms in %s', (layer) => {
		const rooms = roomGraph(graph, layer);
		expect(rooms.size).toBeGreaterThan(10);
		expect(cycles(rooms)).toEqual([]);
	});

	const made = (entries: [string, string][]) => importGraph(new Map(entries));

	it('that make a cycle are found, whether of values, of types, by name or in a call', () => {
		const found = made([
			['src/lib/server/a/one.ts', `import { x } from './two.ts';`],
			['src/lib/server/a/two.ts', `import type {\n\tX\n} from '#lib/server/b/three.ts';`],
			['src/lib/server/b/three.ts', `export * from '../b/four.ts';`],
			['src/lib/server/b/four.ts', `const one = await import('#lib/server/a/one.ts');`],
			['src/lib/server/b/five.ts', `import './four.ts';`]
		]);
		expect(cycles(found)).toEqual([
			['a/one', 'a/two', 'b/four', 'b/three'].map((name) => `src/lib/server/${name}.ts`)
		]);
	});

	it('that make a cycle of rooms are found where no file is in one', () => {
		const found = made([
			['src/lib/server/a/one.ts', `import { x } from '#lib/server/b/two.ts';`],
			['src/lib/server/b/two.ts', ''],
			['src/lib/server/b/three.ts', `import { x } from '#lib/server/a/four.ts';`],
			['src/lib/server/a/four.ts', '']
		]);
		expect(cycles(found)).toEqual([]);
		expect(cycles(roomGraph(found, 'src/lib/server'))).toEqual([['a', 'b']]);
	});
});

describe('A folder of src/lib', () => {
	const mostEntries = 16;
	const entries = Map.groupBy(globSync('src/lib/**/*'), (entry) => path.dirname(entry));

	it(`holds at most ${mostEntries} entries`, () => {
		const wide = [...entries].filter(([, { length }]) => length > mostEntries);
		expect(wide.map(([folder, { length }]) => `${folder}: ${length}`)).toEqual([]);
	});
});

describe('A folder of tests', () => {
	it('for domain, server or ui has the name of one there', () => {
		const folders = globSync('tests/{domain,server,ui}/**/*.test.ts').map((file) =>
			path.dirname(file).replaceAll('\\', '/')
		);
		const known = new Set(
			globSync('src/lib/**/*').map((entry) => path.dirname(entry).replaceAll('\\', '/'))
		);
		const strange = [...new Set(folders)].filter(
			(folder) => !known.has(folder.replace(/^tests/, 'src/lib'))
		);
		expect(strange).toEqual([]);
	});
});
