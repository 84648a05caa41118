import { eq } from 'drizzle-orm';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { staff } from '#lib/server/database/schema/index.ts';
import * as sessions from './sessions.ts';
import { encrypt } from './at-rest.ts';
import { renewRecovery } from './codes.ts';
import type { Act } from '#lib/domain/labels/acts.ts';

/** What somebody changes of their own account. */

export type Own = { mail: string; name: string };

export const find = (db: Database, id: string): Own =>
	db.select({ mail: staff.mail, name: staff.name }).from(staff).where(eq(staff.id, id)).get()!;

export function rename(db: Database, id: string, { name, at }: { name: string; at: Date }): void {
	write(db, () => {
		db.update(staff).set({ name }).where(eq(staff.id, id)).run();
		record(db, id, 'staff.rename', at);
	});
}

/** Ends one of somebody's own sessions, or all but the one that is in use. */
export function endSession(
	db: Database,
	id: string,
	{ which, at }: { which: { id: string } | { but: string }; at: Date }
): void {
	write(db, () => {
		if ('id' in which) sessions.revoke(db, id, which.id);
		else sessions.endAll(db, id, which.but);
		record(db, id, 'staff.session-end', at);
	});
}

/** All other sessions end. */
export function setPassword(
	db: Database,
	id: string,
	{ passwordHash, token, at }: { passwordHash: string; token: string; at: Date }
): void {
	write(db, () => {
		db.update(staff).set({ password_hash: passwordHash }).where(eq(staff.id, id)).run();
		sessions.endAll(db, id, token);
		record(db, id, 'staff.password', at);
	});
}

/** Another authenticator, whose code `step` has just been shown. All other sessions end. */
export function setAuthenticator(
	db: Database,
	id: string,
	{ secret, step, token, at }: { secret: string; step: number; token: string; at: Date }
): void {
	write(db, () => {
		const totp_secret = encrypt(db, secret, id);
		db.update(staff).set({ totp_secret, totp_step: step }).where(eq(staff.id, id)).run();
		sessions.endAll(db, id, token);
		record(db, id, 'staff.authenticator', at);
	});
}

export function setRecovery(db: Database, id: string, at: Date): string[] {
	return write(db, () => {
		record(db, id, 'staff.recovery', at);
		return renewRecovery(db, id);
	});
}

function record(db: Database, id: string, action: Act, at: Date): void {
	audit.record(db, { at: at.toISOString(), actor: id, action, subject: 'staff', subjectId: id });
}
