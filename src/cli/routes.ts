import { globSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './build.ts';

/**
 * Loads all code of the built server. What a route loads when it is first asked for would be missing later:
 * when the build is replaced meanwhile, or no file can be opened.
 */
export async function loadRoutes(): Promise<void> {
	const folder = path.join(root, 'build/server');
	const files = globSync('**/*.js', { cwd: folder });
	await Promise.all(files.map((file) => import(pathToFileURL(path.join(folder, file)).href)));
}
