import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { resolved } from '../../src/cli/loading.ts';

const folder = path.resolve('node_modules/drizzle-orm');
const imports = globSync('**/*.js', { cwd: folder }).flatMap((file) => {
	const parent = pathToFileURL(path.join(folder, file)).href;
	const text = readFileSync(path.join(folder, file), 'utf8');
	return [...text.matchAll(/^(?:import|export)\b[^'"]*['"](\.[^'"]+)['"]/gm)].map(
		([, specifier]) => ({ parent, specifier: specifier! })
	);
});

test('every module that Drizzle imports by its path is found where it is', () => {
	expect(imports.length).toBeGreaterThan(1000);
	const lost = imports.filter(({ specifier, parent }) => {
		const found = resolved(specifier, parent);
		return !found || !existsSync(fileURLToPath(found.url));
	});
	expect(lost).toEqual([]);
});

test('all of them are ES modules: one package.json says so, and none below it says otherwise', () => {
	expect(globSync('**/package.json', { cwd: folder })).toEqual(['package.json']);
	const { type } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
		type: string;
	};
	expect(type).toBe('module');
});

test('what other packages import, and what is imported by a name, is left to Node', () => {
	const drizzle = pathToFileURL(path.join(folder, 'index.js')).href;
	const other = pathToFileURL(path.resolve('node_modules/valibot/dist/index.mjs')).href;
	expect(resolved('better-sqlite3', drizzle)).toBeNull();
	expect(resolved('./data.json', drizzle)).toBeNull();
	expect(resolved('./a.js', other)).toBeNull();
	expect(resolved('./a.js', undefined)).toBeNull();
});
