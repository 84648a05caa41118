import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale } from '../../src/cli/build.ts';

let folder: string;
const at = (file: string) => path.join(folder, file);
const touch = (file: string, minute: number) =>
	utimesSync(at(file), new Date(2026, 0, 1, 0, minute), new Date(2026, 0, 1, 0, minute));

function write(file: string, minute: number) {
	mkdirSync(path.dirname(at(file)), { recursive: true });
	writeFileSync(at(file), '');
	touch(file, minute);
}

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'build-'));
	for (const file of ['src/lib/a.ts', 'static/b.svg', 'package.json']) {
		write(file, 1);
	}
	write('build/index.js', 5);
	for (const directory of ['src', 'src/lib', 'static']) touch(directory, 1);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('A build', () => {
	it('that is newer than everything it was made of is kept', () => {
		expect(isStale(folder)).toBe(false);
	});

	it('is stale when there is none', () => {
		rmSync(at('build'), { recursive: true });
		expect(isStale(folder)).toBe(true);
	});

	it.each([
		'src/lib/a.ts',
		'static/b.svg',
		'package.json',
		'package-lock.json',
		'svelte.config.js',
		'vite.config.ts'
	])('is stale when %s is newer', (file) => {
		write(file, 9);
		expect(isStale(folder)).toBe(true);
	});

	it('is stale when a source was removed', () => {
		rmSync(at('src/lib/a.ts'));
		expect(isStale(folder)).toBe(true);
	});

	it('does not grow old when the database, a word or a test changes', () => {
		for (const file of ['data/bookmark.db', 'data/vocabulary/c.json', 'tests/a.test.ts']) {
			write(file, 9);
		}
		expect(isStale(folder)).toBe(false);
	});
});
