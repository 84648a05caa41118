import { TOTP, Secret } from 'otpauth';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as audit from '#lib/server/audit/index.ts';
import * as sessions from '#lib/server/staff/sessions.ts';
import * as staff from '#lib/server/staff/staff.ts';
import * as accounts from '#lib/server/staff/accounts.ts';
import * as codes from '#lib/server/staff/codes.ts';
import { enter } from '#lib/server/staff/entering.ts';
import * as invitations from '#lib/server/staff/invitations/invitations.ts';
import { startAnew } from '#lib/server/staff/invitations/inviting.ts';
import { inviteAs } from '#lib/server/staff/invitations/inviting.ts';
import { join } from '#lib/server/staff/invitations/joining.ts';
import * as passkeys from '#lib/server/staff/passkeys.ts';
import * as own from '#lib/server/staff/own.ts';
import { cost, verify } from '#lib/server/staff/passwords.ts';
import { cast } from '../../support/staff.ts';
import { now, world, type World } from '../../support/world.ts';

let db: World['db'];
let region: World['region'];
beforeEach(() => {
	({ db, region } = world());
});

const password = 'tadaima-okaeri-kumo';
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const codeAt = (secret: string, at: Date) =>
	new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** '' where the address opens nothing any more. */
const secretOf = (token: string, browser = 'theirs') =>
	invitations.find(db, { token, browser }, now)?.secret ?? '';

/** Takes an invitation up at `now`. */
async function joined(token: string, mail = '', given = {}) {
	const code = codeAt(secretOf(token), now);
	const opening = { token, browser: 'theirs' };
	return join(db, opening, { mail, name: '花子', password, again: password, code, ...given }, now);
}

/** The first admin, and the secret of the authenticator. */
async function first() {
	const token = invitations.setUp(db, { by: 'start', at: now })!;
	const secret = secretOf(token);
	const admin = (await joined(token, 'First@example.jp')) as {
		staffId: string;
		recovery: string[];
	};
	return { ...admin, secret };
}

const trying = (input: Partial<Parameters<typeof enter>[1]>) =>
	enter(db, { mail: 'first@example.jp', password, code: '', address: '::1', at: now, ...input });

describe('The set-up address', () => {
	test('makes the first admin, once', async () => {
		const token = invitations.setUp(db, { by: 'start', at: now })!;
		expect(await joined(token, 'admin@example.jp')).toMatchObject({ recovery: { length: 10 } });
		expect(accounts.accounts(db)).toMatchObject([{ role: 'admin', state: 'active' }]);
		expect(await joined(token, 'second@example.jp')).toBeNull();
		expect(invitations.setUp(db, { by: 'start', at: now })).toBeNull();
	});

	test('is another one at each start, and runs out after a day', () => {
		const old = invitations.setUp(db, { by: 'start', at: now })!;
		const token = invitations.setUp(db, { by: 'start', at: now })!;
		const browser = 'theirs';
		expect(invitations.find(db, { token: old, browser }, now)).toBeNull();
		expect(invitations.find(db, { token, browser }, later(86_399))).not.toBeNull();
		expect(invitations.find(db, { token, browser }, later(86_401))).toBeNull();
	});

	test('holds an authenticator that nobody can work out from it, and that is the same twice', async () => {
		const token = invitations.setUp(db, { by: 'start', at: now })!;
		const secret = secretOf(token);
		expect(secret).toMatch(/^[A-Z2-7]{32}$/);
		expect(secretOf(token)).toBe(secret);
		expect(JSON.stringify(db.$client.prepare('SELECT * FROM invitations').all())).not.toContain(
			secret
		);
		await joined(token, 'admin@example.jp');
		const [invitation] = db.$client.prepare('SELECT * FROM invitations').all();
		expect(invitation).toMatchObject({ totp_secret: null });
	});

	test('shows whoever opened it first another authenticator than whoever takes it up', async () => {
		const token = invitations.setUp(db, { by: 'start', at: now })!;
		const others = secretOf(token, 'of others');
		const secret = secretOf(token);
		expect(others).toMatch(/^[A-Z2-7]{32}$/);
		const code = codeAt(others, now);
		expect(await joined(token, 'first@example.jp', { code })).toMatchObject({
			issues: { code: /6桁/ }
		});
		const { staffId } = (await joined(token, 'first@example.jp')) as { staffId: string };
		const at = later(60);
		expect(await trying({ code: codeAt(others, at), at })).toEqual({ refused: 'wrong' });
		expect(await trying({ code: codeAt(secret, at), at })).toEqual({ staffId });
	});

	test('is not in the database', () => {
		const token = invitations.setUp(db, { by: 'start', at: now })!;
		const rows = db.$client.prepare('SELECT * FROM invitations').all();
		expect(JSON.stringify(rows)).not.toContain(token);
	});

	test('says field by field what is wrong, and then nothing is made', async () => {
		const token = invitations.setUp(db, { by: 'start', at: now })!;
		const wrong = { name: ' ', password: 'short', code: '000000' };
		const answer = await joined(token, 'nobody', wrong);
		const { issues } = answer as { issues: Record<string, string> };
		expect(issues.mail).toContain('「nobody」');
		expect(issues.name).toContain('名前');
		expect(issues.password).toContain('12文字');
		expect(issues.code).toContain('6桁');
		expect(accounts.accounts(db)).toEqual([]);
	});
});

