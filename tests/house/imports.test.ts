import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it, vi } from 'vitest';

// The project's own rules, without the type information that a file which does not exist cannot have.
const eslint = new ESLint({
	overrideConfig: [tseslint.configs.disableTypeChecked] as ESLint.Options['overrideConfig']
});

// Nor what finds it more quickly (scripts/svelte-types.js), which would complain.
vi.stubEnv('SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK', '0');

const importRules = ['@typescript-eslint/no-restricted-imports', 'no-restricted-syntax'];

async function complaints(filePath: string, code: string, rules = importRules) {
	const source = filePath.endsWith('.svelte') ? `<script lang="ts">\n${code}\n</script>\n` : code;
	const [result] = await eslint.lintText(source, { filePath });
	const fatal = result!.messages.find((message) => message.fatal);
	if (fatal) throw new Error(`${filePath}: ${fatal.message}`);
	return result!.messages.filter((message) => rules.includes(message.ruleId ?? ''));
}

const anyones = [
	'$lib/domain/x',
	'$env/dynamic/private',
	'/src/lib/domain/x.ts',
	'#lib/shared/x.ts'
];
const svelte = ['svelte', 'svelte/store', './Choice.svelte'];
const kit = ['@sveltejs/kit', '@sveltejs/adapter-node'];
const app = ['$app/state', '$app/server'];
const database = ['drizzle-orm', 'drizzle-orm/sqlite-core', 'better-sqlite3'];
const node = ['node:fs', 'node:fs/promises', 'fs', 'path'];
const server = ['#lib/server/resources/resources.ts', '#lib/server/database/schema/index.ts'];
const ui = ['#lib/ui/Choice.svelte', '#lib/ui/format.ts'];
const domain = ['#lib/domain/search/filter.ts', '#lib/domain/formats/csv.ts'];
const upwards = ['../server/resources.ts', './../ui/format.ts', '../../routes/x.ts', '..'];

type Row = { file: string; forbidden: string[]; allowed: string[] };

const rows: Row[] = [
	{
		file: 'src/lib/domain/sample.ts',
		forbidden: [
			...anyones,
			...upwards,
			...svelte,
			...kit,
			...app,
			...database,
			...node,
			...server,
			...ui
		],
		allowed: [
			...domain,
			'./filter.ts',
			'fuse.js',
			'valibot',
			'csv-parse/sync',
			'#data/vocabulary/needs.json'
		]
	},
	{
		file: 'src/lib/server/start/sample/load.ts',
		forbidden: [...anyones, ...upwards, ...svelte, ...kit, ...app, ...ui],
		allowed: [...domain, ...server, ...database, ...node, './resources.ts', 'valibot']
	},
	{
		file: 'src/lib/ui/sample.ts',
		forbidden: [...anyones, ...upwards, ...kit, '$app/server', ...database, ...node, ...server],
		allowed: [...domain, ...ui, ...svelte, '$app/state', '$app/forms', './format.ts']
	},
	{
		file: 'src/lib/ui/Sample.svelte',
		forbidden: [...anyones, ...upwards, ...kit, '$app/server', ...database, ...node, ...server],
		allowed: [...domain, ...ui, ...svelte, '$app/state', './format.ts']
	},
	{
		file: 'src/routes/sample/+page.server.ts',
		forbidden: [
			...anyones,
			...upwards,
			...database,
			'#lib/server/database/schema/index.ts',
			'./[slug]/+page.server.ts',
			'./other/+server.ts'
		],
		allowed: [
			...domain,
			'#lib/server/resources/resources.ts',
			...ui,
			...svelte,
			...kit,
			...app,
			'./$types',
			'valibot'
		]
	},
	{
		file: 'src/routes/sample/+page.svelte',
		forbidden: [...anyones, ...upwards, ...database, ...node, ...server, './other/+page.svelte'],
		allowed: [...domain, ...ui, ...svelte, '@sveltejs/kit', '$app/state', './$types']
	},
	{
		file: 'src/hooks.server.ts',
		forbidden: [...anyones, ...upwards, ...database, '#lib/server/database/schema/index.ts'],
		allowed: [...domain, '#lib/server/start/open.ts', ...kit, '$app/environment']
	},
	{
		file: 'src/cli/directory/sample.ts',
		forbidden: [
			...anyones,
			'../../lib/domain/filter.ts',
			'../../routes/x.ts',
			...svelte,
			...kit,
			...app,
			...ui
		],
		allowed: [...domain, ...server, ...database, ...node, './import.ts', '../progress.ts']
	}
];

