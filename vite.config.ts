import holidayJp from '@holiday-jp/holiday_jp';
import { sveltekit } from '@sveltejs/kit/vite';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { pageScript, pageScriptName } from './src/cli/page-script.ts';

/** For the browser the dates alone: their names, in three languages, weigh as much as all the rest. */
const holidays: Plugin = {
	name: 'holidays',
	enforce: 'pre',
	resolveId: (id, _, options) =>
		id === '@holiday-jp/holiday_jp' && !options.ssr ? '\0holidays' : null,
	load(id) {
		if (id !== '\0holidays') return null;
		const dates = Object.keys(holidayJp.holidays).filter((date) => date >= '2025');
		const all = Object.fromEntries(dates.map((date) => [date, 1]));
		return `export default { holidays: ${JSON.stringify(all)} };`;
	}
};

/** Kit hashes the scripts of every page for its policy, with a SHA-256 of its own in JavaScript: 6 % of a list. */
const hashing: Plugin = {
	name: 'hashing',
	enforce: 'pre',
	load: (id) =>
		/@sveltejs[\\/]kit[\\/]src[\\/]runtime[\\/]server[\\/]page[\\/]crypto\.js$/.test(id)
			? `import { createHash } from 'node:crypto';
				export const sha256 = (text) => createHash('sha256').update(text).digest('base64');`
			: null
};

/**
 * `_app/staff.json`: the files of the browser's program that only the staff area needs, which no reader
 * has to keep for when there is no line (service-worker.ts).
 */
const staffOnly: Plugin = {
	name: 'staff-only',
	generateBundle(_, bundle) {
		const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
		if (!chunks.some(({ fileName }) => fileName.includes('/entry/app'))) return;
		const isOfStaff = ({ moduleIds }: (typeof chunks)[number]) =>
			moduleIds.some((id) => /[\\/]src[\\/]routes[\\/]staff[\\/]/.test(id));
		const needed = new Set<string>();
		const need = (chunk: (typeof chunks)[number]) => {
			if (needed.has(chunk.fileName) || isOfStaff(chunk)) return;
			needed.add(chunk.fileName);
			for (const css of chunk.viteMetadata?.importedCss ?? []) needed.add(css);
			for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
				const next = bundle[name];
				if (next?.type === 'chunk') need(next);
			}
		};
		for (const chunk of chunks) if (chunk.isEntry && !isOfStaff(chunk)) need(chunk);
		const rest = Object.keys(bundle).filter(
			(file) => /\.(js|css)$/.test(file) && !needed.has(file)
		);
		this.emitFile({
			...{ type: 'asset', fileName: '_app/staff.json' },
			source: JSON.stringify(rest.map((file) => `/${file}`))
		});
	}
};

/** The script of the booklet's page, where the server and the command line look for it. */
const booklet: Plugin = {
	name: 'booklet',
	async generateBundle(_, bundle) {
		if (!Object.keys(bundle).some((name) => name.includes('/entry/app'))) return;
		this.emitFile({ type: 'asset', fileName: pageScriptName, source: await pageScript() });
	},
	async configureServer() {
		const file = path.resolve('build/client', pageScriptName);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, await pageScript());
	}
};

/** Of svelte and kit, what runs in a browser, and the head that every page has. */
const runtime =
	/node_modules[\\/](svelte|@sveltejs|devalue)[\\/].*(client|app|exports|utils|shared|disclose-version)[\\/.]|vite[\\/]preload-helper|ui[\\/]page[\\/]Head\.svelte/;

export default defineConfig({
	plugins: [holidays, hashing, sveltekit(), staffOnly, booklet],
	resolve: {
		// The same code in parts, of which the build leaves out what the map does not use.
		alias: [{ find: /^leaflet$/, replacement: path.resolve('src/lib/ui/map/leaflet.js') }]
	},
	// Node reads the 180 KB of its package.json again for each of its 200 modules: a third of a start.
	ssr: { noExternal: ['drizzle-orm'] },
	build: {
		// Inlined assets become data: addresses, which the content security policy refuses.
		assetsInlineLimit: 0,
		// Else the first script of every page names the scripts of all other pages. What a page imports is
		// asked for by itself; its styles are not, and stay named.
		modulePreload: {
			resolveDependencies: (_, parts, { hostId }) =>
				hostId.includes('/entry/app') ? parts.filter((part) => part.endsWith('.css')) : parts
		},
		rolldownOptions: {
			output: {
				// Together they are smaller than apart, and every page needs both.
				advancedChunks: { groups: [{ name: 'runtime', test: runtime }] }
			}
		}
	}
});
