import { isAtLeast, type Role } from '#lib/domain/staff/staff.ts';
import type { Kind } from './reach.ts';
import type { Refusal } from './request-checks.ts';
import { isWithin, type Session } from '#lib/server/staff/sessions.ts';

/** Who may ask. */
export type Access =
	| 'public'
	| {
			/** This role, or one that may do more. */
			least: Role;
			/** What the address names has to be theirs (`reach.ts`); otherwise it is not found. */
			of?: Kind;
			/** The password has to have been asked for in the last minutes. */
			confirmed?: true;
	  };

/** What may be asked of a route; a POST to a page by the name of its action. */
export type Policy = Record<string, Rule>;
type Rule = { GET?: Access; POST?: Access | Record<string, Access> };

const read: Rule = { GET: 'public' };
/** Whoever is signed in. */
const anybody = { least: 'partner' } as const;
/** And has shown the password lately. */
const again = { ...anybody, confirmed: true } as const;
const admin = { least: 'admin', confirmed: true } as const;
/** Those who edit in the region that the address names. */
const editor = { least: 'editor', of: 'region' } as const;
const editors: Rule = { GET: editor };
/** All that only staff can see of a region, at once. */
const whole = { ...editor, confirmed: true } as const;
/** Those who may see the resource that the address names, and those who edit where it is. */
const keeper = { ...anybody, of: 'resource' } as const;
const editorOf = { least: 'editor', of: 'resource' } as const;

