import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;
const files = globSync('{src,bench,scripts}/**/*.{ts,js,svelte}')
	.map((file) => ({ file: file.replaceAll('\\', '/'), lines: lines(file) }))
	// Tables of columns are read from top to bottom, not programs.
	.filter(({ file }) => !/columns?\.ts$/.test(file));

describe('A source file', () => {
	it('has at most 250 lines: then it is split by noun', () => {
		expect(files.filter((file) => file.lines > 250)).toEqual([]);
	});

	it('of a route has at most 80', () => {
		const isRoute = /^src\/routes\/.*\+(page|layout|server)(\.server)?\.ts$/;
		expect(files.filter(({ file, lines }) => isRoute.test(file) && lines > 80)).toEqual([]);
	});

	it('stands in a folder with the name of a layer or a noun', () => {
		const untidy =
			/\/(utils?|helpers?|services?|managers?|stores?|types|common|shared|misc)(\/|\.ts$)/;
		expect(files.filter(({ file }) => untidy.test(file))).toEqual([]);
	});
});
