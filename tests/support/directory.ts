import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { run } from '../../src/cli/directory.ts';
import { temporaryFolder } from './folder.ts';

/** The operator's command within this process, on a database of its own that is not there yet. */
export function operator() {
	const folder = temporaryFolder();
	const database = path.join(folder, 'bookmark.db');
	vi.stubEnv('DATABASE_FILE', database);
	vi.stubEnv('SAMPLE', 'no');
	onTestFinished(() => void vi.unstubAllEnvs());
	async function directory(...args: string[]) {
		let [stdout, stderr] = ['', ''];
		const status = await run(args, {
			out: (line) => void (stdout += `${line}\n`),
			err: (line) => void (stderr += `${line}\n`)
		});
		return { status, stdout, stderr };
	}
	return { folder, database, directory };
}
