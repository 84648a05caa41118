import { commonSentence, passwordIssue } from '#lib/domain/staff/password.ts';
import { parseName, parseMail } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import { stepOf } from '#lib/server/staff/codes.ts';
import { isLeaked } from '#lib/server/staff/common-passwords.ts';
import { find, takeUp, type Opening } from './invitations.ts';
import { CrowdError, hash } from '#lib/server/staff/passwords.ts';

export type Field = 'mail' | 'name' | 'password' | 'again' | 'code';
export type Issues = Partial<Record<Field, string>>;
type Given = Record<Field, string>;

export const codeIssue =
	'6桁の数字が、いまアプリに出ているものと違います。出たばかりの数字を書いてください。スマートフォンの時計がずれているときは、直してください。';

/** Why a password cannot be set. */
export function passwordIssues(
	{ password, again }: { password: string; again: string },
	owner: { mail: string; name: string }
): Issues {
	const issue = passwordIssue(password, owner) ?? (isLeaked(password) ? commonSentence : null);
	if (issue) return { password: issue };
	return password === again ? {} : { again: '2つのパスワードが違います。もう一度書いてください。' };
}

/** What is kept of a password; an issue while too many others are being checked. */
export async function hashFor(
	password: string
): Promise<{ passwordHash: string } | { issues: Issues }> {
	try {
		return { passwordHash: await hash(password) };
	} catch (error) {
		if (error instanceof CrowdError) return { issues: { password: crowd } };
		throw error;
	}
}

const crowd =
	'いま混み合っていて、パスワードを受け取れませんでした。少し待ってから、もう一度お試しください。';

/** Takes an invitation up with what somebody typed. null: its address opens nothing any more. */
export async function join(
	db: Database,
	opening: Opening,
	given: Given,
	at: Date
): Promise<{ issues: Issues } | { staffId: string; recovery: string[] } | null> {
	const invitation = find(db, opening, at);
	if (!invitation) return null;
	const mail = invitation.staff ? { value: invitation.staff.mail } : parseMail(given.mail);
	const name = parseName(given.name);
	const owner = {
		mail: 'value' in mail ? mail.value : given.mail,
		name: 'value' in name ? name.value : given.name
	};
	const step = stepOf(invitation.secret, given.code, at);
	const issues: Issues = {
		...('issue' in mail ? { mail: mail.issue } : {}),
		...('issue' in name ? { name: name.issue } : {}),
		...passwordIssues(given, owner),
		...(step === null ? { code: codeIssue } : {})
	};
	if (Object.keys(issues).length > 0 || step === null) return { issues };
	const hashed = await hashFor(given.password);
	if ('issues' in hashed) return hashed;
	return takeUp(db, opening, { ...owner, ...hashed, step }, at);
}
