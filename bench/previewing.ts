import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { ensureBuild } from '../src/cli/build.ts';
import { close } from '#lib/server/database/client.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import { startApp, type App } from '../tests/support/app.ts';
import { client } from '../tests/support/client.ts';
import { cast, cookieOf } from '../tests/support/staff.ts';
import { line, read } from './contention.ts';
import { besideAControl } from './control.ts';

const help = `npm run bench -- previewing [--rows 97000]
How long the app takes to look at a large file without a header, how much memory the process that reads
it takes, and how long readers wait meanwhile, beside the same readers before, and beside a process that is as large
and as busy and has nothing to do with the app: what the machine costs.`;

const mapping: previews.Mapping = {
	name: 'bench',
	columns: [
		{ from: 'B列', to: 'name' },
		{ from: 'C列', to: 'municipality' },
		{ from: 'D列', to: 'phones' },
		{ from: 'E列', to: 'summary' }
	]
};

/** A list as towns send it, in CP932, whose first column begins with zeros. */
const lineOf = (row: number) =>
	[
		String(row).padStart(7, '0'),
		`${row}番の集まり`,
		'見本県さくら市',
		`027-${String(row % 1000).padStart(3, '0')}-${String(row % 10_000).padStart(4, '0')}`,
		`毎週水曜 ${row % 12}時から`,
		'要予約'
	].join(',');

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: { rows: { type: 'string', default: '97000' }, help: { type: 'boolean' } }
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	await ensureBuild((sentence) => console.error(sentence));
	const app = await startApp();
	const db = openDatabase(app.database);
	const at = new Date();
	const { admin } = cast(db, { at, region: 'sakura' });
	const staff = client(app, cookieOf(db, admin, at));
	const user = findUser(db, admin)!;
	await read(app, wait(2000));
	const quiet = await read(app, wait(15_000));
	const control = await besideAControl(() => read(app, wait(15_000)));

	const text = Array.from({ length: Number(values.rows) }, (_, row) => lineOf(row)).join('\n');
	const page = await send(app, cookieOf(db, admin, at), new TextEncoder().encode(text));
	const id = page.split('/').at(-1)!;
	const stateOf = () => previews.find(db, user, id)!.state;
	while (stateOf() === 'reading') await wait(50);
	previews.choose(db, user, id, { mapping, choices: { headerLine: 0 } }, new Date());
	const begin = performance.now();
	void staff.get(page);
	let most = 0;
	const looking = (async () => {
		while (stateOf() === 'reading') {
			most = Math.max(most, await memory());
			await wait(300);
		}
	})();
	const busy = await read(app, looking);
	const seconds = (performance.now() - begin) / 1000;
	const { result, state } = previews.find(db, user, id)!;
	close(db);
	await app.stop();
	console.table([
		line('readers before', quiet),
		line('readers beside a busy process', control),
		line('readers meanwhile', busy)
	]);
	console.log(
		`${state}: ${result?.counts.rows} rows looked at in ${seconds.toFixed(1)} s, at most ${most.toFixed(0)} MB`
	);
	return 0;
}

async function send(app: App, cookie: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const body = new FormData();
	body.set('region', 'sakura');
	body.set('category', 'ibasho');
	body.set('file', new File([bytes], 'town.csv'));
	const answer = await fetch(`${app.url}/staff/imports/new`, {
		...{ method: 'POST', redirect: 'manual', body },
		headers: { accept: 'text/html', origin: app.url, cookie }
	});
	if (answer.status !== 303) throw new Error(`The file was answered with ${answer.status}`);
	return answer.headers.get('location')!;
}

/** Megabytes of the process that reads; asked without holding up the readers, who are in this one. */
async function memory(): Promise<number> {
	const { stdout } = await promisify(execFile)('ps', ['-eo', 'rss,args']);
	const own = stdout.split('\n').filter((one) => one.includes('import-child'));
	return Math.max(0, ...own.map((one) => Number.parseInt(one, 10) / 1024));
}
