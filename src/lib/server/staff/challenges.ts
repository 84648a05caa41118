import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';

const lifetime = 5 * 60_000;
const chance = 16;
const instant = 8;
const length = chance + instant + 32;

/**
 * Nothing is kept of a question that was asked: however many strangers ask, they push out nobody's.
 * `spent`: those that were answered rightly, until they have run out anyway.
 */
const state = cachedByDatabase(() => ({ key: randomBytes(32), spent: new Map<string, number>() }));

function seal(db: Database, begin: Buffer, whom: string): Buffer {
	return createHmac('sha256', state(db).key).update(begin).update(whom).digest();
}

/** For whom: an account's id, or '' for whoever signs in. */
export function draw(db: Database, whom: string, at: Date): Uint8Array<ArrayBuffer> {
	const until = Buffer.alloc(instant);
	until.writeBigUInt64BE(BigInt(at.getTime() + lifetime));
	const begin = Buffer.concat([randomBytes(chance), until]);
	return new Uint8Array([...begin, ...seal(db, begin, whom)]);
}

/** For one answer: `spend` says whether it is the first that was right. */
export function expected(
	db: Database,
	whom: string,
	at: Date
): { isGood: (challenge: string) => boolean; spend: () => boolean } {
	let good: { challenge: string; until: number } | null = null;
	return {
		isGood(challenge: string): boolean {
			const bytes = Buffer.from(challenge, 'base64url');
			if (bytes.length !== length) return false;
			const begin = bytes.subarray(0, chance + instant);
			if (!timingSafeEqual(bytes.subarray(begin.length), seal(db, begin, whom))) return false;
			const until = Number(begin.readBigUInt64BE(chance));
			if (until < at.getTime()) return false;
			good = { challenge: bytes.toString('base64url'), until };
			return !state(db).spent.has(good.challenge);
		},
		spend(): boolean {
			const { spent } = state(db);
			for (const [old, until] of spent) if (until < at.getTime()) spent.delete(old);
			if (!good || spent.has(good.challenge)) return false;
			spent.set(good.challenge, good.until);
			return true;
		}
	};
}
