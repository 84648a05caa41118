import { enableCompileCache, registerHooks, type ResolveFnOutput } from 'node:module';
import { fileURLToPath } from 'node:url';

const drizzle = new URL('../../node_modules/drizzle-orm/', import.meta.url).href;
const cache = fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url));

/** Makes a command start in a third of the time: compiled code is kept, and modules of Drizzle are found at once. */
export function loadQuickly(): void {
	enableCompileCache(cache);
	registerHooks({
		resolve: (specifier, context, next) =>
			resolved(specifier, context.parentURL) ?? next(specifier, context)
	});
}

/**
 * What a module of Drizzle imports beside it, where it is written as a path. To learn the format, Node would parse
 * the `exports` of Drizzle's package.json, 180 KB, anew for each of 200 modules.
 */
export function resolved(specifier: string, parent: string | undefined): ResolveFnOutput | null {
	if (!parent?.startsWith(drizzle) || !/^\.{1,2}\/.*\.js$/.test(specifier)) return null;
	return { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true };
}
