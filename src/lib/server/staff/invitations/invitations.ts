import { and, eq, isNull } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { invitations, staff } from '#lib/server/database/schema/index.ts';
import { isWithin } from '#lib/domain/staff/elapsed.ts';
import * as sessions from '#lib/server/staff/sessions.ts';
import * as staffs from '#lib/server/staff/staff.ts';
import { decrypt, encrypt } from '#lib/server/staff/at-rest.ts';
import { newSecret, renewRecovery, secretFrom } from '#lib/server/staff/codes.ts';
import type * as acts from '#lib/domain/labels/acts.ts';

type Act = { by: string; at: Date };

const hour = 3_600_000;
const lifetimes = { setup: 24 * hour, invitation: 7 * 24 * hour };

export type Invitation = {
	/** null: whoever takes it up becomes the first admin. */
	staff: { id: string; mail: string; name: string } | null;
	/** Of the authenticator that goes with it, in this browser. */
	secret: string;
	expiresAt: string;
};

/** An address that is open in a browser: whoever opened it elsewhere knows another secret. */
export type Opening = {
	/** The address's secret part. */
	token: string;
	/** By chance, and known to that browser alone. */
	browser: string;
};

/** An address's secret part: 256 bits, kept as their SHA-256. Earlier ones of the account are gone. */
export function invite(db: Database, staffId: string | null, { by, at }: Act): string {
	const token = randomBytes(32).toString('base64url');
	const token_hash = sha256(token);
	const lifetime = staffId === null ? lifetimes.setup : lifetimes.invitation;
	write(db, () => {
		db.delete(invitations)
			.where(
				and(
					staffId === null ? isNull(invitations.staff_id) : eq(invitations.staff_id, staffId),
					isNull(invitations.used_at)
				)
			)
			.run();
		db.insert(invitations)
			.values({
				token_hash,
				staff_id: staffId,
				totp_secret: encrypt(db, newSecret(), token_hash),
				created_at: at.toISOString(),
				created_by: by,
				expires_at: new Date(at.getTime() + lifetime).toISOString()
			})
			.run();
		if (staffId !== null) record(db, staffId, 'staff.invite', { by, at });
	});
	return token;
}

/** A set-up address as long as nobody has an account; otherwise null. */
export function setUp(db: Database, act: Act): string | null {
	return write(db, () => (isSetUp(db) ? null : invite(db, null, act)));
}

/** Behind the `#`, where no server and no proxy on the way sees it. */
export const addressOf = (origin: string, token: string): string =>
	`${origin}/staff/invitations#${token}`;

/** What whoever starts the app reads, until there is an account. */
export const setUpSentence = (address: string): string =>
	`編集室の準備: ${address} を開くと、はじめの管理者になれます（24時間、一度だけ）。\n`;

/** Whether anybody can sign in, or could. */
export const isSetUp = (db: Database): boolean =>
	db.select({ id: staff.id }).from(staff).limit(1).all().length > 0;

/** null when it never was, has been used, or has run out; a set-up also when there is an account. */
export function find(db: Database, { token, browser }: Opening, at: Date): Invitation | null {
	const found = db
		.select({ invitation: invitations, account: staff })
		.from(invitations)
		.leftJoin(staff, eq(staff.id, invitations.staff_id))
		.where(eq(invitations.token_hash, sha256(token)))
		.get();
	if (!found || found.invitation.used_at) return null;
	const { created_at, expires_at, staff_id, token_hash, totp_secret } = found.invitation;
	const key = decrypt(db, totp_secret, token_hash);
	const lifetime = Date.parse(expires_at) - Date.parse(created_at);
	const hasRunOut = !isWithin(at.getTime() - Date.parse(created_at), lifetime);
	if (hasRunOut || key === null) return null;
	const opened = { secret: secretFrom(key, browser), expiresAt: expires_at };
	if (staff_id === null) return isSetUp(db) ? null : { staff: null, ...opened };
	if (!found.account || found.account.disabled_at) return null;
	const { id, mail, name } = found.account;
	return { staff: { id, mail, name }, ...opened };
}

/**
 * Takes it up: from now on the account opens with this password and authenticator. Returns the
 * account and its recovery codes; null when somebody was faster.
 */
export function takeUp(
	db: Database,
	opening: Opening,
	account: { mail: string; name: string; passwordHash: string; step: number },
	at: Date
): { staffId: string; recovery: string[] } | null {
	return write(db, () => {
		const invitation = find(db, opening, at);
		if (!invitation) return null;
		const { mail, name, passwordHash, step } = account;
		const staffId =
			invitation.staff?.id ?? staffs.create(db, { mail, name, role: 'admin', by: 'setup', at });
		const totp_secret = encrypt(db, invitation.secret, staffId);
		db.update(staff)
			.set({ name, password_hash: passwordHash, totp_secret, totp_step: step })
			.where(eq(staff.id, staffId))
			.run();
		db.update(invitations)
			.set({ used_at: at.toISOString(), totp_secret: null })
			.where(eq(invitations.token_hash, sha256(opening.token)))
			.run();
		sessions.endAll(db, staffId);
		record(db, staffId, 'staff.join', { by: staffId, at });
		return { staffId, recovery: renewRecovery(db, staffId) };
	});
}

function record(db: Database, id: string, action: acts.Act, { by, at }: Act): void {
	audit.record(db, { at: at.toISOString(), actor: by, action, subject: 'staff', subjectId: id });
}
