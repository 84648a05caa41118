import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../src/cli/build.ts';

/** Runs `bystander.ts` while `measure` is at work. */
export async function besideAControl<T>(measure: () => Promise<T>): Promise<T> {
	const memory = ['--max-old-space-size=512', '--max-semi-space-size=16'];
	const script = path.join(root, 'bench/bystander.ts');
	const child = spawn(process.execPath, [...memory, script], { cwd: root, stdio: 'inherit' });
	try {
		return await measure();
	} finally {
		child.kill('SIGKILL');
	}
}
