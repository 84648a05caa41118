import { TOTP } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import { admit } from '#lib/server/web/admission.ts';
import * as sessions from '#lib/server/staff/sessions.ts';
import { staff } from '#lib/server/database/schema/index.ts';
import * as atRest from '#lib/server/staff/at-rest.ts';
import * as codes from '#lib/server/staff/codes.ts';
import { find, invite } from '#lib/server/staff/invitations/invitations.ts';
import { eq } from 'drizzle-orm';
import { cast, type Cast } from '../../support/staff.ts';
import { now, world, type World } from '../../support/world.ts';

let db: World['db'];
let people: Cast;
beforeAll(() => {
	({ db } = world());
	people = cast(db, { at: now });
});

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test('a session is found by what its cookie holds, and by nothing else', () => {
	const token = sessions.start(db, people.editor, { at: now });
	expect(sessions.find(db, token, now)?.user).toMatchObject({ name: 'editor', role: 'editor' });
	for (const wrong of [undefined, '', 'x', token.slice(1), `${token}a`, token.replace(/./, '-')]) {
		expect(sessions.find(db, wrong, now)).toBeNull();
	}
});

test('the cookie is not in the database', () => {
	const token = sessions.start(db, people.editor, { at: now });
	const rows = db.$client.prepare('SELECT * FROM sessions').all();
	expect(JSON.stringify(rows)).not.toContain(token);
});

test('an admin who does nothing for half an hour signs in again, anybody after 12 hours', () => {
	const idle = sessions.start(db, people.admin, { at: now });
	expect(sessions.find(db, idle, later(31))).toBeNull();
	const used = sessions.start(db, people.admin, { at: now });
	for (const minutes of [25, 50, 75]) {
		expect(sessions.find(db, used, later(minutes)), `${minutes}`).not.toBeNull();
	}
	const editor = sessions.start(db, people.editor, { at: now });
	expect(sessions.find(db, editor, later(11 * 60))).not.toBeNull();
	expect(sessions.find(db, editor, later(12 * 60 + 1))).toBeNull();
});

test('what has run out is listed no more, and forgotten at the next start', () => {
	const of = people.admin;
	const rows = () =>
		db.$client.prepare('SELECT count(*) FROM sessions WHERE staff_id = ?').pluck().get(of);
	sessions.endAll(db, of);
	const old = sessions.start(db, of, { at: now });
	expect(sessions.list(db, of, { token: old, at: later(29) })).toMatchObject([{ isThis: true }]);
	expect(sessions.list(db, of, { token: '', at: later(31) })).toEqual([]);
	sessions.start(db, of, { at: later(31) });
	expect(rows()).toBe(1);
	sessions.start(db, people.editor, { at: later(31 + 12 * 60 + 1) });
	expect(rows()).toBe(0);
});

test('who was disabled or has signed out has no session', () => {
	const token = sessions.start(db, people.partner, { at: now });
	const out = sessions.start(db, people.stranger, { at: now });
	db.update(staff)
		.set({ disabled_at: now.toISOString() })
		.where(eq(staff.id, people.partner))
		.run();
	sessions.end(db, out);
	expect(sessions.find(db, token, now)).toBeNull();
	expect(sessions.find(db, out, now)).toBeNull();
});

describe('A clock that is put right', () => {
	const year = 365 * 24 * 60;

	test('opens no session again that had run out', () => {
		const token = sessions.start(db, people.admin, { at: now });
		expect(sessions.find(db, token, later(31))).toBeNull();
		expect(sessions.find(db, token, later(5))).toBeNull();
	});

	test('ends a session that was made while it went ahead, and one that was seen then', () => {
		const made = sessions.start(db, people.admin, { at: later(year) });
		expect(sessions.find(db, made, later(year))).not.toBeNull();
		expect(sessions.find(db, made, now)).toBeNull();
		const seen = sessions.start(db, people.editor, { at: now });
		expect(sessions.find(db, seen, later(11 * 60))).not.toBeNull();
		expect(sessions.find(db, seen, now)).toBeNull();
	});

	test('asks again for a password that was confirmed then', () => {
		const session = { user: { role: 'admin' }, confirmedAt: later(year) } as never;
		const access = { least: 'admin', confirmed: true } as never;
		expect(admit(access, session, { at: now, reaches: () => true })).toBe('confirm');
	});

	test('takes the codes of the authenticator, each once', () => {
		const secret = codes.newSecret();
		const totp_secret = atRest.encrypt(db, secret, people.editor);
		db.update(staff).set({ totp_secret }).where(eq(staff.id, people.editor)).run();
		const code = (at: Date) => new TOTP({ secret }).generate({ timestamp: at.getTime() });
		expect(codes.use(db, people.editor, code(later(year)), later(year))).toBe(true);
		expect(codes.use(db, people.editor, code(now), now)).toBe(true);
		expect(codes.use(db, people.editor, code(now), now)).toBe(false);
	});

	test('closes an invitation that was made then', () => {
		const token = invite(db, people.editor, { by: 'operator', at: later(year) });
		const browser = 'b';
		db.update(staff).set({ disabled_at: null }).run();
		expect(find(db, { token, browser }, later(year))).not.toBeNull();
		expect(find(db, { token, browser }, now)).toBeNull();
	});
});
