import './scripts/svelte-types.js';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Who may know whom (docs/architecture.md). Regular expressions over the written specifier, because
 * a glob that begins with `#` is read as a comment.
 */
const kit = '^@sveltejs/';
const app = '^\\$(app|service-worker)(/|$)';
const environment = '^\\$env(/|$)';
const lib = '^\\$lib(/|$)';
const svelteItself = '^svelte(/|$)|\\.svelte(\\.[jt]s)?$';
const database = '^(drizzle-orm|drizzle-kit|better-sqlite3)(/|$)';
const tables = '^#lib/server/database/schema/';
const server = '^#lib/server(/|$)';
const ui = '^#lib/ui(/|$)';
const node = `^node:|^(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`;
const upwards = '(^|/)\\.\\.(/|$)';
const absolute = '^/';
const outOfLib = '^#lib/(?!(domain|server|ui)/)';
const anotherPage = '/\\+(page|layout|server|error)';

const everywhere = [
	[lib, 'Write #lib/….ts: Node runs the same imports without a build.'],
	[environment, 'Settings come from #lib/server/start/environment.ts.'],
	[absolute, 'Write #lib/….ts.'],
	[outOfLib, 'In #lib there are domain, server and ui.']
];
const noUpwards = [upwards, 'Across folders write #lib/….ts; inside a folder ./….ts.'];

const layers = {
	domain: {
		files: ['src/lib/domain/**'],
		not: [
			noUpwards,
			[svelteItself, 'domain is pure: no svelte.'],
			[kit, 'domain is pure: no kit.'],
			[app, 'domain is pure: no kit.'],
			[database, 'domain is pure: no database.'],
			[node, 'domain is pure: it runs in the browser too.'],
			[server, 'domain may not know server.'],
			[ui, 'domain may not know ui.']
		]
	},
	server: {
		files: ['src/lib/server/**'],
		not: [
			noUpwards,
			[svelteItself, 'server knows no pages.'],
			[kit, 'server knows no HTTP: return a value, the route answers.'],
			[app, 'server runs without kit, from the command line too.'],
			[ui, 'server may not know ui.']
		]
	},
	ui: {
		files: ['src/lib/ui/**'],
		not: [
			noUpwards,
			[kit, 'ui takes props and gives HTML.'],
			['^\\$app/server$', 'ui runs in the browser too.'],
			[database, 'ui takes props and gives HTML: no database.'],
			[node, 'ui runs in the browser too.'],
			[server, 'ui may not know server.']
		]
	},
	routes: {
		files: ['src/routes/**', 'src/hooks*'],
		not: [
			noUpwards,
			[database, 'A route calls server/; SQL stays there.'],
			[tables, 'A route calls server/; the tables stay there.'],
			[anotherPage, 'Routes do not know each other: share through ui, domain or server.']
		]
	},
	cli: {
		files: ['src/cli/**'],
		not: [
			[
				'(^|/)\\.\\./(.*/)?(lib|routes)(/|$)',
				'Across folders write #lib/….ts; routes are for the web.'
			],
			[svelteItself, 'Commands run without a build.'],
			[kit, 'Commands run without a build.'],
			[app, 'Commands run without a build.'],
			[ui, 'Commands write text, not pages.']
		]
	}
};

/** Files of a route that reach the browser: of server they may know the types only. */
const inBrowserToo = {
	files: ['src/routes/**/*.svelte', 'src/routes/**/+{page,layout}.ts', 'src/hooks.client.ts'],
	not: [
		...layers.routes.not,
		[server, 'This file reaches the browser: load in +page.server.ts.', 'types allowed'],
		[node, 'This file reaches the browser.']
	]
};

const clocks = [
	{
		selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
		message: 'The time is an argument.'
	},
	{
		selector: 'MemberExpression[object.name="Date"][property.name="now"]',
		message: 'The time is an argument.'
	},
	{
		selector: 'MemberExpression[object.name="Math"][property.name="random"]',
		message: 'domain gives the same answer every time.'
	}
];

/**
 * Fields of staff forms start with their value and are then left alone: Svelte writes `value` and
 * `checked` again over what a hand has typed, at hydration and when another attribute changes.
 */