describe('Entering', () => {
	test('takes the password and a code that nobody has used', async () => {
		const { staffId, secret } = await first();
		const at = later(60);
		const code = codeAt(secret, at);
		expect(await trying({ code, at })).toEqual({ staffId });
		expect(await trying({ code, at })).toEqual({ refused: 'wrong' });
		expect(await trying({ code: codeAt(secret, later(120)), at: later(120) })).toEqual({ staffId });
	});

	test('takes each recovery code once, in whatever form it was typed', async () => {
		const { staffId, recovery } = await first();
		const [one] = recovery;
		expect(await trying({ code: one!.toUpperCase().replace('-', ' ') })).toEqual({ staffId });
		expect(await trying({ code: one! })).toEqual({ refused: 'wrong' });
		expect(codes.countRecovery(db, staffId)).toBe(9);
	});

	test('says the same of a wrong password, a wrong code and an account that is not there', async () => {
		const { secret } = await first();
		const at = later(60);
		const code = codeAt(secret, at);
		for (const wrong of [
			{ password: 'another-password', code },
			{ code: '000000' },
			{ mail: 'nobody@example.jp', code },
			{ code: '' }
		]) {
			expect(await trying({ at, ...wrong }), JSON.stringify(wrong)).toEqual({ refused: 'wrong' });
		}
		expect(await trying({ code, at }), 'the code is still good').toMatchObject({
			staffId: expect.any(String) as string
		});
	});

	test('tries no more than ten six-digit codes behind the right password, but still recovery codes', async () => {
		const { staffId, secret, recovery } = await first();
		const at = later(60);
		for (let i = 0; i < 10; i++) await trying({ code: '000000', at, address: `10.0.0.${i}` });
		const code = codeAt(secret, at);
		expect(await trying({ code, at })).toEqual({ refused: 'wrong' });
		expect(await trying({ code: recovery[0]!, at })).toEqual({ staffId });
	});

	describe('while others guess at the account', () => {
		const home = '203.0.113.7';
		let owner: Awaited<ReturnType<typeof first>>;
		beforeEach(async () => {
			// Some of these take longer than a minute where the machine is busy.
			vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now });
			onTestFinished(() => void vi.useRealTimers());
			owner = await first();
		});

		/** How many of the guesses were looked at. */
		async function guess(count: number, from: (i: number) => string) {
			let looked = 0;
			for (let i = 0; i < count; i++) {
				const one = await trying({ password: 'guess-guess-guess', address: from(i) });
				if ('refused' in one && one.refused === 'wrong') looked += 1;
			}
			return looked;
		}
		const everywhere = (i: number) => `10.${i >> 8}.1.${i & 255}`;
		const withCode = (address: string) =>
			trying({ code: codeAt(owner.secret, later(60)), at: later(60), address });
		const withRecovery = (i: number, address: string) =>
			trying({ code: owner.recovery[i]!, address });

		test('from a few lines, it is entered from anywhere else', async () => {
			expect(await guess(80, (i) => `10.0.0.${i % 2}`)).toBe(20);
			expect(await withCode('198.51.100.1')).toEqual({ staffId: owner.staffId });
		});

		test('from one line, that line looks at ten in a quarter of an hour', async () => {
			let looked = 0;
			for (let minute = 0; minute < 14; minute++) {
				looked += await guess(20, () => '10.0.0.1');
				vi.advanceTimersByTime(60_000);
			}
			expect(looked).toBe(10);
			vi.advanceTimersByTime(60_000);
			expect(await guess(20, () => '10.0.0.1')).toBe(10);
		});

		test('from everywhere, it is entered from where it was before, and with a recovery code', async () => {
			const { staffId } = owner;
			expect(await withRecovery(0, home)).toEqual({ staffId });
			expect(await guess(40, everywhere)).toBe(30);
			expect(await withCode('198.51.100.1')).toMatchObject({ refused: 'too-many' });
			// A wrong one from home, after which the right one is taken.
			expect(await guess(1, () => home)).toBe(1);
			expect(await withCode(home)).toEqual({ staffId });
			await guess(31, (i) => everywhere(1000 + i));
			expect(await withRecovery(1, '198.51.100.2')).toEqual({ staffId });
		});

		test('from everywhere, asking in vain uses up nothing of a new line', async () => {
			for (let round = 0; round < 2; round++) {
				expect(await guess(31, (i) => everywhere(1000 * round + i))).toBe(30);
				for (let i = 0; i < 8; i++) {
					expect(await withCode('198.51.100.1')).toMatchObject({ refused: 'too-many' });
				}
				vi.advanceTimersByTime(120_001);
			}
			expect(await withCode('198.51.100.1')).toEqual({ staffId: owner.staffId });
		});

		test('so many that no more are taken on, asking in vain uses up nothing either', async () => {
			const cheap = { ...cost };
			// As slow as outside of tests: they have to be there all the while.
			Object.assign(cost, { memoryCost: 64 * 1024, timeCost: 3 });
			onTestFinished(() => void Object.assign(cost, cheap));
			const crowd = Array.from({ length: 30 }, () => verify(null, 'x').catch(() => false));
			for (let i = 0; i < 12; i++) {
				expect(await withCode(home)).toEqual({ refused: 'too-many', seconds: 5 });
			}
			await Promise.all(crowd);
			expect(await withCode(home)).toEqual({ staffId: owner.staffId });
		});

		test('no more are looked at from home, and who was right is forgiven', async () => {
			const { staffId } = owner;
			expect(await withRecovery(0, home)).toEqual({ staffId });
			expect(await guess(45, (i) => (i < 30 ? everywhere(i) : home))).toBe(40);
			for (const i of [1, 2]) expect(await withRecovery(i, 'a shared desk')).toEqual({ staffId });
		});
	});

	test('counts a line of IPv6 once, whatever address on it is used', async () => {
		const answers = await Promise.all(
			Array.from({ length: 25 }, (_, i) =>
				trying({ mail: `a${i}@example.jp`, address: `2001:db8::${i}:1` })
			)
		);
		expect(answers.filter((one) => 'refused' in one && one.refused === 'wrong')).toHaveLength(20);
	});

	test('makes whoever is wrong too often wait', async () => {
		await first();
		const answers = await Promise.all(
			Array.from({ length: 25 }, (_, i) => trying({ mail: `a${i}@example.jp`, address: 'there' }))
		);
		const tooMany = answers.filter((one) => 'refused' in one && one.refused === 'too-many');
		expect(tooMany.length).toBeGreaterThanOrEqual(5);
	});
});