describe.each(rows)('In $file', ({ file, forbidden, allowed }) => {
	it.each(forbidden)('%s is refused, however it is imported', async (specifier) => {
		for (const code of [
			`import { thing } from '${specifier}';`,
			`import '${specifier}';`,
			`export * from '${specifier}';`,
			`await import('${specifier}');`
		]) {
			expect(await complaints(file, code), code).not.toEqual([]);
		}
	});

	it.each(allowed)('%s may be imported', async (specifier) => {
		for (const code of [
			`import { thing } from '${specifier}';`,
			`import type { Thing } from '${specifier}';`,
			`export const thing = await import('${specifier}');`
		]) {
			expect(await complaints(file, code), code).toEqual([]);
		}
	});
});

describe('Types', () => {
	it('cross a boundary as little as values do', async () => {
		for (const code of [
			`import type { Resource } from '#lib/server/resources/resources.ts';`,
			`export type Resource = import('#lib/server/resources/resources.ts').Resource;`
		]) {
			expect(await complaints('src/lib/domain/sample.ts', code), code).toHaveLength(1);
		}
	});

	it('of server may be named by a page, whose values it gets from its load function', async () => {
		const code = `import type { Resource } from '#lib/server/resources/resources.ts';`;
		expect(await complaints('src/routes/sample/+page.svelte', code)).toEqual([]);
	});
});

describe('Beside the imports, the rules', () => {
	const refused: [string, string, string][] = [
		['no-console', 'src/lib/domain/sample.ts', `console.log('');`],
		['no-console', 'src/routes/+page.server.ts', `console.error('');`],
		['no-restricted-syntax', 'src/lib/domain/sample.ts', `export const now = new Date();`],
		['no-restricted-syntax', 'src/lib/domain/sample.ts', `export const now = Date.now();`],
		['no-restricted-syntax', 'src/lib/domain/sample.ts', `export const dice = Math.random();`],
		['no-restricted-globals', 'src/lib/domain/sample.ts', `export const home = process.env;`],
		['no-restricted-properties', 'tests/domain/resource/sample.test.ts', `it.skip('', () => {});`],
		[
			'@typescript-eslint/no-explicit-any',
			'src/lib/server/start/sample/load.ts',
			`export let x: any;`
		]
	];

	it.each(refused)('%s speaks in %s about %s', async (rule, file, code) => {
		expect(await complaints(file, code, [rule])).toHaveLength(1);
	});

	it('svelte/no-at-html-tags speaks about HTML from a string', async () => {
		const [result] = await eslint.lintText('<script>let a = "";</script>\n{@html a}\n', {
			filePath: 'src/lib/ui/Sample.svelte'
		});
		expect(result!.messages.map((message) => message.ruleId)).toContain('svelte/no-at-html-tags');
	});

	it('no-console leaves the commands and the log alone', async () => {
		for (const file of ['src/cli/sample.ts', 'src/lib/server/web/log.ts']) {
			expect(await complaints(file, `console.log('');`, ['no-console'])).toEqual([]);
		}
	});
});

describe('A field of a staff form', () => {
	it.each([
		['<input name="a" value={x} />', 1],
		['<input name="a" {value} />', 1],
		['<textarea name="a" value={x}></textarea>', 1],
		['<textarea name="a" defaultValue={x}></textarea>', 1],
		['<input type="checkbox" name="a" value="yes" checked={x} />', 1],
		['<input type="hidden" name="a" value={x} />', 0],
		['<input type="radio" name="a" value={x} defaultChecked={y} />', 0],
		['<input name="a" defaultValue={x} />', 0]
	])('is left to the hand that types: %s', async (field, count) => {
		for (const file of ['src/routes/staff/+page.svelte', 'src/lib/ui/editor/Sample.svelte']) {
			const script = '<script lang="ts">\n\tconst [x, y, value] = [1, 2, 3];\n</script>\n';
			const [result] = await eslint.lintText(`${script}${field}\n{x}{y}{value}\n`, {
				filePath: file
			});
			const found = result!.messages.filter(({ ruleId }) => ruleId === 'no-restricted-syntax');
			expect(found).toHaveLength(count);
		}
	});
});
