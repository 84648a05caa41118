import { fork } from 'node:child_process';
import { largestSent, type PictureKind } from '#lib/domain/booklet/picture/picture.ts';
import { pictureFormat } from '#lib/domain/booklet/picture/picture-file.ts';
import { sentenceOf } from '#lib/server/database/faults.ts';
import { shipped } from '#lib/server/database/migrations.ts';
import { environmentFor } from '#lib/server/imports/child/child.ts';
import type { Making } from './making.ts';

export type PictureTask = { bytes: Uint8Array; kind: PictureKind };
/** What the child says in the end; none of the image's own words are in it. */
export type PictureMessage = Making | 'too-much-memory';

/** Seconds. */
const longest = 60;
/** At a time; others wait for their turn. */
const most = 1;
const mostWaiting = 6;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Makes of a file what may be kept of it, in a process of its own that a bomb may take down. What cannot be
 * made is a problem in a sentence.
 */
export async function makeApart(bytes: Uint8Array, kind: PictureKind): Promise<Making> {
	if (bytes.length > largestSent) {
		const size = (bytes.length / 1024 / 1024).toFixed(1);
		return {
			problem: `ファイルが大きすぎます（${size}MB）。${largestSent / 1024 / 1024}MBまでの写真にしてください。`
		};
	}
	const format = pictureFormat(bytes);
	if ('problem' in format) return format;
	if (running >= most) {
		if (waiting.length >= mostWaiting) return { problem: crowded };
		await new Promise<void>((resolve) => waiting.push(resolve));
	}
	running++;
	try {
		return await run({ bytes, kind });
	} finally {
		running--;
		waiting.shift()?.();
	}
}

function run(task: PictureTask): Promise<Making> {
	return new Promise((resolve) => {
		const child = fork(shipped('src', 'cli', 'picture-child.ts'), [], {
			// A picture that takes the process over finds no secret of the app in it.
			env: environmentFor('look'),
			execArgv: ['--max-old-space-size=128', '--max-semi-space-size=16'],
			serialization: 'advanced',
			stdio: ['ignore', 'ignore', 'ignore', 'ipc']
		});
		const timer = setTimeout(() => child.kill('SIGKILL'), longest * 1000);
		const end = (making: Making): void => {
			clearTimeout(timer);
			resolve(making);
			child.kill('SIGKILL');
		};
		child.on('message', (said: PictureMessage) =>
			end(said === 'too-much-memory' ? { problem: tooLarge } : said)
		);
		child.on('error', (error) =>
			end({ problem: sentenceOf('写真を読む別の働き', error) ?? broke })
		);
		child.on('close', () => end({ problem: broke }));
		// Where no file can be opened there is no channel either, and the error comes later.
		if (child.connected) child.send(task);
	});
}

const tooLarge =
	'写真を読むのに、決めてあるメモリーでは足りません。写真アプリで小さくしてから、もう一度お送りください。';
const broke =
	'写真を読む働きが、途中で終わりました。写真アプリで JPEG に書き出してから、もう一度お送りください。';
const crowded = 'いま、ほかの写真を読んでいます。少し待って、もう一度お送りください。';
