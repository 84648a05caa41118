import { globSync, readFileSync } from 'node:fs';
import { shipped } from '#lib/server/database/migrations.ts';
import { StartError } from '#lib/server/database/start-error.ts';

const read = (...path: string[]) => readFileSync(shipped(...path), 'utf8');

/** `data/booklet/page/*.css`, in the order of their names. */
export const pageStyle = (): string =>
	globSync('*.css', { cwd: shipped('data/booklet/page') })
		.sort()
		.map((name) => read('data/booklet/page', name))
		.join('');

export const bookStyle = (): string => read('data/booklet/epub.css');

/** Made with the app (`vite.config.ts`), and once for a process. */
export const pageScript = (): string => (script ??= readScript());

let script: string | undefined;

function readScript(): string {
	try {
		return read('build/client/_app/booklet.js');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		throw new StartError(
			'一枚HTML版の部品が、まだ組み立てられていません。npm run build のあとで、もう一度どうぞ。'
		);
	}
}
