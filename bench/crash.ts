import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { examine, kill, plant, works, type Work } from '../tests/support/crash/kill.ts';

const help = `npm run bench -- crash [--times 200] [--work import]

Kills a process (SIGKILL) that saves, locks (校了), publishes (公開) or writes an import, at random moments, and looks whether the
file is whole, nothing is half done and nothing is lost that was said to be done. Ends with 1 if something is.`;

/** So that inspecting the file stays quick. */
const anewEvery = 30;

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			times: { type: 'string', default: '200' },
			work: { type: 'string' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	const chosen = works.filter((work) => values.work === undefined || work === values.work);
	const counts = new Map<Work, { kills: number; amid: number; said: number; wrong: number }>(
		chosen.map((work) => [work, { kills: 0, amid: 0, said: 0, wrong: 0 }])
	);
	let folder = '';
	const forget = () => folder && rmSync(folder, { recursive: true });
	for (let time = 0; time < Number(values.times); time++) {
		if (time % anewEvery === 0) {
			forget();
			folder = mkdtempSync(path.join(tmpdir(), 'crash-'));
			plant(path.join(folder, 'bookmark.db'));
		}
		const file = path.join(folder, 'bookmark.db');
		const work = chosen[time % chosen.length]!;
		const killed = await kill(file, work, Math.random);
		const problems = examine(file, killed);
		for (const problem of problems) console.error(`${time} ${work}: ${problem}`);
		const count = counts.get(work)!;
		count.kills += 1;
		count.amid += killed.amid ? 1 : 0;
		count.said += killed.done.length;
		count.wrong += problems.length;
	}
	forget();
	console.table(
		[...counts].map(([work, { kills, amid, said, wrong }]) => ({
			work,
			kills,
			'amid the work': amid,
			'said to be done': said,
			wrong
		}))
	);
	return [...counts.values()].some(({ wrong }) => wrong > 0) ? 1 : 0;
}
