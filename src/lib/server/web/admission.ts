import { isAtLeast, type Role } from '#lib/domain/staff/staff.ts';
import { isWithin } from '#lib/domain/staff/elapsed.ts';
import type { Session } from '#lib/server/staff/sessions.ts';
import { policy, type Access, type Policy, type Rule } from './policy.ts';
import type { Kind } from '#lib/server/staff/reach.ts';
import type { Refusal } from './request-checks.ts';

/**
 * Who may ask this; `routeId` is null where there is no route: the framework then says that nothing
 * was found.
 */
export function judge(
	method: string,
	routeId: string | null,
	address: string,
	table: Policy = policy
): { access: Access } | { refusal: Refusal } {
	if (routeId === null) return { access: 'public' };
	const rule = Object.hasOwn(table, routeId) ? table[routeId] : undefined;
	if (!rule) return { refusal: { status: 404 } };
	if (method === 'GET' || method === 'HEAD') return rule.GET ? { access: rule.GET } : refuse(rule);
	if (method !== 'POST' || !rule.POST) return refuse(rule);
	if (isAccess(rule.POST)) return { access: rule.POST };
	const action = actionOf(address);
	if (!Object.hasOwn(rule.POST, action)) return { refusal: { status: 404 } };
	return { access: rule.POST[action]! };
}

/** Whether a page of this route may send a form: all of the staff area has the one that signs out. */
export const sendsForms = (routeId: string | null): boolean =>
	routeId !== null && (/^\/staff(\/|$)/.test(routeId) || policy[routeId]?.POST !== undefined);

/** For how long a password that was asked for counts, in milliseconds. */
const confirmedFor = 10 * 60_000;

/**
 * What stands between somebody and what they ask for: nothing, signing in, their password once more,
 * or that it is not there. `reaches` says whether an object of that kind is theirs.
 */
export function admit(
	access: Access,
	session: Session | null,
	{ at, reaches }: { at: Date; reaches: (kind: Kind) => boolean }
): 'admitted' | 'sign-in' | 'confirm' | 'not-found' {
	if (access === 'public') return 'admitted';
	if (!session) return 'sign-in';
	if (!isAtLeast(session.user, access.least)) return 'not-found';
	if (access.of && !reaches(access.of)) return 'not-found';
	const isOld = !isWithin(at.getTime() - session.confirmedAt.getTime(), confirmedFor);
	return access.confirmed && isOld ? 'confirm' : 'admitted';
}

/** Addresses without a parameter that a role may look at: the rooms its navigation can lead to. */
export const pagesFor = (role: Role): string[] =>
	Object.entries(policy)
		.filter(([route, { GET }]) => GET && GET !== 'public' && !route.includes('['))
		.filter(([, { GET }]) => isAtLeast({ role }, (GET as { least: Role }).least))
		.map(([route]) => route);

export const isAccess = (rule: Access | Record<string, Access>): rule is Access =>
	typeof rule === 'string' || typeof rule['least'] === 'string';

/** `?/name` asks for the action of that name. */
function actionOf(address: string): string {
	for (const name of new URL(address).searchParams.keys()) {
		// kit breaks on the name of the unnamed one.
		if (name.startsWith('/')) return name === '/default' ? '' : name.slice(1);
	}
	return 'default';
}

function refuse(rule: Rule): { refusal: Refusal } {
	const allowed = [...(rule.GET ? ['GET', 'HEAD'] : []), ...(rule.POST ? ['POST'] : [])];
	return { refusal: { status: 405, headers: { allow: allowed.join(', ') } } };
}
