import { hash as hashWith, verify as verifyWith } from '@node-rs/argon2';

/** argon2id, the package's default, with 64 MiB and three passes: some 60 ms. Tests lower it. */
export const cost = {
	memoryCost: 64 * 1024,
	timeCost: 3,
	parallelism: 1
};

/** Of no password anybody has: whoever asks for an account that is not there waits as long. */
const dummy = () =>
	`$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$c29tZSBzYWx0IG9mIG91cg$RdescudvJCsgt3ub+b+bmfYs1pqHmVPd6cZ3NTD31cQ`;

const atOnce = 2;
const longestQueue = 20;
let running = 0;
const waiting: (() => void)[] = [];

/** So many are being checked already that one more is not taken on. */
export class CrowdError extends Error {
	override name = 'CrowdError';
}

export const hash = (password: string): Promise<string> =>
	inTurn(() => hashWith(fold(password), cost));

/** With null, the time it takes is spent all the same. Throws a `CrowdError`. */
export async function verify(known: string | null, password: string): Promise<boolean> {
	const isRight = await inTurn(() => verifyWith(known ?? dummy(), fold(password)));
	return isRight && known !== null;
}

/** So that one who types on another keyboard types the same. */
const fold = (password: string) => password.normalize('NFKC');

/** 64 MiB each: two at a time, twenty in the queue. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (running >= atOnce) {
		if (waiting.length >= longestQueue) throw new CrowdError('Too many passwords at once');
		await new Promise<void>((resolve) => waiting.push(resolve));
	} else running += 1;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}
