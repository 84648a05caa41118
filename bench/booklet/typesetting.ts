import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { ensureBuild } from '../../src/cli/build.ts';
import type { Layout } from '#lib/domain/booklet/layout.ts';
import { typeset } from '#lib/server/booklet/typesetting/typeset.ts';
import { startApp } from '../../tests/support/app.ts';
import { anyBooklet } from '../../tests/support/booklet.ts';
import { line, read } from '../contention.ts';
import { besideAControl } from '../control.ts';

const help = `npm run bench -- booklet [--entries 300,3000] [--layout a5] [--alone]
How long a booklet takes to be typeset, how much memory the process takes that does it, and how long
readers wait meanwhile, beside the same readers without it and beside a busy process (the control). --alone: without readers.`;

const printing = { isMonochrome: false, hasMarks: false, watermark: null };

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			entries: { type: 'string', default: '300,3000' },
			layout: { type: 'string', default: 'a5' },
			alone: { type: 'boolean' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	const made = [];
	for (const entries of values.entries.split(',').map(Number)) {
		made.push(await measure(entries, values.layout as Layout));
	}
	console.table(made);
	if (!values.alone) await besideReaders(values.layout as Layout);
	return 0;
}

async function measure(entries: number, layout: Layout) {
	const booklet = anyBooklet(entries);
	const begin = performance.now();
	let isOver = false;
	const running = typeset(booklet, layout, printing).finally(() => (isOver = true));
	let most = 0;
	while (!isOver) {
		most = Math.max(most, await memory());
		await Promise.race([running, wait(50)]);
	}
	const { pages, pdf } = await running;
	const seconds = ((performance.now() - begin) / 1000).toFixed(1);
	return { entries, layout, pages, seconds, 'most MB': Math.round(most), 'PDF MB': size(pdf) };
}

const size = ({ length }: Uint8Array) => (length / 1e6).toFixed(1);

/** Readers by turns: while a booklet of 300 is made, as long without it, and beside a process that only takes a processor. */
async function besideReaders(layout: Layout): Promise<void> {
	await ensureBuild((sentence) => console.error(sentence));
	const app = await startApp();
	const booklet = anyBooklet(300);
	const [quiet, busy, control]: [number[], number[], number[]] = [[], [], []];
	await read(app, wait(2000));
	for (let round = 0; round < 4; round += 1) {
		const begin = performance.now();
		busy.push(...(await read(app, typeset(booklet, layout, printing))));
		const took = performance.now() - begin;
		quiet.push(...(await read(app, wait(took))));
		control.push(...(await besideAControl(() => read(app, wait(took)))));
	}
	await app.stop();
	console.table([
		line('readers without', quiet),
		line('readers beside a busy process', control),
		line('readers meanwhile', busy)
	]);
}

/** Megabytes of the process that typesets; asked without holding up the readers, who are in this one. */
async function memory(): Promise<number> {
	const { stdout } = await promisify(execFile)('ps', ['-eo', 'ppid,rss,args']);
	const own = stdout
		.split('\n')
		.map((one) => /^\s*(\d+)\s+(\d+)\s+(.*)/.exec(one) ?? [])
		.filter(
			([, parent, , args]) => Number(parent) === process.pid && args?.includes('booklet-child')
		);
	return Math.max(0, ...own.map(([, , kilobytes]) => Number(kilobytes) / 1024));
}
