import { and, count, eq, isNull, sql } from 'drizzle-orm';
import { createHmac, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { recovery_codes, staff } from '#lib/server/database/schema/index.ts';
import * as atRest from './at-rest.ts';

const issuer = '地域資源ブックマーク';
/** RFC 6238. */
const period = 30;
/** Clocks of telephones go wrong by so many steps. */
const window = 1;

const totp = (secret: string, mail = '') =>
	new TOTP({ issuer, label: mail, secret: Secret.fromBase32(secret), period });

/** What an authenticator app reads from a QR code. */
export const uriOf = (secret: string, mail: string): string => totp(secret, mail).toString();

/** 160 bits, in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/**
 * The secret of the authenticator that takes the place of somebody's present one. The same for a
 * session, so that the page can be loaded twice; another one once it is in use.
 */
export function nextSecret(db: Database, staffId: string, token: string): string {
	const known = db.select().from(staff).where(eq(staff.id, staffId)).get();
	return secretFrom(token, known?.totp_secret ?? '');
}

/** The same for the same two, of which at least one is secret. */
export function secretFrom(key: string, text: string): string {
	const bits = createHmac('sha256', key).update(text).digest();
	return new Secret({ buffer: new Uint8Array(bits.subarray(0, 20)).buffer }).base32;
}

/** What an authenticator shows, as it may be typed; null when a code is none of that kind. */
export function digitsOf(code: string): string | null {
	const digits = code.normalize('NFKC').replaceAll(/\s/g, '');
	return /^\d{6}$/.test(digits) ? digits : null;
}

/** The step of time that a code is of; null when it is of none of the last and next ones. */
export function stepOf(secret: string, code: string, at: Date): number | null {
	const token = digitsOf(code);
	if (token === null) return null;
	const delta = totp(secret).validate({ token, timestamp: at.getTime(), window });
	return delta === null ? null : Math.floor(at.getTime() / 1000 / period) + delta;
}

/** Uses up a code of the authenticator, or one of the recovery codes. */
export function use(db: Database, staffId: string, code: string, at: Date): boolean {
	return write(db, () => {
		const known = db.select().from(staff).where(eq(staff.id, staffId)).get();
		const secret = atRest.decrypt(db, known?.totp_secret ?? null, staffId);
		if (secret === null) return false;
		const step = stepOf(secret, code, at);
		if (step === null) return useRecovery(db, staffId, code, at);
		const used = db
			.update(staff)
			.set({ totp_step: step })
			.where(and(eq(staff.id, staffId), isUnused(step, at)))
			.run();
		return used.changes === 1;
	});
}

/** A step that was used ahead of every clock's error was used while this clock was wrong: it says nothing. */
const isUnused = (step: number, at: Date) =>
	sql`(coalesce(totp_step, -1) < ${step}
		OR totp_step > ${Math.floor(at.getTime() / 1000 / period) + 2 * window})`;

/** 31 letters that are not taken for each other: 18 of them are 89 bits. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz';
const howMany = 10;
const parts = 3;
const partLength = 6;

/** Ten new ones in the place of all that were; they are shown now and never again. */
export function renewRecovery(db: Database, staffId: string): string[] {
	const several = (length: number, make: () => string) => Array.from({ length }, make);
	const part = () => several(partLength, () => letters[randomInt(letters.length)]!).join('');
	const codes = several(howMany, () => several(parts, part).join('-'));
	write(db, () => {
		db.delete(recovery_codes).where(eq(recovery_codes.staff_id, staffId)).run();
		db.insert(recovery_codes)
			.values(codes.map((code) => ({ staff_id: staffId, code_hash: keptOf(db, staffId, code) })))
			.run();
	});
	return codes;
}

export const countRecovery = (db: Database, staffId: string): number =>
	db
		.select({ count: count() })
		.from(recovery_codes)
		.where(and(eq(recovery_codes.staff_id, staffId), isNull(recovery_codes.used_at)))
		.get()!.count;

/** Whether it is one of the account's recovery codes that is not used yet; uses nothing up. */
export const isRecovery = (db: Database, staffId: string, code: string): boolean =>
	db
		.select()
		.from(recovery_codes)
		.where(recoveryOf(db, staffId, code))
		.get() !== undefined;

const recoveryOf = (db: Database, staffId: string, code: string) =>
	and(
		eq(recovery_codes.staff_id, staffId),
		eq(recovery_codes.code_hash, keptOf(db, staffId, code)),
		isNull(recovery_codes.used_at)
	);

/** However it is typed. Those of ten letters are of an earlier version. */
function keptOf(db: Database, staffId: string, code: string): string {
	const folded = code
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]/g, '');
	const spelt = folded.length === 10 ? `${folded.slice(0, 5)}-${folded.slice(5)}` : folded;
	return atRest.keyed(db, sha256(spelt), staffId);
}

function useRecovery(db: Database, staffId: string, code: string, at: Date): boolean {
	const used = db
		.update(recovery_codes)
		.set({ used_at: at.toISOString() })
		.where(recoveryOf(db, staffId, code))
		.run();
	if (used.changes !== 1) return false;
	const subject = { subject: 'staff', subjectId: staffId } as const;
	audit.record(db, {
		at: at.toISOString(),
		actor: staffId,
		action: 'staff.recovery-use',
		...subject
	});
	return true;
}
