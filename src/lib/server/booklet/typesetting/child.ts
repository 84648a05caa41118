import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentenceOf } from '#lib/server/database/faults.ts';
import { shipped } from '#lib/server/database/migrations.ts';
import { environmentFor } from '#lib/server/imports/child/child.ts';
import {
	pdfPipe,
	type Compiled,
	type Diagnostic,
	type Message,
	type Stage,
	type Task
} from './messages.ts';

/** Why nothing was typeset; its message is a sentence. */
export class TypesettingError extends Error {
	override name = 'TypesettingError';
	/** Of the compiler, in English: for who writes templates, not for a page. */
	readonly diagnostics: Diagnostic[];
	readonly isCancelled: boolean;
	/** It was the machine at that moment, not the booklet: another attempt may come to an end. */
	readonly mayPass: boolean;

	constructor(
		words: string,
		{ diagnostics = [], isCancelled = false, mayPass = false }: Partial<TypesettingError> = {}
	) {
		super(words);
		this.diagnostics = diagnostics;
		this.isCancelled = isCancelled;
		this.mayPass = mayPass;
	}
}

export type Limits = { megabytes: number; seconds: number };

const usual: Limits = { megabytes: 500, seconds: 120 };
/** Milliseconds between looks at the memory of the child. */
const lookEvery = 100;

export type Watching = {
	/** Ends the work, and rejects with a `TypesettingError` that `isCancelled`. */
	signal?: AbortSignal | undefined;
	onProgress?: ((stage: Stage) => void) | undefined;
	limits?: Limits;
};

/** One at a time: two would take the memory of two. */
let turn: Promise<unknown> = Promise.resolve();

export function runApart(task: Task, watching: Watching = {}): Promise<Compiled> {
	watching.onProgress?.('wait');
	const run = turn.then(() => runNow(task, watching));
	turn = run.catch(() => {});
	return untilAborted(run, watching.signal);
}

const cancelled = () => new TypesettingError('やめました。', { isCancelled: true });

/** Who cancels while others are served does not wait for them. */
function untilAborted<T>(run: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (!signal) return run;
	return new Promise((resolve, reject) => {
		const abort = () => reject(cancelled());
		if (signal.aborted) abort();
		signal.addEventListener('abort', abort, { once: true });
		run.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
	});
}

function runNow(
	task: Task,
	{ signal, onProgress = () => {}, limits = usual }: Watching
): Promise<Compiled> {
	if (signal?.aborted) return Promise.reject(cancelled());
	const child = fork(shipped('src', 'cli', 'booklet-child.ts'), [], {
		env: { ...environmentFor('look'), FONTCONFIG_FILE: join(task.folder, 'fonts.conf') },
		execArgv: ['--max-old-space-size=256', '--max-semi-space-size=2'],
		serialization: 'advanced',
		stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe']
	});
	let reason: TypesettingError | null = null;
	const end = (why: TypesettingError): void => {
		reason ??= why;
		child.kill('SIGKILL');
	};
	const abort = (): void => end(cancelled());
	signal?.addEventListener('abort', abort, { once: true });
	const timer = setTimeout(() => end(tooSlow(limits)), limits.seconds * 1000);
	const look = setInterval(() => {
		if (memoryOf(child) > limits.megabytes) end(tooLarge(limits));
	}, lookEvery);
	let done: Omit<Compiled, 'pdf'> | null = null;
	const parts: Buffer[] = [];
	return new Promise<Compiled>((resolve, reject) => {
		child.on('message', (message: Message) => {
			if ('stage' in message) onProgress(message.stage);
			else if ('done' in message) done = message.done;
			else if ('failed' in message) reject(refused(message.failed));
			else
				reject(
					new TypesettingError(
						`冊子を組む途中で、思いがけない失敗がありました（${message.died}）。`,
						{ mayPass: true }
					)
				);
		});
		child.on('error', (error) => reject(unbegun(error)));
		// All that it has sent has come by then.
		child.on('close', () => {
			if (done && !reason) resolve({ ...done, pdf: Buffer.concat(parts) });
			else reject(reason ?? deathOf(child));
		});
		child.stderr?.resume();
		// Where no file can be opened there is no channel either, and the error comes later.
		if (!child.connected) return;
		child.stdio[pdfPipe]!.on('data', (part: Buffer) => parts.push(part));
		child.send(task);
	}).finally(() => {
		clearTimeout(timer);
		clearInterval(look);
		signal?.removeEventListener('abort', abort);
	});
}

const unbegun = (error: Error) => {
	const what = '冊子を組む別の働き';
	const words = sentenceOf(what, error) ?? `${what}を始められません（${error.message}）。`;
	return new TypesettingError(words, { mayPass: true });
};

const tooSlow = ({ seconds }: Limits) =>
	new TypesettingError(`${seconds}秒では組みきれませんでした。掲載の数か、ひな型を見てください。`);

const tooLarge = ({ megabytes }: Limits) =>
	new TypesettingError(
		`決めてあるメモリー（${megabytes} MB）では組みきれませんでした。写真を減らすか、年度版を分けてください。`
	);

const refused = (diagnostics: Diagnostic[]) =>
	new TypesettingError(
		'ひな型のとおりに組めませんでした。ひな型を変えたときは、その直前の形に戻してみてください。',
		{ diagnostics }
	);

const deathOf = ({ signalCode, exitCode }: ChildProcess) =>
	new TypesettingError(
		`冊子を組む別の働きが、途中で終わりました（${signalCode ?? exitCode ?? '不明'}）。もう一度始めてください。`,
		{ mayPass: true }
	);

/** Megabytes; 0 where the system does not tell. */
function memoryOf({ pid }: ChildProcess): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
	} catch {
		return 0;
	}
}