describe('An account', () => {
	const act = { by: 'admin', at: now };

	test('of a person who was invited opens when they take it up, and only once', async () => {
		const form = {
			mail: 'e@example.jp',
			name: '太郎',
			role: 'editor' as const,
			regions: [region.id],
			organizations: []
		};
		const invited = inviteAs(db, form, act) as { id: string; token: string };
		expect(inviteAs(db, form, act)).toMatchObject({ issues: { mail: /もうあります/ } });
		expect(await joined(invited.token)).toMatchObject({ staffId: invited.id });
		expect(await joined(invited.token)).toBeNull();
		expect(staff.findUser(db, invited.id)).toMatchObject({ role: 'editor', regions: [region.id] });
	});

	test('gets of what was typed only what goes with its role', () => {
		const both = {
			regions: 'all' as const,
			organizations: ['ない団体'],
			mail: 'a@example.jp',
			name: 'x'
		};
		expect(inviteAs(db, { ...both, role: 'admin' }, act)).toMatchObject({ mail: 'a@example.jp' });
		expect(accounts.accounts(db)).toMatchObject([{ allRegions: false, organizations: [] }]);
	});

	test('of a partner names organizations that are there', () => {
		const form = {
			mail: 'p@example.jp',
			name: '協力',
			role: 'partner' as const,
			regions: [],
			organizations: ['ない団体']
		};
		expect(inviteAs(db, form, act)).toMatchObject({ issues: { organizations: /「ない団体」/ } });
		expect(accounts.accounts(db)).toEqual([]);
	});

	test('that is the last of the admins stays one', async () => {
		const { staffId } = await first();
		const reach = { role: 'editor', regions: 'all', organizations: [] } as const;
		expect(accounts.disable(db, staffId, act)).toBe('last-admin');
		expect(accounts.change(db, staffId, { ...reach, organizations: [], ...act })).toBe(
			'last-admin'
		);
		expect(accounts.reset(db, staffId, act)).toBe('last-admin');
		const people = cast(db, { at: now });
		expect(accounts.disable(db, staffId, act), 'the other one is only invited').toBe('last-admin');
		expect(startAnew(db, staffId, act)).toBe('last-admin');
		expect(accounts.find(db, staffId)).toMatchObject({ state: 'active' });
		await joined(invitations.invite(db, people.admin, act));
		expect(accounts.disable(db, staffId, act)).toBe('disabled');
		expect(accounts.disable(db, people.admin, act)).toBe('last-admin');
	});

	test('loses its sessions when it is disabled, reset, or given another role', async () => {
		const people = cast(db, { at: now });
		const open = (id: string) => sessions.start(db, id, { at: now });
		const disabled = open(people.editor);
		accounts.disable(db, people.editor, act);
		const changed = open(people.stranger);
		accounts.change(db, people.stranger, {
			role: 'editor',
			regions: 'all',
			organizations: [],
			...act
		});
		const reset = open(people.partner);
		accounts.reset(db, people.partner, act);
		for (const token of [disabled, changed, reset])
			expect(sessions.find(db, token, now)).toBeNull();
	});

	test('that was reset is entered again by a new invitation only', async () => {
		const { staffId, secret, recovery } = await first();
		accounts.reset(db, staffId, { ...act, evenLast: true });
		const at = later(60);
		expect(await trying({ code: codeAt(secret, at), at })).toEqual({ refused: 'wrong' });
		expect(await trying({ code: recovery[0]! })).toEqual({ refused: 'wrong' });
		const token = invitations.invite(db, staffId, act);
		const before = sessions.start(db, staffId, { at: now });
		expect(await joined(token)).toMatchObject({ staffId });
		expect(sessions.find(db, before, now)).toBeNull();
	});

	test('keeps nobody else signed in once its authenticator or a passkey is another', async () => {
		const { staffId } = await first();
		const open = () => sessions.start(db, staffId, { at: now });
		const [mine, ...others] = [open(), open(), open()];
		const isOpen = (token: string) => sessions.find(db, token, now) !== null;
		own.setAuthenticator(db, staffId, { secret: 'SECRET', step: 1, token: mine, at: now });
		expect([mine, ...others].map(isOpen)).toEqual([true, false, false]);
		const another = open();
		passkeys.remove(db, staffId, { id: 'x', token: mine, at: now });
		expect([isOpen(mine), isOpen(another)]).toEqual([true, false]);
	});

	test('leaves what was done to it in the records, and no mail address, name or secret', async () => {
		const { staffId, secret, recovery } = await first();
		const people = cast(db, { at: now });
		accounts.enable(db, people.editor, act);
		invitations.invite(db, people.editor, act);
		own.rename(db, staffId, { name: '別の名前', at: now });
		own.setPassword(db, staffId, { passwordHash: 'x', token: '', at: now });
		own.setAuthenticator(db, staffId, { secret: 'SECRET', step: 1, token: '', at: now });
		own.endSession(db, staffId, { which: { but: '' }, at: now });
		codes.use(db, staffId, recovery[0]!, now);
		own.setRecovery(db, staffId, now);
		const rows = db.$client.prepare("SELECT * FROM audit WHERE subject = 'staff'").all();
		const actions = (rows as { action: string }[]).map(({ action }) => action.split('.')[1]);
		expect([...new Set(actions)]).toEqual([
			'create',
			'join',
			'enable',
			'invite',
			'rename',
			'password',
			'authenticator',
			'session-end',
			'recovery-use',
			'recovery'
		]);
		for (const never of ['@', '花子', '別の名前', secret, 'SECRET', ...recovery]) {
			expect(JSON.stringify(rows)).not.toContain(never);
		}
		expect(audit.verify(db)).toMatchObject({ ok: true });
	});
});
