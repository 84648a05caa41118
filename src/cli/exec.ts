import { spawn } from 'node:child_process';

/** Runs a line of the shell, so that the tools in it find the right Node first, whatever npm and the machine have. */
export function run(args: string[]): Promise<number> {
	const child = spawn(args.join(' '), { shell: true, stdio: 'inherit' });
	process.on('SIGINT', () => {});
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}
