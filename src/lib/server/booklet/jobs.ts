import { AsyncLocalStorage } from 'node:async_hooks';
import { sql } from 'drizzle-orm';
import { choiceKey, type BookletChoice, type BookletKind } from '#lib/domain/booklet/made.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import type { Database } from '#lib/server/database/client.ts';
import { describeError, sentenceOf } from '#lib/server/database/faults.ts';
import { isBusy, isReadOnly, write } from '#lib/server/database/transaction.ts';
import { patiently } from '#lib/server/database/waiting/patience.ts';
import { digestOf, inputOf } from './made/input.ts';
import { keep, type NewBooklet } from './made/keep.ts';
import type { Workshop } from './makers.ts';
import { TypesettingError, type Stage } from './typesetting/compile.ts';

export type Wish = BookletChoice & {
	editionId: number;
	kind: BookletKind;
	/** Who wants it; null: readers. */
	by: string | null;
	/** Without a slash at the end: where what is printed leads. */
	origin: string;
};

/** `wait`: for others that are made. */
export type Step = 'collect' | Stage;
/**
 * `died`: a sentence; of what nothing came, null where that was not read yet; and from when on it may be
 * tried again (of `performance.now()`), null where nothing else would come of it.
 */
export type Outcome =
	| { state: 'made'; id: number }
	| { state: 'cancelled' }
	| { state: 'gone' }
	| { state: 'died'; why: string; of: string | null; again: number | null };

export type Job = {
	wish: Wish;
	step: Step;
	/** Never rejects. */
	done: Promise<Outcome>;
	stop: () => void;
};

type Ended = { wish: Wish; outcome: Outcome };

const state = cachedByDatabase(() => ({
	/** In the order of their wishes. */
	jobs: new Map<string, Job & { begin: () => Promise<void> }>(),
	ended: new Map<string, Ended>(),
	isAtWork: false
}));

const mostEnded = 200;
/** Of readers, that wait. */
const mostOfReaders = 8;
/** Begun again where somebody was erased meanwhile. */
const attempts = 3;

/** Beside every request: what has been wished for is made whoever has left meanwhile. */
const outside = AsyncLocalStorage.snapshot();

const keyOf = (wish: Wish): string => `${wish.editionId} ${wish.kind} ${choiceKey(wish)}`;

export const jobsOf = (db: Database, editionId: number): Job[] =>
	[...state(db).jobs.values()].filter(({ wish }) => wish.editionId === editionId);

/** How the last making of each booklet of an edition has ended, the last one first. */
export const endedOf = (db: Database, editionId: number): Ended[] =>
	[...state(db).ended.values()].filter(({ wish }) => wish.editionId === editionId).reverse();

export const outcomeOf = (db: Database, wish: Wish): Outcome | null =>
	state(db).ended.get(keyOf(wish))?.outcome ?? null;

/** Ends the making of what was wished for in an edition; nothing of it is kept. */
export function stop(db: Database, editionId: number, kinds: readonly BookletKind[]): void {
	for (const job of jobsOf(db, editionId)) {
		if (kinds.includes(job.wish.kind) && job.wish.by !== null) job.stop();
	}
}

/** Before the database is closed. */
export function stopAll(db: Database): void {
	for (const job of state(db).jobs.values()) job.stop();
}

/**
 * Has a booklet made in its turn; returns at once. The same wish is made once. `busy`: too much is wished for
 * already; `closed`: the database is only read.
 */
export function want(db: Database, wish: Wish, workshop: Workshop): Job | 'busy' | 'closed' {
	const { jobs, ended } = state(db);
	const key = keyOf(wish);
	const same = jobs.get(key);
	if (same) return same;
	if (isReadOnly(db)) return 'closed';
	const ofReaders = [...jobs.values()].filter(({ wish: { by } }) => by === null);
	if (wish.by === null && ofReaders.length >= mostOfReaders) return 'busy';
	const { promise, resolve } = Promise.withResolvers<Outcome>();
	const controller = new AbortController();
	const job = {
		wish,
		step: 'wait' as Step,
		done: promise,
		stop: () => controller.abort(),
		async begin() {
			const outcome = await made(db, job, { workshop, signal: controller.signal });
			jobs.delete(key);
			ended.delete(key);
			if (ended.size >= mostEnded) ended.delete(ended.keys().next().value!);
			ended.set(key, { wish, outcome });
			resolve(outcome);
		}
	};
	jobs.set(key, job);
	ended.delete(key);
	outside(() => void work(db));
	return job;
}

