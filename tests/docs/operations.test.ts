import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { plant, sample, seed } from '../support/seeds.ts';
import { populate } from '../support/world.ts';

/** Real places beside the sample. */
const both = seed(populate, sample);

/** The shell commands under a heading of the page, without what is said about them. */
function commandsOf(heading: string): string[] {
	const page = readFileSync('docs/operations.md', 'utf8');
	const section = page.split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!;
	return [...section.matchAll(/```sh\n([^]*?)```/g)]
		.flatMap(([, block]) => block!.split('\n'))
		.map((line) => line.replace(/\s+#.*/, '').trim())
		.filter(Boolean);
}

test('what the page says about running the app works as it is written', async () => {
	const folder = temporaryFolder();
	const database = path.join(folder, 'bookmark.db');
	plant(both, database);
	const { ids } = both().made;
	const names = { FILE: '', RESOURCE: ids.hidamari };
	const say = (line: string) =>
		new Promise<{ line: string; code: number; said: string }>((resolve) => {
			const words = line.replace(/\b(FILE|RESOURCE)\b/g, (name) => names[name as 'FILE']);
			const env = {
				PATH: process.env['PATH'],
				HOME: process.env['HOME'],
				DATABASE_FILE: database,
				SAMPLE: 'no'
			};
			// As if the operator stood in the project's folder, but files named go to another one.
			const command = words.replace('npm run', `npm --prefix '${process.cwd()}' run --silent`);
			execFile('sh', ['-c', command], { env, cwd: folder }, (error, stdout, stderr) =>
				resolve({ line, code: Number(error?.code ?? 0), said: stdout + stderr })
			);
		});

	const said: [string, number][] = [];
	for (const heading of [
		'Backups',
		'Going back to a backup',
		'Only reading',
		'The audit log',
		'The sample and real regions',
		"Erasing a person's words"
	]) {
		const commands = commandsOf(heading);
		expect(commands.length).toBeGreaterThan(0);
		for (const command of commands) {
			const { line, code, said: words } = await say(command);
			// The first of two says what would be, and asks for --yes.
			const isTrial = /restore FILE$|drop-sample$|erase RESOURCE (?!.*--yes)/.test(line);
			expect([line, code, code === (isTrial ? 2 : 0) ? '' : words]).toEqual([
				line,
				isTrial ? 2 : 0,
				''
			]);
			names.FILE = /^(\/.*bookmark-\w+\.db)$/m.exec(words)?.[1] ?? names.FILE;
			said.push([line, code]);
		}
	}
	expect(said.length).toBeGreaterThanOrEqual(12);
	expect(existsSync(names.FILE)).toBe(true);
	expect(existsSync(path.join(folder, 'audit.csv'))).toBe(true);
	expect(readFileSync(database).includes('ひだまり')).toBe(false);
	expect(readdirSync(folder).some((name) => name.includes('.before-restore-'))).toBe(true);
});
