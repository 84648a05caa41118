import type { Message, Task } from '#lib/server/imports/child/messages.ts';
import type { Progress } from '#lib/server/imports/read.ts';
import { loadQuickly } from './loading.ts';
import { giveWay } from './priority.ts';

/** Reads a file that may be a bomb, apart from the app: the app can end this process, and outlives it. */

const say = (message: Message): Promise<void> =>
	new Promise((resolve, reject) => {
		process.send!(message, (error: Error | null) => (error ? reject(error) : resolve()));
	});

/** At most twenty times a second. */
let last = { stage: '', at: 0 };
const progress: Progress = (stage, done, total) => {
	const at = performance.now();
	if (stage === last.stage && at - last.at < 50) return;
	last = { stage, at };
	void say({ progress: [stage, done, total] });
};

/** Loaded here, not above: what is loaded before `loadQuickly` is compiled anew each time. */
async function perform(task: Task) {
	if (task.kind === 'table') {
		const { readApart } = await import('./import-table.ts');
		await say({ begun: true });
		return readApart(task, progress);
	}
	const work = await import('./import-work.ts');
	await say({ begun: true });
	if (task.kind === 'commit') return work.commitApart(task, progress);
	return work.lookApart(task, {
		progress,
		send: (rows) =>
			new Promise((resolve, reject) => {
				process.once('message', () => resolve());
				say({ rows }).catch(reject);
			})
	});
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'Error');
const failed = (error: unknown): string =>
	`思いがけない失敗で、終わりまでできませんでした（${nameOf(error)}）。`;

loadQuickly();
giveWay();
process.once('disconnect', () => process.exit(1));
process.once('message', (task: Task) => {
	void perform(task)
		.then(
			(done) => say({ done }),
			(error: unknown) => say({ failed: failed(error) })
		)
		.finally(() => process.exit());
});
