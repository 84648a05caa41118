import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Result, Task } from './contender.ts';

const execute = promisify(execFile);
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const maxBuffer = 256 * 1024 * 1024;

/** Each engine in a process of its own, so that none weighs on another. */
export async function contend(task: Task, folder: string): Promise<Result> {
	const file = path.join(folder, 'task.json');
	writeFileSync(file, JSON.stringify(task));
	const { stdout } = await execute(
		process.execPath,
		['--expose-gc', '--max-old-space-size=12000', here('./contender.ts'), file],
		{ maxBuffer }
	);
	return JSON.parse(stdout) as Result;
}

/** Milliseconds of a new process until its first answer. */
export async function start(database: string): Promise<{ start: number; process: number }> {
	const { stdout } = await execute(process.execPath, [here('./start.ts'), database]);
	return JSON.parse(stdout) as { start: number; process: number };
}
