import { spawn } from 'node:child_process';
import { root, vite } from './build.ts';

/** Vite's server for development. */
export async function run(args: string[]): Promise<number> {
	process.chdir(root);
	const child = spawn(process.execPath, [vite, 'dev', ...args], { stdio: 'inherit' });
	process.on('SIGINT', () => {});
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}
