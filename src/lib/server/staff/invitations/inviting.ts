import { reachText, type StaffForm, type StaffFormIssues } from '#lib/domain/staff/staff-form.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import type { Mail } from '#lib/server/staff/mail.ts';
import * as organizations from '#lib/server/resources/organizations.ts';
import * as staff from '#lib/server/staff/staff.ts';
import { change, find, reset, type Reach } from '#lib/server/staff/accounts.ts';
import { addressOf, invite } from './invitations.ts';

type Act = { by: string; at: Date };

/** What goes with the role, with the ids of organizations for their names. */
function reachOf(
	db: Database,
	{ role, regions, organizations: names }: StaffForm
): { reach: Reach } | { issues: StaffFormIssues } {
	const { ids, unknown } = organizations.named(db, role === 'partner' ? names : []);
	if (unknown.length === 0) {
		return { reach: { role, regions: role === 'admin' ? [] : regions, organizations: ids } };
	}
	const sentences = unknown.map(({ name, near }) =>
		near.length > 0
			? `「${name}」という団体はありません。近い名前：${near.join('、')}`
			: `「${name}」という団体はありません。資源に書いてある名前のとおりに書いてください。`
	);
	return { issues: { organizations: sentences.join('　') } };
}

/** A new account and the secret part of the address that opens it. */
export function inviteAs(
	db: Database,
	form: StaffForm,
	act: Act
): { id: string; mail: string; name: string; token: string } | { issues: StaffFormIssues } {
	const found = reachOf(db, form);
	if ('issues' in found) return found;
	try {
		return write(db, () => {
			const id = staff.create(db, { ...form, ...found.reach, ...act });
			return { id, mail: form.mail, name: form.name, token: invite(db, id, act) };
		});
	} catch (error) {
		if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_UNIQUE') throw error;
		return { issues: { mail: `「${form.mail}」のアカウントは、もうあります。` } };
	}
}

/** The account as if it was new, and the secret part of the address that opens it. */
export const startAnew = (
	db: Database,
	id: string,
	{ evenLast = false, ...act }: Act & { evenLast?: boolean }
): { token: string } | 'last-admin' =>
	write(db, () => {
		if (reset(db, id, { ...act, evenLast }) === 'last-admin') return 'last-admin';
		return { token: invite(db, id, act) };
	});

/** `base`: what the form began with (`reachText`); where another admin has changed it since, nothing is. */
export function changeTo(
	db: Database,
	id: string,
	form: StaffForm,
	{ base, ...act }: Act & { base: string }
): 'changed' | 'last-admin' | 'stale' | { issues: StaffFormIssues } {
	const found = reachOf(db, form);
	if ('issues' in found) return found;
	return write(db, () => {
		const account = find(db, id);
		if (!account || reachText(account) !== base) return 'stale';
		return change(db, id, { ...found.reach, ...act });
	});
}

/** Sends somebody the address that opens their account, where a mail server is set up. */
export async function tell(
	mail: Mail | null,
	{ to, ...open }: { to: string; name: string; origin: string; token: string }
): Promise<'sent' | 'failed' | 'not-set-up'> {
	if (!mail) return 'not-set-up';
	return (await mail.send({ to, ...letterOf(open) })) ? 'sent' : 'failed';
}

const letterOf = ({ name, origin, token }: { name: string; origin: string; token: string }) => ({
	subject: '地域資源ブックマーク 編集室への招待',
	text: `${name}さん

地域資源ブックマークの編集室に招かれています。
次のアドレスを開いて、パスワードと認証アプリを準備してください。
7日のあいだ、一度だけ使えます。

${addressOf(origin, token)}

準備のページに招待コードの欄が出たときは、次のコードを貼ってください。

${token}

心当たりがないときは、このメールを消してください。
`
});
