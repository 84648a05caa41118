import { beforeAll, expect, test } from 'vitest';
import * as sessions from '#lib/server/sessions.ts';
import { staff } from '#lib/server/schema.ts';
import { eq } from 'drizzle-orm';
import { cast, type Cast } from '../support/staff.ts';
import { now, world, type World } from '../support/world.ts';

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
