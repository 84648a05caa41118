import { letterIssue, tidy } from '#lib/domain/input/letters.ts';

/** From the least to the most: a later role may do what an earlier one may. */
export const roles = ['partner', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
	partner: '協力団体',
	editor: '編集',
	admin: '管理'
};

/** Somebody who is signed in. */
export type User = {
	/** A uuid: the actor of the audit log. */
	id: string;
	name: string;
	role: Role;
	/** Ids of the regions an editor works on; of a partner they open nothing. */
	regions: 'all' | number[];
	/** Ids of the resources that a partner was let in to. */
	resources: string[];
};

export const isAtLeast = (user: Pick<User, 'role'>, least: Role): boolean =>
	roles.indexOf(user.role) >= roles.indexOf(least);

/** Where somebody edits who is no partner: an admin everywhere, whatever list they have. */
export const regionsOf = ({ role, regions }: Pick<User, 'role' | 'regions'>): User['regions'] =>
	role === 'admin' ? 'all' : regions;

/** Whether somebody edits in a region; a partner never does. */
export function editsRegion(user: User, regionId: number): boolean {
	if (user.role === 'partner') return false;
	const regions = regionsOf(user);
	return regions === 'all' || regions.includes(regionId);
}

/** Whether a resource is somebody's to see: an editor's by its region, a partner's because an admin let them in. */
export const reachesResource = (user: User, resource: { id: string; regionId: number }): boolean =>
	user.role === 'partner'
		? user.resources.includes(resource.id)
		: editsRegion(user, resource.regionId);

const longestMail = 254;
const longestName = 50;

/** What somebody signs in with, in lower case. */
export function parseMail(input: unknown): { value: string } | { issue: string } {
	const value = typeof input === 'string' ? input.normalize('NFKC').trim().toLowerCase() : '';
	const letter = letterIssue(value, 'メールアドレスの');
	if (letter) return { issue: `${letter}。` };
	if (value.length <= longestMail && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(value)) {
		return { value };
	}
	return {
		issue: value
			? `「${value}」はメールアドレスの形ではありません。name@example.jp のように書いてください。`
			: 'メールアドレスを書いてください。'
	};
}

/** How colleagues call somebody. */
export function parseName(input: unknown): { value: string } | { issue: string } {
	const value = typeof input === 'string' ? tidy(input) : '';
	if (!value) return { issue: '名前を書いてください。職場で呼ばれている名前で足ります。' };
	if (value.length > longestName) {
		return { issue: `名前は${longestName}文字までです。いまは${value.length}文字あります。` };
	}
	const issue = letterIssue(value, '名前の');
	return issue ? { issue: `${issue}。` } : { value };
}
