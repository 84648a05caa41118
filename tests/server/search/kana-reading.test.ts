import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { readingOf } from '#lib/server/search/kana-reading.ts';

it.each([
	['居場所', 'いばしょ'],
	['社会福祉法人 髙﨑市社会福祉協議会', 'たかさきししゃかいふくしきょうぎかい'],
	['希望の家 相談センター', 'きぼうのいえそうだんせんたー'],
	['', '']
])('%s is said %s', (name, reading) => {
	expect(readingOf(name)).toBe(reading);
});

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.(ts|js|svelte)$/.test(file))
	.map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));
const naming = (words: RegExp) =>
	sources.filter(({ text }) => words.test(text)).map(({ file }) => file);

test('the dictionary is read where places are written, and never by what readers see', () => {
	expect(naming(/'lindera-/)).toEqual(['lib/server/search/kana-reading.ts']);
	const readers = naming(/search\/kana-reading\.ts'|\.\/kana-reading\.ts'/);
	const writes = (file: string) =>
		file === 'cli/directory/import.ts' ||
		/^routes\/staff\//.test(file) ||
		[
			...['lib/server/editing/preview.ts', 'lib/server/editing/submit.ts'],
			...['lib/server/imports/child/jobs.ts', 'cli/import-work.ts'],
			'lib/server/booklet/collecting/readings.ts'
		].includes(file);
	expect(readers.filter((file) => !writes(file))).toEqual([]);
	expect(readers).toContain('cli/directory/import.ts');
	// A booklet with kana is made in a process of its own.
	expect(naming(/booklet\/collecting\/readings\.ts'/)).toEqual([
		'lib/server/booklet/typesetting/typesetter.ts'
	]);
	const ofReaders = naming(/editing\/(preview|submit)\.ts'/).filter(
		(file) => file.startsWith('routes/') && !file.startsWith('routes/staff/')
	);
	expect(ofReaders).toEqual([]);
});
