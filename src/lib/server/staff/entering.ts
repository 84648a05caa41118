import { and, eq, isNull } from 'drizzle-orm';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { rateLimitKey } from '#lib/domain/staff/rate-limit-key.ts';
import type { Database } from '#lib/server/database/client.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { staff } from '#lib/server/database/schema/index.ts';
import * as codes from './codes.ts';
import { CrowdError, verify } from './passwords.ts';

export type Entry =
	| { staffId: string }
	| { refused: 'wrong' }
	/** `seconds` until one may try again. */
	| { refused: 'too-many'; seconds: number };

/** How often somebody may be wrong. Forgotten after that time, and when the app ends: nobody is locked out. */
const limits = cachedByDatabase(() => ({
	address: new RateLimiterMemory({ points: 20, duration: 60 }),
	/** An account from a line: what others guess from theirs counts for nothing here. */
	own: new RateLimiterMemory({ points: 10, duration: 15 * 60 }),
	/** An account from all lines together, but for those that it was entered from. */
	account: new RateLimiterMemory({ points: 30, duration: 2 * 60 }),
	/** Beyond both, with a recovery code that is good. */
	recovery: new RateLimiterMemory({ points: 10, duration: 15 * 60 }),
	/** Wrong six digits behind the right password: of a million, three are good at a time. */
	digits: new RateLimiterMemory({ points: 10, duration: 60 * 60 }),
	passkey: new RateLimiterMemory({ points: 30, duration: 60 })
}));

const mostLines = 1000;
/**
 * From which lines which accounts were entered, as digests: however many guess from elsewhere, they use
 * up what all lines have together, and not what these have.
 */
const lines = cachedByDatabase(() => new Set<string>());

const lineKey = (account: string, address: string) => sha256(`${account} ${rateLimitKey(address)}`);

function rememberLine(db: Database, account: string, address: string): void {
	const known = lines(db);
	const key = lineKey(account, address);
	known.delete(key);
	known.add(key);
	const [oldest] = known;
	if (known.size > mostLines) known.delete(oldest!);
}

/** A password and a code at once, so that nobody learns which of the two was right. */
export async function enter(
	db: Database,
	{
		mail,
		password,
		code,
		address,
		at
	}: { mail: string; password: string; code: string; address: string; at: Date }
): Promise<Entry> {
	const known = mail.normalize('NFKC').trim().toLowerCase();
	const account = db
		.select({ id: staff.id, hash: staff.password_hash })
		.from(staff)
		.where(and(eq(staff.mail, known), isNull(staff.disabled_at)))
		.get();
	const hasRecovery = account !== undefined && codes.isRecovery(db, account.id, code);
	const tries = await consume(db, known, { address, hasRecovery });
	if (tries) return tries;
	try {
		const isRight = await verify(account?.hash ?? null, password);
		if (!isRight || !account || !(await opens(db, account.id, code, at))) {
			return { refused: 'wrong' };
		}
	} catch (error) {
		return crowded(db, error, { account: known, address });
	}
	await forgive(db, known, address);
	return { staffId: account.id };
}

/** Too many wrong digits are answered like a wrong one, or the password would be known as right. */
async function opens(db: Database, staffId: string, code: string, at: Date): Promise<boolean> {
	if (codes.digitsOf(code) === null) return codes.use(db, staffId, code, at);
	const { digits } = limits(db);
	try {
		await digits.consume(staffId);
	} catch {
		return false;
	}
	if (!codes.use(db, staffId, code, at)) return false;
	await digits.delete(staffId);
	return true;
}

/** Whether a line may ask for a passkey's question, or answer one. */
export async function mayTryPasskey(db: Database, address: string): Promise<boolean> {
	try {
		await limits(db).passkey.consume(rateLimitKey(address));
		return true;
	} catch {
		return false;
	}
}

/** The password of somebody who is signed in, once more. */
export async function confirm(
	db: Database,
	staffId: string,
	{ password, address }: { password: string; address: string }
): Promise<Entry> {
	const tries = await consume(db, staffId, { address, hasRecovery: false });
	if (tries) return tries;
	const account = db
		.select({ hash: staff.password_hash })
		.from(staff)
		.where(eq(staff.id, staffId))
		.get();
	try {
		if (!(await verify(account?.hash ?? null, password))) return { refused: 'wrong' };
	} catch (error) {
		return crowded(db, error, { account: staffId, address });
	}
	await forgive(db, staffId, address);
	return { staffId };
}

/** What was not even tried uses up nothing of the account. */
async function crowded(
	db: Database,
	error: unknown,
	{ account, address }: { account: string; address: string }
): Promise<Entry> {
	if (!(error instanceof CrowdError)) throw error;
	await limits(db).own.reward(lineKey(account, address));
	return { refused: 'too-many', seconds: 5 };
}

/** Whoever was right has used up nothing. */
async function forgive(db: Database, account: string, address: string): Promise<void> {
	rememberLine(db, account, address);
	const key = lineKey(account, address);
	const { address: ofLine, own, account: ofAccount, recovery } = limits(db);
	await own.delete(key);
	await recovery.delete(key);
	await ofAccount.delete(sha256(account));
	await ofLine.reward(rateLimitKey(address));
}

async function consume(
	db: Database,
	account: string,
	{ address, hasRecovery }: { address: string; hasRecovery: boolean }
): Promise<Entry | null> {
	const { address: ofLine, recovery } = limits(db);
	try {
		await ofLine.consume(rateLimitKey(address));
		try {
			await consumeOf(db, account, address);
		} catch (limited) {
			if (!hasRecovery) throw limited;
			await recovery.consume(lineKey(account, address));
		}
		return null;
	} catch (limited) {
		const { msBeforeNext } = limited as RateLimiterRes;
		return { refused: 'too-many', seconds: Math.ceil((msBeforeNext ?? 60_000) / 1000) };
	}
}

async function consumeOf(db: Database, account: string, address: string): Promise<void> {
	const key = lineKey(account, address);
	const { own, account: ofAccount } = limits(db);
	await own.consume(key);
	if (lines(db).has(key)) return;
	try {
		await ofAccount.consume(sha256(account));
	} catch (limited) {
		// It was not even tried.
		await own.reward(key);
		throw limited;
	}
}
