import { existsSync, readdirSync } from 'node:fs';
import { setPriority } from 'node:os';

/** As much below the app as `nice` puts a program that is not told otherwise. */
const below = 10;
const threads = '/proc/self/task';

/** Lets the app, and with it readers, go first where both want the processor. */
export function giveWay(): void {
	// Linux counts every thread by itself, and some of them collect the garbage of all.
	const ids = existsSync(threads) ? readdirSync(threads).map(Number) : [0];
	for (const id of ids) {
		try {
			setPriority(id, below);
		} catch {
			// It has ended, or this machine does not allow it.
		}
	}
}
