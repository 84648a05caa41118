import path from 'node:path';
import { build, type Rolldown } from 'vite';

/** Of the build, beside the files of the website. */
export const pageScriptName = '_app/booklet.js';

const entry = path.resolve(import.meta.dirname, '../lib/ui/booklet/reading/main.ts');

/** The script of the booklet's page, whole and classic: a page that is opened from a file may load no module. */
export async function pageScript(): Promise<string> {
	const made = (await build({
		configFile: false,
		logLevel: 'error',
		root: path.resolve(import.meta.dirname, '../..'),
		publicDir: false,
		build: {
			write: false,
			target: 'es2018',
			minify: true,
			lib: { entry, formats: ['iife'], name: 'booklet' }
		}
	})) as Rolldown.RolldownOutput[];
	const [chunk] = made.flatMap(({ output }) => output);
	if (chunk?.type !== 'chunk') throw new Error('vite build: no script of the booklet');
	// What would end the element that it stands in (HTML, 4.12.1.3).
	return chunk.code.trim().replace(/<(?=\/script|script|!--)/gi, '\\x3C');
}
