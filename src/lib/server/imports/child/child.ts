import { fork, type ChildProcess } from 'node:child_process';
import { sentenceOf } from '#lib/server/database/faults.ts';
import { shipped } from '#lib/server/database/migrations.ts';
import type { Progress } from '#lib/server/imports/read.ts';
import type { PackedRow } from '#lib/server/imports/previews/storing.ts';
import type { Done, Message, Task } from './messages.ts';

/** Why a child did not come to an end; a sentence. */
export class ChildError extends Error {
	override name = 'ChildError';
}

/** Megabytes of the old generation: what is left of 500 MB is buffers, code and the young one. */
const memory = { archive: 256, text: 320 };
/** Seconds until everything is parsed, from when the child begins: a busy machine is slow to load it. */
const parsing = { archive: 15, text: 180 };
/** Seconds until everything is done: a commit of 100,000 rows takes minutes. */
const longest = 1800;

export type Running<Kind extends Task['kind']> = {
	/** Rejects with a `ChildError`. */
	done: Promise<Done<Kind>>;
	stop: () => void;
};

type Listening = {
	progress?: Progress | undefined;
	/** Of a look, in slices; the next one comes when this one is stored. */
	onRows?: ((rows: PackedRow[]) => Promise<void>) | undefined;
};

/** What a process needs to run at all. */
const harmless = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'NODE_ENV', 'SystemRoot'];

/**
 * A file that takes the process over finds no secret of the app in it. Only who writes what was decided seals
 * the record of it.
 */
export function environmentFor(
	kind: Task['kind'],
	whole: NodeJS.ProcessEnv = process.env
): NodeJS.ProcessEnv {
	const names = kind === 'commit' ? [...harmless, 'AUDIT_KEY'] : harmless;
	return Object.fromEntries(
		Object.entries(whole).filter(([name, value]) => names.includes(name) && value !== undefined)
	);
}

/**
 * Does a task in a process of its own, which a file that is a bomb may take down. `isArchive`: a workbook,
 * which has less memory and time.
 */
export function start<T extends Task>(
	task: T,
	{ isArchive }: { isArchive: boolean },
	{ progress = () => {}, onRows = () => Promise.resolve() }: Listening = {}
): Running<T['kind']> {
	const kind = isArchive ? 'archive' : 'text';
	const child = fork(shipped('src', 'cli', 'import-child.ts'), [], {
		env: environmentFor(task.kind),
		execArgv: [`--max-old-space-size=${memory[kind]}`, '--max-semi-space-size=16'],
		serialization: 'advanced',
		stdio: ['ignore', 'ignore', 'pipe', 'ipc']
	});
	let reason: string | null = null;
	const end = (why: string): void => {
		reason ??= why;
		child.kill('SIGKILL');
	};
	const done = new Promise<Done<T['kind']>>((resolve, reject) => {
		const slow = `${parsing[kind]}秒で読みきれませんでした。大きすぎるか、ふつうの形でないファイルのようです。`;
		let timer: NodeJS.Timeout | undefined;
		const last = setTimeout(() => end('時間がかかりすぎるので、やめました。'), longest * 1000);
		const settled = (): void => {
			clearTimeout(timer);
			clearTimeout(last);
		};
		child.on('message', (message: Message) => {
			if ('begun' in message) {
				timer = setTimeout(() => end(slow), parsing[kind] * 1000);
			} else if ('progress' in message) {
				if (message.progress[0] !== 'parse') clearTimeout(timer);
				progress(...message.progress);
			} else if ('rows' in message) {
				onRows(message.rows).then(
					() => child.connected && child.send({ taken: true }),
					(error: Error) => {
						reject(error);
						end('やめました。');
					}
				);
			} else if ('failed' in message) {
				reject(new ChildError(message.failed));
			} else {
				resolve(message.done as Done<T['kind']>);
			}
		});
		child.on('error', (error) => {
			settled();
			const what = 'ファイルを読む別の働き';
			const words = sentenceOf(what, error) ?? `${what}を始められません（${error.message}）。`;
			reject(new ChildError(words));
		});
		child.on('close', () => {
			settled();
			reject(new ChildError(reason ?? deathOf(child)));
		});
		child.stderr?.resume();
		// Where no file can be opened there is no channel either, and the error comes later.
		if (child.connected) child.send(task);
	});
	return { done, stop: () => end('やめました。') };
}

const deathOf = ({ signalCode, exitCode }: ChildProcess): string =>
	signalCode === 'SIGABRT' || exitCode === 134
		? 'ファイルが大きすぎて、決めてあるメモリーでは読みきれませんでした。いくつかに分けてください。'
		: `ファイルを読む別の働きが、途中で終わりました（${signalCode ?? exitCode ?? '不明'}）。もう一度始めてください。`;