/** Everything that may be asked. What is not here is refused. */
export const policy: Policy = {
	'/': read,
	'/about': read,
	'/api/map': read,
	'/api/search': read,
	'/api/suggest': read,
	'/bookmarks': read,
	'/changes/[year]': read,
	'/embed/regions/[slug]': read,
	'/guide': read,
	'/handout': read,
	'/healthz': read,
	'/memo': read,
	'/now': read,
	'/offline': read,
	'/outlines': read,
	'/outlines/[prefecture]': read,
	'/outlines/land.svg': read,
	'/policy': read,
	'/privacy': read,
	'/regions/[slug]': read,
	'/regions/[slug]/[year]': read,
	'/regions/[slug]/[year]/changes': read,
	'/regions/[slug]/[year]/errata': read,
	'/regions/[slug]/[year]/resources.geojson': read,
	'/regions/[slug]/poster': read,
	'/regions/[slug]/resources.geojson': read,
	'/regions/[slug]/resources.json': read,
	'/regions/[slug]/search.json': read,
	'/resources/[id]': read,
	'/resources/[id]/card': read,
	'/resources/[id]/handout': read,
	'/resources/[id]/letter': read,
	'/resources/[id]/poster': read,
	'/resources/[id]/report': { GET: 'public', POST: { default: 'public' } },
	'/resources/[id]/report/thanks': read,
	'/rest': read,
	'/search': read,
	'/settings': read,
	'/settings/readings.json': read,
	'/staff': { GET: anybody },
	'/staff/accounts': { GET: admin, POST: { default: admin } },
	'/staff/accounts/[staff]': {
		GET: admin,
		POST: {
			...{ change: admin, disable: admin, enable: admin, invite: admin, reset: admin },
			...{ grant: admin, name: admin }
		}
	},
	'/staff/api/place': { POST: anybody },
	'/staff/back': { GET: anybody },
	'/staff/confirm': { GET: anybody, POST: { default: anybody } },
	'/staff/activity': { GET: { least: 'editor' } },
	'/staff/activity.csv': { GET: { least: 'editor', confirmed: true } },
	'/staff/inbox': {
		GET: anybody,
		POST: {
			settle: { least: 'editor' },
			settlePlace: { least: 'editor' },
			unsettle: { least: 'editor' },
			takeBack: anybody
		}
	},
	'/staff/inbox/proposals/[revision]': {
		GET: { least: 'editor', of: 'proposal' },
		POST: {
			accept: { least: 'editor', of: 'proposal' },
			edit: { least: 'editor', of: 'proposal' },
			reject: { least: 'editor', of: 'proposal' }
		}
	},
	'/staff/invitations': { GET: 'public', POST: { open: 'public', join: 'public' } },
	'/staff/invitations/[token]': { GET: 'public' },
	'/staff/leave': { POST: anybody },
	'/staff/login': { GET: 'public', POST: { default: 'public' } },
	'/staff/login/passkey': { POST: 'public' },
	'/staff/login/passkey/options': { POST: 'public' },
	'/staff/me': {
		GET: anybody,
		POST: {
			name: anybody,
			password: anybody,
			recovery: again,
			passkey: again,
			session: anybody,
			others: anybody
		}
	},
	'/staff/me/authenticator': { GET: again, POST: { default: again } },
	'/staff/me/passkeys': { POST: again },
	'/staff/me/passkeys/options': { POST: again },
	'/staff/pulse': read,
	'/staff/regions': { GET: { least: 'editor' } },
	'/staff/regions/[slug]': { GET: editor, POST: { open: editor } },
	'/staff/regions/[slug]/removal': { GET: admin, POST: { default: admin } },
	'/staff/regions/[slug]/[year]': { GET: editor, POST: { change: editor } },
	'/staff/regions/[slug]/[year]/calls': { GET: whole },
	'/staff/regions/[slug]/[year]/calls.csv': { GET: whole },
	'/staff/regions/[slug]/[year]/entries/[id]/verification': {
		GET: editor,
		POST: { write: editor, revoke: editor }
	},
	'/staff/regions/[slug]/[year]/entries/new': {
		GET: editor,
		POST: { add: editor, remove: editor }
	},
	'/staff/regions/[slug]/[year]/sheets': { GET: whole },
	'/staff/regions/[slug]/[year]/words': {
		GET: editor,
		POST: { save: editor, draft: editor, discard: editor, reconcile: editor, restore: editor }
	},
	'/staff/regions/[slug]/[year]/words/draft': { POST: editor },
	'/staff/regions/[slug]/resources/new': {
		GET: editor,
		POST: { look: editor, draft: editor, discard: editor, save: editor }
	},
	'/staff/regions/[slug]/resources/new/draft': { POST: editor },
	'/staff/regions/[slug]/[year]/compare': editors,
	'/staff/regions/[slug]/[year]/compare.csv': editors,
	'/staff/regions/[slug]/[year]/gaps': editors,
	'/staff/regions/[slug]/[year]/gaps.csv': editors,
	'/staff/regions/[slug]/[year]/lock': {
		GET: editor,
		POST: { waive: editor, unwaive: editor, lock: editor, unlock: editor }
	},
	'/staff/regions/[slug]/[year]/order': {
		GET: editor,
		POST: { order: editor, move: editor }
	},
	'/staff/regions/[slug]/[year]/proof': editors,
	'/staff/regions/[slug]/[year]/publication': {
		GET: { ...editor, confirmed: true },
		POST: {
			publish: { ...editor, confirmed: true },
			giveUp: admin,
			withdraw: admin
		}
	},
	'/staff/resources': { GET: anybody },
	'/staff/resources/[id]': {
		GET: keeper,
		POST: { look: keeper, draft: keeper, discard: keeper, save: keeper, reconcile: editorOf }
	},
	'/staff/resources/[id]/draft': { POST: keeper },
	'/staff/resources/[id]/history': { GET: editorOf, POST: { restore: editorOf } },
	'/staff/resources/[id]/merge': { GET: editorOf, POST: { default: editorOf } },
	'/staff/resources/[id]/operation': { GET: editorOf, POST: { default: editorOf } },
	'/staff/resources/[id]/erasure': { GET: admin, POST: { default: admin } },
	'/staff/resources/[id]/withdrawal': {
		GET: editorOf,
		POST: { withdraw: editorOf, reinstate: editorOf }
	},
	'/staff/undo': { GET: { least: 'editor' }, POST: { default: { least: 'editor' } } },
	'/tiles': read,
	'/tiles/[z]/[x]/[y]': read,
	'/words.json': read
};

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
