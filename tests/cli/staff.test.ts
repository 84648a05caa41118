import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as sessions from '#lib/server/staff/sessions.ts';
import * as accounts from '#lib/server/staff/accounts.ts';
import * as invitations from '#lib/server/staff/invitations/invitations.ts';
import { join } from '#lib/server/staff/invitations/joining.ts';
import { run } from '../../src/cli/directory.ts';
import { temporaryFolder } from '../support/folder.ts';

let database: string;
beforeEach(() => {
	database = path.join(temporaryFolder(), 'bookmark.db');
	vi.stubEnv('DATABASE_FILE', database);
	vi.stubEnv('SAMPLE', 'no');
	vi.stubEnv('ORIGIN', 'https://bookmark.example.jp');
});
afterEach(() => vi.unstubAllEnvs());

/** `npm run directory -- staff …` within this process. */
async function command(...args: string[]) {
	let [stdout, stderr] = ['', ''];
	const status = await run(['staff', ...args], {
		out: (line) => void (stdout += `${line}\n`),
		err: (line) => void (stderr += `${line}\n`)
	});
	return { status, stdout, stderr };
}

async function look<T>(what: (db: Database) => T | Promise<T>): Promise<T> {
	const db = openDatabase(database);
	try {
		return await what(db);
	} finally {
		close(db);
	}
}

const address = /^https:\/\/bookmark\.example\.jp\/staff\/invitations#([\w-]{43})\n$/;
const tokenIn = (stdout: string) => address.exec(stdout)![1]!;

/** Takes an address up, as its page would. */
const takeUp = (stdout: string, mail = '') =>
	look((db) => {
		const now = new Date();
		const opening = { token: tokenIn(stdout), browser: 'theirs' };
		const secret = Secret.fromBase32(invitations.find(db, opening, now)!.secret);
		const code = new TOTP({ secret }).generate({ timestamp: now.getTime() });
		const password = 'tadaima-okaeri-kumo';
		return join(db, opening, { mail, name: '花子', password, again: password, code }, now);
	});

const editor = ['--mail', 'Taro@example.jp', '--name', '太郎', '--role', 'editor'];

describe('The command for staff', () => {
	it('gives an address for the first admin as long as there is nobody', async () => {
		const first = await command('setup');
		expect([first.status, first.stderr]).toEqual([0, '']);
		await takeUp(first.stdout, 'admin@example.jp');
		expect((await command('list')).stdout).toBe('admin@example.jp\t花子\t管理\n');
		const second = await command('setup');
		expect(second.status).toBe(2);
		expect(second.stderr).toContain('もう職員がいます');
	});

	it('invites an editor of some regions, of all, and the list says who has not come yet', async () => {
		const invited = await command('invite', ...editor, '--region', 'gunma');
		expect(invited.status).toBe(0);
		await command('invite', '--mail', 'all@example.jp', '--name', '全', '--role', 'editor');
		expect(await look((db) => accounts.accounts(db))).toMatchObject([
			{ mail: 'all@example.jp', allRegions: true },
			{ mail: 'taro@example.jp', allRegions: false, regions: [{ name: '群馬県' }] }
		]);
		expect((await command('list')).stdout).toContain('taro@example.jp\t太郎\t編集\t招待中\n');
		await takeUp(invited.stdout);
		expect((await command('list')).stdout).toContain('taro@example.jp\t花子\t編集\n');
	});

	it('disables an account at once, but not the last admin who can enter', async () => {
		await takeUp((await command('setup')).stdout, 'admin@example.jp');
		await takeUp((await command('invite', ...editor)).stdout);
		const token = await look((db) =>
			sessions.start(db, accounts.accounts(db).find(({ role }) => role === 'editor')!.id, {
				at: new Date()
			})
		);
		expect((await command('disable', 'TARO@example.jp')).status).toBe(0);
		expect(await look((db) => sessions.find(db, token, new Date()))).toBeNull();
		expect((await command('list')).stdout).toContain('taro@example.jp\t花子\t編集\t止めてある\n');
		expect((await command('reset-2fa', 'taro@example.jp')).stderr).toContain('止めてあります');
		const last = await command('disable', 'admin@example.jp');
		expect([last.status, last.stderr]).toEqual([2, expect.stringContaining('ほかに管理の人が')]);
	});

	it('lets somebody set password and authenticator anew, who cannot enter until then', async () => {
		await takeUp((await command('setup')).stdout, 'admin@example.jp');
		const reset = await command('reset-2fa', 'admin@example.jp');
		expect(reset.status).toBe(0);
		expect((await command('list')).stdout).toContain('招待中');
		expect(await takeUp(reset.stdout)).toMatchObject({ recovery: { length: 10 } });
	});

	it('leaves its own name in the records, and no address', async () => {
		await command('invite', ...editor);
		const rows = await look((db) => db.$client.prepare('SELECT * FROM audit').all());
		expect(rows).toMatchObject([
			{ action: 'audit.baseline' },
			{ action: 'staff.create', actor: 'operator' },
			{ action: 'staff.invite', actor: 'operator' }
		]);
		expect(JSON.stringify(rows)).not.toContain('taro');
	});

	it.each<[string[], string]>([
		[[], 'のどれか を書いてください'],
		[['burn'], '「burn」はできません'],
		[['invite', '--name', 'x', '--role', 'editor'], '--mail アドレス を書いてください'],
		[['invite', '--mail', 'x', '--name', 'x', '--role', 'editor'], '「x」はメールアドレスの形では'],
		[['invite', '--mail', 'x@example.jp', '--name', 'x', '--role', 'king'], '役割を、管理・編集'],
		[[...['invite', ...editor], '--region', 'nowhere'], '地域「nowhere」はありません'],
		[
			[
				...['invite', '--mail', 'x@example.jp', '--name', 'x', '--role', 'partner'],
				...['--organization', '見本の会']
			],
			'団体のある地域'
		],
		[['disable'], '職員のメールアドレス を書いてください'],
		[['disable', 'nobody@example.jp'], '「nobody@example.jp」という職員はいません']
	])('answers %j with a sentence and exit code 2', async (args, sentence) => {
		const { status, stderr } = await command(...args);
		expect(stderr).toContain(sentence);
		expect(status).toBe(2);
	});
});
