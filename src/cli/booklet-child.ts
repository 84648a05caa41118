import { Socket } from 'node:net';
import { pdfPipe, type Message, type Task } from '#lib/server/booklet/typesetting/messages.ts';
import { giveWay } from './priority.ts';

/** Typesets a booklet apart from the app: the app can end this process, and outlives it. */

const say = (message: Message): Promise<void> =>
	new Promise((resolve, reject) => {
		process.send!(message, (error: Error | null) => (error ? reject(error) : resolve()));
	});

async function perform(task: Task): Promise<Message> {
	const { typesetHere } = await import('#lib/server/booklet/typesetting/typesetter.ts');
	const result = await typesetHere(task, (stage) => void say({ stage }));
	if (!('done' in result)) return result;
	const { pdf, ...done } = result.done;
	await send(pdf);
	return { done };
}

const send = (pdf: Uint8Array): Promise<void> =>
	new Promise((resolve, reject) => {
		const pipe = new Socket({ fd: pdfPipe, readable: false, writable: true });
		pipe.once('error', reject).end(pdf, resolve);
	});

giveWay();
process.once('disconnect', () => process.exit(1));
process.once('message', (task: Task) => {
	void perform(task)
		.catch((error: unknown): Message => ({
			died: error instanceof Error ? error.name : 'Error'
		}))
		.then(say)
		.finally(() => process.exit());
});
