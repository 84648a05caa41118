import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../src/cli/build.ts';
import { flags } from '../tests/support/flags.ts';

export type Importing = { seconds: number; megabytes: number };

const confess = `process.on('exit', () => console.error('maxRSS ' + process.resourceUsage().maxRSS));`;

/** The command of an operator on a new database, from its start to its end. */
export async function measureImport(file: string, year: string): Promise<Importing> {
	const folder = mkdtempSync(path.join(tmpdir(), 'import-'));
	const begin = performance.now();
	const child = spawn(
		process.execPath,
		[
			...flags('directory'),
			'--import',
			`data:text/javascript,${encodeURIComponent(confess)}`,
			path.join(root, 'src/cli/run.js'),
			...['directory', 'import', path.resolve(file), '--year', year]
		],
		{
			cwd: root,
			env: {
				PATH: process.env.PATH,
				SAMPLE: 'no',
				DATABASE_FILE: path.join(folder, 'bookmark.db')
			},
			stdio: ['ignore', 'ignore', 'pipe']
		}
	);
	let said = '';
	child.stderr.on('data', (words) => (said += words));
	const code = await new Promise((resolve) => child.on('close', resolve));
	const seconds = (performance.now() - begin) / 1000;
	rmSync(folder, { recursive: true });
	if (code !== 0) throw new Error(`import ${file}: ${said}`);
	return { seconds, megabytes: Number(/maxRSS (\d+)/.exec(said)![1]) / 1024 };
}
