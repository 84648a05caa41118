import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import type { Database } from '#lib/server/database/client.ts';
import { dataVersion } from '#lib/server/database/data-version.ts';

/** So many wait for other files already that this one is for another moment. */
export class CrowdedError extends Error {
	override name = 'CrowdedError';
}

const longestRest = 1000;

/**
 * What takes the processor for long is made one after the other, and before the next one pages have as much time as
 * the last took. Whoever wants what somebody else waits for gets the same; `most`: of how many different ones.
 */
function lane(most: number) {
	let last: Promise<unknown> = Promise.resolve();
	let waiting = 0;
	const wantedIn = cachedByDatabase(() => new Map<string, Promise<unknown>>());

	function queue<T>(make: () => T | Promise<T>): Promise<T> {
		waiting++;
		let took = 0;
		const made = last.then(async () => {
			await setImmediate();
			const begun = performance.now();
			try {
				return await make();
			} finally {
				took = performance.now() - begun;
				waiting--;
			}
		});
		const rest = () =>
			waiting > 0 ? wait(Math.min(took, longestRest), undefined, { ref: false }) : undefined;
		last = made.then(rest, rest);
		return made;
	}

	/** `what`: the same for the same result, as long as the data are the same; null: nobody shares it. */
	return function inTurn<T>(
		db: Database,
		what: unknown[] | null,
		make: () => T | Promise<T>
	): Promise<T> {
		if (what === null) return queue(make);
		const wanted = wantedIn(db);
		const key = JSON.stringify([dataVersion(db), ...what]);
		const same = wanted.get(key);
		if (same) return same as Promise<T>;
		if (wanted.size >= most) return Promise.reject(new CrowdedError('Too many files are wanted'));
		const made = queue(make).finally(() => wanted.delete(key));
		wanted.set(key, made);
		return made;
	};
}

/** A large file takes a hundred megabytes while it is made. */
export const fileInTurn = lane(8);
export const feedInTurn = lane(30);
