import { AsyncLocalStorage } from 'node:async_hooks';

/** Between the question and the writing, somebody has lost what they needed for it. */
export class RevokedError extends Error {
	override name = 'RevokedError';
}

const asked = new AsyncLocalStorage<() => boolean>();

/** Every transaction that `work` begins first asks `isStill`, whether it is still allowed. */
export const underPermit = <T>(isStill: () => boolean, work: () => T): T =>
	asked.run(isStill, work);

/** To be called within a transaction, where nobody else can change the answer. */
export function insistOnPermit(): void {
	const isStill = asked.getStore();
	if (isStill && !isStill())
		throw new RevokedError('What this was allowed with has been taken away');
}
