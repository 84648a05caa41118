import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '#lib/server/database/client.ts';
import { isBusy } from './busy.ts';

/** A piece of work in a process that also answers others: a write fails at once where it would wait. */
type Errand = { hasWritten: boolean; wasBusy: boolean };

const begun = (): Errand => ({ hasWritten: false, wasBusy: false });
const errands = new AsyncLocalStorage<Errand>();

/** Milliseconds between two looks at the lock. */
const pause = 20;

export const atOnce = <T>(work: () => T): T => errands.run(begun(), work);

export const mayWait = (): boolean => errands.getStore() === undefined;

/** To be called after a commit: what came before it in the same piece of work cannot be done again. */
export function noteWritten(): void {
	const errand = errands.getStore();
	if (errand) errand.hasWritten = true;
}

/** To be called where a write does not wait. */
export function noteBusy(): void {
	const errand = errands.getStore();
	if (errand) errand.wasBusy = true;
}

type Patience = {
	/** It writes for certain: the lock is waited for before, so that nothing is done in vain. */
	writes: boolean;
	hasFailed: () => boolean;
	/** Milliseconds. */
	atMost: number;
};

/**
 * Does `work` again while another process holds the lock on writing, as long as nothing of it was
 * written. The event loop is free in between.
 */
export async function patiently<T>(
	db: Database,
	work: () => Promise<T>,
	{ writes, hasFailed, atMost }: Patience
): Promise<T> {
	const end = performance.now() + atMost;
	if (writes) await whenFree(db, end);
	for (;;) {
		const errand = begun();
		const result = await errands.run(errand, work);
		const isInVain = errand.wasBusy && !errand.hasWritten && hasFailed();
		if (!isInVain || performance.now() >= end) return result;
		await wait(pause);
		await whenFree(db, end);
	}
}

/** Milliseconds that a change which nobody waits for is tried again. */
const longest = 60_000;

/** A change of work that goes on by itself, as soon as no other process writes. The event loop is free meanwhile. */
export async function eventually<T>(change: () => T): Promise<T> {
	const end = performance.now() + longest;
	for (;;) {
		try {
			return atOnce(change);
		} catch (error) {
			if (!isBusy(error) || performance.now() >= end) throw error;
		}
		await wait(pause);
	}
}

/** Returns at `end` even where the lock is still held. */
async function whenFree(db: Database, end: number): Promise<void> {
	while (!isFree(db) && performance.now() < end) await wait(pause);
}

function isFree({ $client }: Database): boolean {
	try {
		beginNow($client);
		$client.exec('ROLLBACK');
		return true;
	} catch (error) {
		if (isBusy(error)) return false;
		throw error;
	}
}

/** Begins to write, or throws at once. Reads go on waiting: they do so for moments only. */
export function beginNow(client: Database['$client']): void {
	const patience = client.pragma('busy_timeout', { simple: true }) as number;
	client.pragma('busy_timeout = 0');
	try {
		client.exec('BEGIN IMMEDIATE');
	} finally {
		client.pragma(`busy_timeout = ${patience}`);
	}
}