const ownKind = 'SvelteAttribute[key.name="type"] SvelteLiteral[value=/^(radio|checkbox|hidden)$/]';
const typed = [
	`SvelteElement[name.name="input"] > SvelteStartTag:not(:has(${ownKind})):not(:has(SvelteAttribute[key.name="readonly"])) > :matches(SvelteAttribute, SvelteShorthandAttribute)[key.name="value"]`,
	'SvelteElement[name.name="input"] > SvelteStartTag > :matches(SvelteAttribute, SvelteShorthandAttribute)[key.name="checked"]'
].map((selector) => ({ selector, message: 'Write defaultValue or defaultChecked.' }));
/** The server renders no `defaultValue` of a textarea: without scripts the field would be empty. */
typed.push({
	selector:
		'SvelteElement[name.name="textarea"] > SvelteStartTag > :matches(SvelteAttribute, SvelteShorthandAttribute)[key.name=/^(value|defaultValue)$/]',
	message: 'Write Textarea of ui/page.'
});

/** Static imports and re-exports by the rule made for it; dynamic and type imports by their shape. */
function boundaries({ files, not }, more = []) {
	const forbidden = [...everywhere, ...not].map(([regex, message, types]) => ({
		regex,
		message,
		allowTypeImports: types !== undefined
	}));
	const shape = (node, { regex, message }) => ({
		selector: `${node}[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
		message
	});
	return {
		files,
		rules: {
			'@typescript-eslint/no-restricted-imports': ['error', { patterns: forbidden }],
			'no-restricted-syntax': [
				'error',
				...forbidden.map((rule) => shape('ImportExpression', rule)),
				...forbidden
					.filter((rule) => !rule.allowTypeImports)
					.map((rule) => shape('TSImportType', rule)),
				...more
			]
		}
	};
}

export default tseslint.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'coverage/',
			'test-results/',
			'bench/empty/',
			'bench/results/',
			'drizzle/'
		]
	},
	js.configs.recommended,
	tseslint.configs.recommendedTypeChecked,
	svelte.configs.recommended,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: {
			globals: { ...globals.node },
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			// TypeScript knows what is defined.
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
			],
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			'@typescript-eslint/only-throw-error': [
				'error',
				// kit's redirect and error are thrown by the functions that make them.
				{
					allow: ['Redirect', 'HttpError'].map((name) => ({
						from: 'package',
						package: '@sveltejs/kit',
						name
					}))
				}
			],
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'prefer-const': 'error',
			'object-shorthand': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			globals: { ...globals.browser },
			parserOptions: { parser: tseslint.parser, svelteConfig }
		},
		rules: {
			// Every link is a plain address: there is no base path.
			'svelte/no-navigation-without-resolve': 'off',
			'svelte/no-at-html-tags': 'error',
			'svelte/no-target-blank': 'error',
			'svelte/button-has-type': 'error',
			'svelte/no-inline-styles': 'error'
		}
	},
	...Object.entries(layers).map(([name, layer]) =>
		boundaries(layer, name === 'domain' ? clocks : [])
	),
	boundaries(inBrowserToo),
	boundaries({ ...inBrowserToo, files: ['src/routes/staff/**/*.svelte'] }, typed),
	boundaries({ ...layers.ui, files: ['src/lib/ui/{editor,staff}/**/*.svelte'] }, typed),
	{
		files: ['src/**'],
		ignores: ['src/cli/**', 'src/lib/server/web/log.ts'],
		rules: { 'no-console': 'error' }
	},
	{
		files: ['src/lib/domain/**'],
		rules: {
			'no-restricted-globals': ['error', 'process', 'Buffer', 'window', 'document', 'fetch']
		}
	},
	{
		files: ['tests/**'],
		rules: {
			'no-restricted-properties': [
				'error',
				...['it', 'test', 'describe'].flatMap((object) =>
					['skip', 'only', 'todo', 'fails', 'skipIf', 'runIf'].map((property) => ({
						object,
						property,
						message: 'A test runs or is not there.'
					}))
				),
				{
					property: 'waitForTimeout',
					message: 'Wait for what happens: a slow machine takes longer.'
				},
				{
					property: 'waitForLoadState',
					message: 'It is remembered from the first load on: settled of tests/support/browser.ts.'
				}
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: 'Literal[value="networkidle"]',
					message: 'goTo, reload and settled of tests/support/browser.ts.'
				}
			]
		}
	},
	{
		files: ['**/*.js'],
		extends: [tseslint.configs.disableTypeChecked]
	}
);
