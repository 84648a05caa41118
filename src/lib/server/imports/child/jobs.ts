import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import { describeError } from '#lib/server/database/faults.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { eventually } from '#lib/server/database/waiting/patience.ts';
import { readingOf } from '#lib/server/search/kana-reading.ts';
import { headOf } from '#lib/server/imports/previews/files.ts';
import { commit, type Committed } from '#lib/server/imports/previews/commit.ts';
import { make } from '#lib/server/imports/previews/make.ts';
import { store } from '#lib/server/imports/previews/storing.ts';
import { changed, find, reopen, set } from '#lib/server/imports/previews/keeping.ts';
import type { Progress } from '#lib/server/imports/read.ts';
import { ChildError, start, type Running } from './child.ts';
import type { Done } from './messages.ts';
import { isArchive } from './table.ts';

export type Step = { stage: Parameters<Progress>[0]; done: number; total: number };

/** How the last work on a preview ended; `died`: a sentence. */
export type Outcome = Done<'commit'> | { state: 'looked' } | { state: 'died'; why: string };

type Job = { step: Step; running: Running<'look' | 'commit'> | null };

const known = cachedByDatabase(() => ({
	jobs: new Map<string, Job>(),
	outcomes: new Map<string, Outcome>()
}));

const mostOutcomes = 200;
/** At a time; others wait for their turn. */
const mostJobs = 2;

/** How far the work on a preview is; null where nobody works on it. */
export const progressOf = (db: Database, id: string): Step | null =>
	known(db).jobs.get(id)?.step ?? null;

export const outcomeOf = (db: Database, id: string): Outcome | null =>
	known(db).outcomes.get(id) ?? null;

/** Ends the work on a preview; nothing of it is written. */
export function stop(db: Database, id: string): void {
	known(db).jobs.get(id)?.running?.stop();
}

export type Work = { kind: 'look' } | { kind: 'commit'; undecided?: 'skip' | undefined };

/**
 * Looks at a file, or writes it, in a process of its own; returns at once. Also for one that was interrupted by
 * a restart. `busy`: somebody works on it, or on too many others.
 */
export function run(
	db: Database,
	user: User,
	id: string,
	work: Work,
	at: Date
): 'started' | 'not-found' | 'ended' | 'busy' {
	const { jobs, outcomes } = known(db);
	const preview = find(db, user, id);
	if (!preview) return 'not-found';
	const states = work.kind === 'look' ? ['reading'] : ['ready', 'writing'];
	if (!states.includes(preview.state)) return 'ended';
	if (jobs.has(id) || jobs.size >= mostJobs) return 'busy';
	if (work.kind === 'commit') {
		const options = { ...preview.options, undecided: work.undecided };
		changed(db, () => set(db, id, { state: 'writing', options }));
	}
	const job: Job = { step: { stage: 'parse', done: 0, total: 1 }, running: null };
	jobs.set(id, job);
	outcomes.delete(id);
	const ended = (outcome: Outcome): void => {
		jobs.delete(id);
		if (outcomes.size >= mostOutcomes) outcomes.delete(outcomes.keys().next().value!);
		outcomes.set(id, outcome);
	};
	const doing =
		work.kind === 'look' ? look(db, user, id, job, at) : write(db, user, id, job, work, at);
	void doing.then(ended, async (error: unknown) => {
		if (!(error instanceof ChildError)) tell(error);
		await eventually(() => reopen(db, id)).catch(tell);
		const why = error instanceof ChildError ? error.message : 'うまくいきませんでした。';
		ended({ state: 'died', why });
	});
	return 'started';
}

/** Its message repeats values. */
const tell = (error: unknown): void =>
	void process.stderr.write(`${JSON.stringify({ event: 'import', ...describeError(error) })}\n`);

const isInMemory = ({ $client }: Database): boolean => $client.memory;

const kindOfFile = (db: Database, sha256: string): { isArchive: boolean } => ({
	isArchive: isArchive(headOf(db, sha256))
});

async function look(db: Database, user: User, id: string, job: Job, at: Date): Promise<Outcome> {
	const progress: Progress = (stage, done, total) => (job.step = { stage, done, total });
	if (isInMemory(db)) {
		await make(db, user, id, { at, progress });
		return { state: 'looked' };
	}
	const { sha256 } = find(db, user, id)!;
	const isWanted = () => find(db, user, id)?.state === 'reading';
	const task = { kind: 'look', database: db.$client.name, staffId: user.id, preview: id } as const;
	const running = start(task, kindOfFile(db, sha256), {
		progress,
		async onRows(rows) {
			if (isWanted()) await (await storing).add(rows);
			else running.stop();
		}
	});
	job.running = running;
	const storing = store(db, id, at);
	storing.catch(running.stop);
	const looked = await running.done;
	if (isWanted()) await (await storing).finish(looked);
	return { state: 'looked' };
}

async function write(
	db: Database,
	user: User,
	id: string,
	job: Job,
	{ undecided }: { undecided?: 'skip' | undefined },
	at: Date
): Promise<Outcome> {
	const progress: Progress = (stage, done, total) => (job.step = { stage, done, total });
	if (isInMemory(db))
		return told(db, id, await commit(db, user, id, { at, undecided, readingOf, progress }));
	const { sha256 } = find(db, user, id)!;
	const of = { database: db.$client.name, staffId: user.id, preview: id };
	const task = {
		kind: 'commit' as const,
		...of,
		at: at.toISOString(),
		undecided: undecided ?? null
	};
	const running = start(task, kindOfFile(db, sha256), { progress });
	job.running = running;
	return told(db, id, await running.done);
}

async function told<Said extends Committed | Done<'commit'>>(
	db: Database,
	id: string,
	said: Said
): Promise<Said> {
	if (said.state === 'refused') await eventually(() => reopen(db, id));
	return said;
}
