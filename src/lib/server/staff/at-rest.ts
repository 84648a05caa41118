import { eq } from 'drizzle-orm';
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import * as audit from '#lib/server/audit/index.ts';
import { maintain } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { invitations, recovery_codes, staff } from '#lib/server/database/schema/index.ts';

/**
 * What opens accounts, as it lies in the file and in its backups: useless without the key that is in
 * none of them (docs/decisions/027-secrets-and-heads-need-the-key.md).
 */
const keys = cachedByDatabase((db) => ({
	secrets: audit.derive(db, 'staff secrets 1'),
	codes: audit.derive(db, 'staff recovery codes 1')
}));

/** Tells what is protected from what an earlier version wrote. */
const mark = 'a1.';
const vector = 12;
const tag = 16;

/** AES-256-GCM, bound to whose it is: moved to another row it opens nothing. */
export function encrypt(db: Database, secret: string, whose: string): string {
	const iv = randomBytes(vector);
	const cipher = createCipheriv('aes-256-gcm', keys(db).secrets, iv).setAAD(Buffer.from(whose));
	const parts = [iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()];
	return mark + Buffer.concat(parts).toString('base64url');
}

/** null where there is none, or none that was written with the key and for them. */
export function decrypt(db: Database, kept: string | null, whose: string): string | null {
	if (!kept?.startsWith(mark)) return null;
	const bytes = Buffer.from(kept.slice(mark.length), 'base64url');
	if (bytes.length < vector + tag) return null;
	const iv = bytes.subarray(0, vector);
	const decipher = createDecipheriv('aes-256-gcm', keys(db).secrets, iv, { authTagLength: tag });
	decipher.setAAD(Buffer.from(whose)).setAuthTag(bytes.subarray(-tag));
	try {
		const text = decipher.update(bytes.subarray(vector, -tag));
		return Buffer.concat([text, decipher.final()]).toString('utf8');
	} catch {
		return null;
	}
}

/** What is kept of a recovery code, of which earlier versions kept the digest alone. */
export const keyed = (db: Database, digest: string, whose: string): string =>
	mark + createHmac('sha256', keys(db).codes).update(`${whose}\n${digest}`).digest('hex');

/** Protects what an earlier version has written in clear, or an earlier backup has brought back. */
export function protect(db: Database): void {
	const isOpen = (text: string | null): text is string => text !== null && !text.startsWith(mark);
	const people = db.select().from(staff).all();
	const invited = db.select().from(invitations).all();
	const codes = db.select().from(recovery_codes).all();
	const isNeeded =
		[...people, ...invited].some(({ totp_secret }) => isOpen(totp_secret)) ||
		codes.some(({ code_hash }) => isOpen(code_hash));
	if (!isNeeded) return;
	maintain(db, () => {
		for (const { id, totp_secret: secret } of people) {
			if (!isOpen(secret)) continue;
			const totp_secret = encrypt(db, secret, id);
			db.update(staff).set({ totp_secret }).where(eq(staff.id, id)).run();
		}
		for (const { token_hash: id, totp_secret: secret } of invited) {
			if (!isOpen(secret)) continue;
			const totp_secret = encrypt(db, secret, id);
			db.update(invitations).set({ totp_secret }).where(eq(invitations.token_hash, id)).run();
		}
		for (const { staff_id, code_hash: digest } of codes) {
			if (!isOpen(digest)) continue;
			const code_hash = keyed(db, digest, staff_id);
			db.update(recovery_codes)
				.set({ code_hash })
				.where(eq(recovery_codes.code_hash, digest))
				.run();
		}
	});
	// The log still has the pages of before.
	db.$client.pragma('wal_checkpoint(TRUNCATE)');
}
