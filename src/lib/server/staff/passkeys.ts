import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
	type AuthenticationResponseJSON,
	type RegistrationResponseJSON
} from '@simplewebauthn/server';
import { and, desc, eq, isNull } from 'drizzle-orm';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { passkeys, staff } from '#lib/server/database/schema/index.ts';
import * as sessions from './sessions.ts';
import { isBusy } from '#lib/server/database/transaction.ts';
import * as challenges from './challenges.ts';
import type { Act } from '#lib/domain/labels/acts.ts';

/** `origin` of the app; its host is what a passkey is bound to. */
type Place = { origin: string; at: Date };

export type Passkey = { id: string; name: string; createdAt: string; usedAt: string | null };

const title = '地域資源ブックマーク 編集室';
const host = (origin: string) => new URL(origin).hostname;

export const list = (db: Database, staffId: string): Passkey[] =>
	db
		.select()
		.from(passkeys)
		.where(eq(passkeys.staff_id, staffId))
		.orderBy(desc(passkeys.created_at))
		.all()
		.map(({ id, name, created_at, used_at }) => ({
			id,
			name,
			createdAt: created_at,
			usedAt: used_at
		}));

/** All other sessions end: one of them may have been opened with it. */
export function remove(
	db: Database,
	staffId: string,
	{ id, token, at }: { id: string; token: string; at: Date }
): void {
	write(db, () => {
		sessions.endAll(db, staffId, token);
		db.delete(passkeys)
			.where(and(eq(passkeys.staff_id, staffId), eq(passkeys.id, id)))
			.run();
		record(db, staffId, 'staff.passkey-remove', at);
	});
}

/** What the browser is to make a passkey of. */
export async function offer(db: Database, staffId: string, { origin, at }: Place) {
	const { mail, name } = db.select().from(staff).where(eq(staff.id, staffId)).get()!;
	const known = db.select().from(passkeys).where(eq(passkeys.staff_id, staffId)).all();
	const options = await generateRegistrationOptions({
		rpName: title,
		rpID: host(origin),
		userID: new TextEncoder().encode(staffId),
		challenge: challenges.draw(db, staffId, at),
		userName: mail,
		userDisplayName: name,
		excludeCredentials: known.map(({ id }) => ({ id })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
	});
	return options;
}

export async function add(
	db: Database,
	staffId: string,
	{ response, device, origin, at }: Place & { response: unknown; device: string }
): Promise<boolean> {
	const challenge = challenges.expected(db, staffId, at);
	try {
		const { verified, registrationInfo } = await verifyRegistrationResponse({
			response: response as RegistrationResponseJSON,
			expectedChallenge: challenge.isGood,
			expectedOrigin: origin,
			expectedRPID: host(origin)
		});
		if (!verified || !challenge.spend()) return false;
		const { credential } = registrationInfo;
		write(db, () => {
			db.insert(passkeys)
				.values({
					id: credential.id,
					staff_id: staffId,
					public_key: Buffer.from(credential.publicKey),
					counter: credential.counter,
					transports: credential.transports ?? [],
					name: device,
					created_at: at.toISOString()
				})
				.run();
			record(db, staffId, 'staff.passkey', at);
		});
		return true;
	} catch (error) {
		if (isBusy(error)) throw error;
		// Whatever is not as it should be in what a stranger sent.
		return false;
	}
}

export async function ask(db: Database, { origin, at }: Place) {
	const options = await generateAuthenticationOptions({
		rpID: host(origin),
		challenge: challenges.draw(db, '', at),
		userVerification: 'required'
	});
	return options;
}

/** Whose passkey has answered; null when nobody's. */
export async function enter(
	db: Database,
	{ response, origin, at }: Place & { response: unknown }
): Promise<string | null> {
	const { id } = (response ?? {}) as { id?: unknown };
	const known = db
		.select({ passkey: passkeys })
		.from(passkeys)
		.innerJoin(staff, eq(staff.id, passkeys.staff_id))
		.where(and(eq(passkeys.id, typeof id === 'string' ? id : ''), isNull(staff.disabled_at)))
		.get()?.passkey;
	if (!known) return null;
	const challenge = challenges.expected(db, '', at);
	try {
		const { verified, authenticationInfo } = await verifyAuthenticationResponse({
			response: response as AuthenticationResponseJSON,
			expectedChallenge: challenge.isGood,
			expectedOrigin: origin,
			expectedRPID: host(origin),
			credential: {
				id: known.id,
				publicKey: new Uint8Array(known.public_key),
				counter: known.counter,
				transports: known.transports
			}
		});
		if (!verified || !challenge.spend()) return null;
		write(db, () =>
			db
				.update(passkeys)
				.set({ counter: authenticationInfo.newCounter, used_at: at.toISOString() })
				.where(eq(passkeys.id, known.id))
				.run()
		);
		return known.staff_id;
	} catch (error) {
		if (isBusy(error)) throw error;
		return null;
	}
}

function record(db: Database, id: string, action: Act, at: Date): void {
	audit.record(db, { at: at.toISOString(), actor: id, action, subject: 'staff', subjectId: id });
}
