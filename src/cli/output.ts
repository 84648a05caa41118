import { sentenceOf } from '#lib/server/database/faults.ts';

/** Says in a sentence that what is written out cannot be kept, such as by `>` on a full disk. */
export function watchOutput(): void {
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		// Whoever read has read enough (`| head`).
		if (error.code === 'EPIPE') return;
		const sentence = sentenceOf('書き出す先', error) ?? '書き出す先に書けませんでした。';
		process.stderr.write(`${sentence}いまあるものは、途中までです。\n`);
		process.once('exit', () => (process.exitCode = 1));
	});
}
