import { and, desc, eq, gte, lt, ne, or } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import type { User } from '#lib/domain/staff/staff.ts';
import { isBusy, isReadOnly, write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { withoutNewVersion } from '#lib/server/database/data-version.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { sessions, staff } from '#lib/server/database/schema/index.ts';
import { isWithin } from '#lib/domain/staff/elapsed.ts';
import * as staffs from './staff.ts';

/** What a request was sent with. */
export type Session = {
	user: User;
	/** When the password was last asked for. */
	confirmedAt: Date;
};

const hour = 3_600_000;
/** After that, one signs in again. */
const longest = 12 * hour;
/** How long one may do nothing. */
const idle = { admin: hour / 2, editor: 12 * hour, partner: 12 * hour };
/** A session that is in use is written down at most so often. */
const noticed = 5 * 60_000;

/** Readers see nothing of it, so that what is kept for them stays. */
const writeWithoutNewVersion = (db: Database, change: () => unknown): void =>
	withoutNewVersion(db, () => void write(db, change));

/** Where another process is writing, the next request of the session will do. */
function ifFree(change: () => void): void {
	try {
		change();
	} catch (error) {
		if (!isBusy(error)) throw error;
	}
}

export const isSecure = (origin: string): boolean => origin.startsWith('https:');

/** `__Host-` cookies exist on https alone. */
export const cookieName = (origin: string): string =>
	isSecure(origin) ? '__Host-session' : 'session';

/**
 * Returns what the cookie shall hold: 256 bits, kept here as their SHA-256 only. Sessions that have
 * run out are forgotten.
 */
export function start(
	db: Database,
	staffId: string,
	{ at, device = null }: { at: Date; device?: string | null }
): string {
	const token = randomBytes(32).toString('base64url');
	const now = at.toISOString();
	writeWithoutNewVersion(db, () => {
		db.delete(sessions)
			.where(
				or(
					lt(sessions.created_at, before(at, longest)),
					and(eq(sessions.staff_id, staffId), lt(sessions.seen_at, before(at, idleOf(db, staffId))))
				)
			)
			.run();
		db.insert(sessions)
			.values({
				token_hash: sha256(token),
				staff_id: staffId,
				device,
				created_at: now,
				seen_at: now,
				confirmed_at: now
			})
			.run();
	});
	return token;
}

const before = (at: Date, time: number) => new Date(at.getTime() - time).toISOString();

const idleOf = (db: Database, staffId: string): number =>
	idle[db.select().from(staff).where(eq(staff.id, staffId)).get()!.role];

/** null when there is none, it has run out, or the account was disabled. */
export function find(db: Database, token: string | undefined, at: Date): Session | null {
	if (!token || !/^[\w-]{43}$/.test(token)) return null;
	const found = db
		.select({ session: sessions, role: staff.role })
		.from(sessions)
		.innerJoin(staff, eq(staff.id, sessions.staff_id))
		.where(eq(sessions.token_hash, sha256(token)))
		.get();
	if (!found) return null;
	const { session, role } = found;
	const since = (instant: string) => at.getTime() - new Date(instant).getTime();
	const hasRunOut = (instant: string, time: number) => !isWithin(since(instant), time);
	if (hasRunOut(session.created_at, longest) || hasRunOut(session.seen_at, idle[role])) {
		// A clock that is put back must not open it again.
		if (!isReadOnly(db)) ifFree(() => end(db, token));
		return null;
	}
	const user = staffs.findUser(db, session.staff_id);
	if (!user) return null;
	if (since(session.seen_at) > noticed && !isReadOnly(db)) {
		ifFree(() =>
			writeWithoutNewVersion(db, () =>
				db
					.update(sessions)
					.set({ seen_at: at.toISOString() })
					.where(eq(sessions.token_hash, session.token_hash))
					.run()
			)
		);
	}
	return { user, confirmedAt: new Date(session.confirmed_at) };
}

export function end(db: Database, token: string): void {
	writeWithoutNewVersion(db, () =>
		db
			.delete(sessions)
			.where(eq(sessions.token_hash, sha256(token)))
			.run()
	);
}

/** The password has just been asked for again. */
export function confirm(db: Database, token: string, at: Date): void {
	writeWithoutNewVersion(db, () =>
		db
			.update(sessions)
			.set({ confirmed_at: at.toISOString() })
			.where(eq(sessions.token_hash, sha256(token)))
			.run()
	);
}

export type OpenSession = {
	/** The first letters of the hash: they name it and open nothing. */
	id: string;
	device: string | null;
	createdAt: string;
	seenAt: string;
	isThis: boolean;
};

const idLength = 16;

/** Somebody's sessions that have not run out, the one last used first. */
export const list = (
	db: Database,
	staffId: string,
	{ token, at }: { token: string; at: Date }
): OpenSession[] =>
	db
		.select()
		.from(sessions)
		.where(
			and(
				eq(sessions.staff_id, staffId),
				gte(sessions.created_at, before(at, longest)),
				gte(sessions.seen_at, before(at, idleOf(db, staffId)))
			)
		)
		.orderBy(desc(sessions.seen_at))
		.all()
		.map((session) => ({
			id: session.token_hash.slice(0, idLength),
			device: session.device,
			createdAt: session.created_at,
			seenAt: session.seen_at,
			isThis: session.token_hash === sha256(token)
		}));

/** One of somebody's own. */
export function revoke(db: Database, staffId: string, id: string): void {
	const own = db.select().from(sessions).where(eq(sessions.staff_id, staffId)).all();
	for (const { token_hash } of own) {
		if (token_hash.slice(0, idLength) !== id) continue;
		db.delete(sessions).where(eq(sessions.token_hash, token_hash)).run();
	}
}

/** All of somebody's, but for the one they are using when its token is given. */
export function endAll(db: Database, staffId: string, but?: string): void {
	db.delete(sessions)
		.where(
			and(
				eq(sessions.staff_id, staffId),
				but === undefined ? undefined : ne(sessions.token_hash, sha256(but))
			)
		)
		.run();
}
