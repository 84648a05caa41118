import { readFileSync } from 'node:fs';
import { openDatabase } from '#lib/server/start/open.ts';
import { prepare } from '#lib/server/start/seed.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import * as jobs from '#lib/server/imports/child/jobs.ts';
import * as staff from '#lib/server/staff/staff.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { readFileSync as rf, rmSync } from 'node:fs';
rmSync('/tmp/b97', { recursive: true, force: true });
import { mkdirSync } from 'node:fs';
mkdirSync('/tmp/b97');
const db = openDatabase('/tmp/b97/a.db');
prepare(db, { now: new Date(), sample: false });
const at = new Date();
const id = staff.create(db, { mail: 'a@example.jp', name: 'a', role: 'admin', by: 'x', at });
const user = staff.findUser(db, id)!;
const bytes = readFileSync('/tmp/decide97.csv');
const options = { region: 'gunma', year: 2026, category: 'ibasho', way: 'revision', asOf: null, choices: { headerLine: 0 } } as const;
let t = performance.now();
const started = previews.start(db, user, { name: 'a.csv', bytes }, options, at) as { id: string };
console.log('start', performance.now() - t);
const m = JSON.parse(rf('/tmp/m97.json', 'utf8'));
console.log(previews.choose(db, user, started.id, { mapping: m }, at));
t = performance.now();
console.log(jobs.run(db, user, started.id, { kind: process.argv[2] === 'x' ? 'look' : 'look' }, at));
let worst = 0, lastTick = performance.now(), rss = 0; const lags: number[] = [];
import { execSync } from 'node:child_process';
while (jobs.progressOf(db, started.id)) {
	await wait(10);
	const now = performance.now();
	lags.push(now - lastTick - 10);
	lastTick = now;
	if (lags.length % 30 === 0) {
		try {
			const out = execSync("ps -eo rss,args | grep import-child | grep -v grep | head -1").toString();
			rss = Math.max(rss, Number(out.trim().split(/\s+/)[0]));
		} catch {}
		lastTick = performance.now();
	}
}
lags.sort((a, b) => a - b);
console.log('look s', (performance.now() - t) / 1000, 'child rss MB', rss / 1024, 'lag p50/p95/max', lags[Math.floor(lags.length / 2)], lags[Math.floor(lags.length * 0.95)], lags.at(-1));
console.log(jobs.outcomeOf(db, started.id));
const p = previews.find(db, user, started.id)!;
console.log(p.state, JSON.stringify(p.result?.counts), p.result?.problems.slice(0, 2));
t = performance.now();
const page = previews.rows(db, user, started.id, { limit: 3, after: 90000 })!;
console.log('page ms', performance.now() - t, page.total, JSON.stringify(page.rows[0]).slice(0, 600));
process.exit(0);
