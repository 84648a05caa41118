import { textOf, textsOf, type SentForm } from '#lib/domain/input/form.ts';
import { letterIssue, tidy } from '#lib/domain/input/letters.ts';
import { parseMail, parseName, roles, type Role } from './staff.ts';

/**
 * Who somebody is to be, as an admin types it; organizations by their names, a line each. A partner may have
 * none, and be let in to single resources.
 */
export type StaffForm = {
	mail: string;
	name: string;
	role: Role;
	regions: 'all' | number[];
	organizations: string[];
};

/** Role, regions and organizations of an account as one line: another one as soon as somebody changes them. */
export const reachText = (account: {
	role: Role;
	allRegions: boolean;
	regions: { id: number }[];
	organizations: { id: string }[];
}): string => {
	const [regions, organizations] = [account.regions, account.organizations].map((all) =>
		all
			.map(({ id }) => String(id))
			.sort()
			.join(',')
	);
	return [account.role, account.allRegions ? 'all' : regions, organizations].join('/');
};

/** What somebody wrote and chose, as it came, to show it again. */
export const staffFormAsSent = (form: SentForm) => ({
	mail: textOf(form, 'mail'),
	name: textOf(form, 'name'),
	role: roles.find((one) => one === form.get('role')) ?? null,
	everywhere: form.get('everywhere') === 'yes',
	regions: textsOf(form, 'regions').map(Number),
	organizations: textOf(form, 'organizations')
});

export type StaffFormIssues = Partial<Record<keyof StaffForm, string>>;

export function parseStaffForm(
	form: SentForm,
	{ withPerson }: { withPerson: boolean }
): { value: StaffForm } | { issues: StaffFormIssues } {
	const mail = withPerson ? parseMail(form.get('mail')) : { value: '' };
	const name = withPerson ? parseName(form.get('name')) : { value: '' };
	const role = roles.find((one) => one === form.get('role'));
	const regions = textsOf(form, 'regions')
		.filter((id) => /^\d{1,9}$/.test(id))
		.map(Number);
	const isEverywhere = form.get('everywhere') === 'yes';
	const organizations = textOf(form, 'organizations').split('\n').map(tidy).filter(Boolean);
	const letter = organizations.flatMap((line) => letterIssue(line, `「${line}」の`) ?? [])[0];
	const issues: StaffFormIssues = {
		...('issue' in mail ? { mail: mail.issue } : {}),
		...('issue' in name ? { name: name.issue } : {}),
		...(role ? {} : { role: '役割を、管理・編集・協力団体から選んでください。' }),
		...(role === 'editor' && !isEverywhere && regions.length === 0
			? { regions: '編集する地域を1つは選んでください。' }
			: {}),
		...(role === 'partner' && organizations.length > 0 && regions.length === 0
			? { regions: '団体のある地域を1つは選んでください。' }
			: {}),
		...(letter ? { organizations: `${letter}。` } : {})
	};
	if (!('value' in mail) || !('value' in name) || !role || Object.keys(issues).length > 0) {
		return { issues };
	}
	return {
		value: {
			mail: mail.value,
			name: name.value,
			role,
			regions: isEverywhere && role !== 'partner' ? 'all' : regions,
			organizations
		}
	};
}
