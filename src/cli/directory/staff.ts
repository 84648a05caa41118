import type { Database } from '#lib/server/database/client.ts';
import { readEnvironment } from '#lib/server/start/environment.ts';
import { parseStaffForm } from '#lib/domain/staff/staff-form.ts';
import { roleNames } from '#lib/domain/staff/staff.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as accounts from '#lib/server/staff/accounts.ts';
import * as invitations from '#lib/server/staff/invitations/invitations.ts';
import { inviteAs, startAnew } from '#lib/server/staff/invitations/inviting.ts';
import { by, withDatabase } from './database.ts';
import { needed, read, UsageError, type Io } from './io.ts';

export const help = `使いかた: npm run directory -- staff list
          npm run directory -- staff setup
          npm run directory -- staff invite --mail アドレス --name 名前 --role 役割 [--region 地域 ...] [--organization 団体 ...]
          npm run directory -- staff disable アドレス
          npm run directory -- staff enable アドレス
          npm run directory -- staff reset-2fa アドレス

  list       職員を見る
  setup      まだだれもいないときに、はじめの管理者になるアドレスを作る
  invite     人を招くアドレスを作る。役割は admin（管理）・editor（編集）・partner（協力団体）。
             editor は --region がなければすべての地域。partner は団体と、その団体のある --region。
             partner に見せる資源は、編集室の職員のページで選ぶ
  disable    アカウントを止める。すぐに入れなくなる
  enable     止めたアカウントに、また入れるようにする
  reset-2fa  パスワードと認証アプリを消し、準備し直すアドレスを作る

できたアドレスは一度だけ使えます。その人だけに渡してください。`;

const options = {
	mail: { type: 'string' },
	name: { type: 'string' },
	role: { type: 'string' },
	region: { type: 'string', multiple: true },
	organization: { type: 'string', multiple: true }
} as const;

type Values = ReturnType<typeof read<typeof options>>['values'];
type Asked = { values: Values; mail: string | undefined; io: Io };

const acts: Record<string, (db: Database, asked: Asked) => void> = {
	list(db, { io }) {
		for (const { mail, name, role, state } of accounts.accounts(db)) {
			const states = { invited: '招待中', active: '', disabled: '止めてある' };
			io.out([mail, name, roleNames[role], states[state]].join('\t').trimEnd());
		}
	},
	setup(db, { io }) {
		const token = invitations.setUp(db, act());
		if (!token) throw new UsageError('もう職員がいます。招くには staff invite を使います。');
		io.out(addressOf(token));
	},
	invite(db, { values, io }) {
		const invited = inviteAs(db, formOf(db, values), act());
		if ('issues' in invited) throw new UsageError(Object.values(invited.issues).join('\n'));
		io.out(addressOf(invited.token));
	},
	disable(db, { mail, io }) {
		const account = find(db, mail);
		if (accounts.disable(db, account.id, act()) === 'last-admin') {
			throw new UsageError(
				`${account.mail} のほかに管理の人がいません。先に、もう1人を管理にしてください。`
			);
		}
		io.out(`${account.mail} のアカウントを止めました。`);
	},
	enable(db, { mail, io }) {
		const account = find(db, mail);
		accounts.enable(db, account.id, act());
		io.out(`${account.mail} のアカウントに、また入れるようにしました。`);
	},
	'reset-2fa'(db, { mail, io }) {
		const account = find(db, mail);
		if (account.state === 'disabled') {
			throw new UsageError(
				`${account.mail} のアカウントは止めてあります。職員のページで、また入れるようにしてからお試しください。`
			);
		}
		// Whoever stands at the machine reads the address here, also the only admin who has lost theirs.
		const again = startAnew(db, account.id, { ...act(), evenLast: true });
		if (again !== 'last-admin') io.out(addressOf(again.token));
	}
};

export function run(args: string[], io: Io): number {
	const { values, positionals } = read(args, options, ['list', 'アドレス']);
	const name = needed(positionals[0], `${Object.keys(acts).join('・')} のどれか`);
	if (!Object.hasOwn(acts, name)) {
		throw new UsageError(`「${name}」はできません。${Object.keys(acts).join('・')} のどれかです。`);
	}
	withDatabase((db) => acts[name]!(db, { values, mail: positionals[1], io }));
	return 0;
}

const act = () => ({ by, at: new Date() });

function addressOf(token: string): string {
	const { ORIGIN, PORT } = readEnvironment();
	return invitations.addressOf(ORIGIN ?? `http://localhost:${PORT}`, token);
}

function find(db: Database, mail: string | undefined): accounts.Account {
	const asked = needed(mail, '職員のメールアドレス');
	const found = accounts.accounts(db).find((account) => account.mail === asked.toLowerCase());
	if (!found) throw new UsageError(`「${asked}」という職員はいません。staff list で見られます。`);
	return found;
}

function formOf(db: Database, { mail, name, role, region = [], organization = [] }: Values) {
	const form = new FormData();
	form.set('mail', needed(mail, '--mail アドレス'));
	form.set('name', needed(name, '--name 名前'));
	form.set('role', needed(role, '--role 役割'));
	for (const slug of region) {
		const found = regions.find(db, slug);
		if (!found) throw new UsageError(`地域「${slug}」はありません。`);
		form.append('regions', String(found.id));
	}
	if (region.length === 0) form.set('everywhere', 'yes');
	form.set('organizations', organization.join('\n'));
	const parsed = parseStaffForm(form, { withPerson: true });
	if ('issues' in parsed) throw new UsageError(Object.values(parsed.issues).join('\n'));
	return parsed.value;
}