/** One after the other, those of staff first: each takes a processor and some hundred megabytes. */
async function work(db: Database): Promise<void> {
	const known = state(db);
	if (known.isAtWork) return;
	known.isAtWork = true;
	for (;;) {
		const waiting = [...known.jobs.values()];
		const next = waiting.find(({ wish: { by } }) => by !== null) ?? waiting[0];
		if (!next) break;
		await next.begin();
	}
	known.isAtWork = false;
}

/** Milliseconds after which a machine may have again what it had not: place on a disk, memory, open files. */
const pause = 60_000;
const unexpected = '思いがけない失敗で、つくれませんでした。';

/** Whether anything can come of a wish that is begun now; `of`: what it would be made of, if that matters. */
export function hopeOf(db: Database, wish: Wish, of?: string): 'now' | 'later' | 'never' {
	const last = outcomeOf(db, wish);
	if (last?.state !== 'died' || (of !== undefined && last.of !== of)) return 'now';
	if (last.again === null) return 'never';
	return performance.now() < last.again ? 'later' : 'now';
}

type Tools = {
	workshop: Workshop;
	signal: AbortSignal;
	/** `sourceOf` what is being made. */
	of?: string | null;
};

/** All that decides what comes of a wish. */
export const sourceOf = (input: string, templates: string): string => `${input} ${templates}`;

async function made(db: Database, job: Job, tools: Tools): Promise<Outcome> {
	try {
		for (let left = attempts; left > 0; left--) {
			const outcome = await attempt(db, job, tools);
			if (outcome !== 'erased') return outcome;
		}
		return {
			state: 'died',
			why: '作るあいだに、載っているものが消されました。',
			of: null,
			again: 0
		};
	} catch (error) {
		if (tools.signal.aborted) return { state: 'cancelled' };
		const of = tools.of ?? null;
		const again = performance.now() + pause;
		if (error instanceof TypesettingError) {
			return { state: 'died', why: error.message, of, again: error.mayPass ? again : null };
		}
		tell(error);
		return { state: 'died', why: sentenceOf('冊子', error) ?? unexpected, of, again };
	}
}

async function attempt(db: Database, job: Job, tools: Tools): Promise<Outcome | 'erased'> {
	const { workshop, signal } = tools;
	const { wish } = job;
	const { editionId, kind, form, channel, printing, origin } = wish;
	signal.throwIfAborted();
	job.step = 'collect';
	const erasures = erasuresIn(db);
	const { booklet, warnings } = await workshop.collect(db, editionId, wish);
	signal.throwIfAborted();
	const templates = workshop.templates();
	const input = inputOf(digestOf(booklet), wish);
	tools.of = sourceOf(input, templates);
	const maker = workshop.makers[form];
	if (!maker) throw new TypesettingError('この形は、まだつくれません。');
	const onProgress = (stage: Stage) => (job.step = stage);
	const making = { printing, signal, onProgress, db, editionId, origin };
	const result = await maker.make(booklet, making);
	signal.throwIfAborted();
	const whole: NewBooklet = {
		...{ editionId, kind, form, channel, printing, booklet, templates, input },
		made: { ...result, warnings: [...warnings, ...result.warnings] },
		...{ by: wish.by, at: new Date() }
	};
	let isFull = false;
	const id = await patiently(
		db,
		async () => {
			try {
				isFull = false;
				// Nobody erases between this look and the writing.
				return write(db, () => (erasuresIn(db) === erasures ? keep(db, whole) : 'erased'));
			} catch (error) {
				if (!isBusy(error)) throw error;
				isFull = true;
				return null;
			}
		},
		{ writes: true, hasFailed: () => isFull, atMost: longestWait }
	);
	if (id === 'erased') return 'erased';
	if (id === null) {
		const words = 'ほかの作業がデータベースを使っていて、しまえませんでした。';
		throw new TypesettingError(words, { mayPass: true });
	}
	return id === 'gone' ? { state: 'gone' } : { state: 'made', id };
}

/** Milliseconds that a booklet waits for another process to have written. */
const longestWait = 60_000;

const erasuresIn = (db: Database): number =>
	db.get<{ count: number }>(
		sql`SELECT count(*) AS count FROM audit WHERE action IN ('resource.erase', 'revision.erase')`
	).count;

/** Its message may repeat values. */
const tell = (error: unknown): void =>
	void process.stderr.write(`${JSON.stringify({ event: 'booklet', ...describeError(error) })}\n`);
