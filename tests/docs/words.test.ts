import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const glossary = readFileSync('docs/glossary.md', 'utf8');
const table = glossary.slice(glossary.indexOf('## Words of the pages'));
const words = [...table.matchAll(/^\| (\S+) +\| (\S+) +\|$/gm)]
	.map(([, written, not]) => [written!, not!] as const)
	.filter(([written]) => /\p{sc=Han}/u.test(written));

/** What people type is read in any spelling, so the rooms that read it hold both. */
const reads = /^src\/lib\/(domain\/(search|formats|text|input|schedule\/words)|server\/search)\//;
const pages = globSync('{src,data/booklet}/**/*.{svelte,ts,typ}')
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => !reads.test(file))
	// 「{途中|とちゅう}」 is 途中, with its reading.
	.map((file) => [file, readFileSync(file, 'utf8').replace(/\|[ぁ-ん]+\}/g, '}')] as const);

it('The glossary lists how common words are written', () => {
	expect(words.length).toBeGreaterThanOrEqual(15);
});

it.each(words)('Pages say %s, never %s', (_, not) => {
	const inflected = not
		.replace(/す$/, '[さしすせそ]')
		.replace(/む$/, '[まみむめもん]')
		.replace(/る$/, '');
	const found = pages.filter(([, text]) => new RegExp(inflected).test(text));
	expect(found.map(([file]) => file)).toEqual([]);
});
