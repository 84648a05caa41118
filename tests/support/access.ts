/**
 * Who may ask what, said once more by hand: the least role, `@` what the address has to name of
 * theirs, `!` the password asked for lately. The table of the app is compared with it. Outside of
 * the staff area everybody may look at everything, and only what stands here may be sent.
 */
export const expected: Record<string, Record<string, string>> = {
	'/resources/[id]/report': { GET: 'public', 'POST default': 'public' },
	'/staff': { GET: 'partner' },
	'/staff/accounts': { GET: 'admin!', 'POST default': 'admin!' },
	'/staff/accounts/[staff]': {
		GET: 'admin!',
		'POST change': 'admin!',
		'POST disable': 'admin!',
		'POST enable': 'admin!',
		'POST invite': 'admin!',
		'POST reset': 'admin!',
		'POST grant': 'admin!',
		'POST name': 'admin!'
	},
	'/staff/api/place': { POST: 'partner' },
	'/staff/confirm': { GET: 'partner', 'POST default': 'partner' },
	'/staff/activity': { GET: 'editor' },
	'/staff/activity.csv': { GET: 'editor!' },
	'/staff/imports': { GET: 'partner' },
	'/staff/imports/new': { GET: 'partner', 'POST default': 'partner' },
	'/staff/imports/[id]': {
		GET: 'partner@preview',
		'POST decide': 'partner@preview',
		'POST commit': 'partner@preview',
		'POST read': 'partner@preview',
		'POST cancel': 'partner@preview'
	},
	'/staff/imports/[id]/columns': {
		GET: 'partner@preview',
		'POST default': 'partner@preview'
	},
	'/staff/imports/[id]/mapping.json': { GET: 'partner@preview' },
	'/staff/imports/[id]/progress.json': { GET: 'partner@preview' },
	'/staff/imports/[id]/reading': { GET: 'partner@preview', 'POST default': 'partner@preview' },
	'/staff/imports/[id]/report.csv': { GET: 'partner@preview' },
	'/staff/imports/[id]/undo': { GET: 'partner@preview', 'POST default': 'partner@preview' },
	'/staff/inbox': {
		GET: 'partner',
		'POST settle': 'editor',
		'POST settlePlace': 'editor',
		'POST unsettle': 'editor',
		'POST takeBack': 'partner'
	},
	'/staff/inbox/proposals/[revision]': {
		GET: 'editor@proposal',
		'POST accept': 'editor@proposal',
		'POST edit': 'editor@proposal',
		'POST reject': 'editor@proposal'
	},
	'/staff/invitations': { GET: 'public', 'POST open': 'public', 'POST join': 'public' },
	'/staff/invitations/[token]': { GET: 'public' },
	'/staff/leave': { POST: 'partner' },
	'/staff/login': { GET: 'public', 'POST default': 'public' },
	'/staff/login/passkey': { POST: 'public' },
	'/staff/login/passkey/options': { POST: 'public' },
	'/staff/me': {
		GET: 'partner',
		'POST name': 'partner',
		'POST password': 'partner',
		'POST recovery': 'partner!',
		'POST passkey': 'partner!',
		'POST session': 'partner',
		'POST others': 'partner'
	},
	'/staff/me/authenticator': { GET: 'partner!', 'POST default': 'partner!' },
	'/staff/me/passkeys': { POST: 'partner!' },
	'/staff/me/passkeys/options': { POST: 'partner!' },
	'/staff/regions': { GET: 'editor' },
	'/staff/regions/[slug]': { GET: 'editor@region', 'POST open': 'editor@region' },
	'/staff/regions/[slug]/export': { GET: 'editor@region!' },
	'/staff/regions/[slug]/export/[form]': { GET: 'editor@region!' },
	'/staff/regions/[slug]/[year]/export': { GET: 'editor@region!' },
	'/staff/regions/[slug]/[year]/export/[form]': { GET: 'editor@region!' },
	'/staff/regions/[slug]/removal': { GET: 'admin!', 'POST default': 'admin!' },
	'/staff/regions/[slug]/[year]': { GET: 'editor@region', 'POST change': 'editor@region' },
	'/staff/regions/[slug]/[year]/booklet': {
		GET: 'editor@region',
		'POST make': 'editor@region',
		'POST cancel': 'editor@region',
		'POST again': 'editor@region'
	},
	'/staff/regions/[slug]/[year]/booklet/[made]': { GET: 'editor@region!' },
	'/staff/regions/[slug]/[year]/booklet/progress.json': { GET: 'editor@region' },
	'/staff/regions/[slug]/[year]/calls': { GET: 'editor@region!' },
	'/staff/regions/[slug]/[year]/calls.csv': { GET: 'editor@region!' },
	'/staff/regions/[slug]/[year]/entries/[id]/verification': {
		GET: 'editor@region',
		'POST write': 'editor@region',
		'POST revoke': 'editor@region'
	},
	'/staff/regions/[slug]/[year]/entries/new': {
		GET: 'editor@region',
		'POST add': 'editor@region',
		'POST remove': 'editor@region'
	},
	'/staff/regions/[slug]/[year]/sheets': { GET: 'editor@region!' },
	'/staff/regions/[slug]/[year]/words': {
		GET: 'editor@region',
		'POST save': 'editor@region',
		'POST draft': 'editor@region',
		'POST discard': 'editor@region',
		'POST reconcile': 'editor@region',
		'POST restore': 'editor@region'
	},
	'/staff/regions/[slug]/[year]/words/draft': { POST: 'editor@region' },
	'/staff/pulse': { GET: 'public' },
	'/staff/back': { GET: 'partner' },
	'/staff/regions/[slug]/resources/new': {
		GET: 'editor@region',
		'POST look': 'editor@region',
		'POST draft': 'editor@region',
		'POST discard': 'editor@region',
		'POST save': 'editor@region'
	},
	'/staff/regions/[slug]/resources/new/draft': { POST: 'editor@region' },
	'/staff/resources': { GET: 'partner' },
	'/staff/resources/[id]': {
		GET: 'partner@resource',
		'POST look': 'partner@resource',
		'POST draft': 'partner@resource',
		'POST discard': 'partner@resource',
		'POST save': 'partner@resource',
		'POST reconcile': 'editor@resource'
	},
	'/staff/resources/[id]/draft': { POST: 'partner@resource' },
	'/staff/resources/[id]/history': { GET: 'editor@resource', 'POST restore': 'editor@resource' },
	'/staff/resources/[id]/merge': { GET: 'editor@resource', 'POST default': 'editor@resource' },
	'/staff/resources/[id]/operation': {
		GET: 'editor@resource',
		'POST default': 'editor@resource'
	},
	'/staff/resources/[id]/erasure': { GET: 'admin!', 'POST default': 'admin!' },
	'/staff/resources/[id]/withdrawal': {
		GET: 'editor@resource',
		'POST withdraw': 'editor@resource',
		'POST reinstate': 'editor@resource'
	},
	'/staff/regions/[slug]/[year]/compare': { GET: 'editor@region' },
	'/staff/regions/[slug]/[year]/compare.csv': { GET: 'editor@region' },
	'/staff/regions/[slug]/[year]/errata': { GET: 'editor@region' },
	'/staff/regions/[slug]/[year]/errata/stickers.pdf': { GET: 'editor@region' },
	'/staff/regions/[slug]/[year]/gaps': { GET: 'editor@region' },
	'/staff/regions/[slug]/[year]/gaps.csv': { GET: 'editor@region' },
	'/staff/regions/[slug]/[year]/lock': {
		GET: 'editor@region',
		'POST waive': 'editor@region',
		'POST unwaive': 'editor@region',
		'POST lock': 'editor@region',
		'POST unlock': 'editor@region'
	},
	'/staff/regions/[slug]/[year]/order': {
		GET: 'editor@region',
		'POST order': 'editor@region',
		'POST move': 'editor@region'
	},
	'/staff/regions/[slug]/[year]/pictures': {
		GET: 'editor@region',
		'POST put': 'editor@region',
		'POST describe': 'editor@region',
		'POST remove': 'editor@region',
		'POST hide': 'editor@region'
	},
	'/staff/regions/[slug]/[year]/pictures/[picture]': { GET: 'editor@region' },
	'/staff/regions/[slug]/[year]/proof': { GET: 'editor@region' },
	'/staff/regions/[slug]/[year]/report': { GET: 'editor@region' },
	'/staff/regions/[slug]/[year]/report/bundle.zip': { GET: 'editor@region' },
	'/staff/regions/[slug]/[year]/publication': {
		GET: 'editor@region!',
		'POST publish': 'editor@region!',
		'POST giveUp': 'admin!',
		'POST withdraw': 'admin!'
	},
	'/staff/undo': { GET: 'editor', 'POST default': 'editor' }
};

/** undefined: nobody has said so far who may. */
export const wordsOf = (route: string, request: string): string | undefined =>
	expected[route]?.[request] ??
	(request === 'GET' && !/^\/staff(\/|$)/.test(route) ? 'public' : undefined);

export const actors = [
	'visitor',
	'expired',
	'disabled',
	'partner',
	'editor',
	'stranger',
	'everywhere',
	'admin',
	'unconfirmed'
] as const;
export type Actor = (typeof actors)[number];
export type Outcome = 'admitted' | 'sign-in' | 'confirm' | 'not-found' | 'no-such-method';
/** Whose the object is that an address names: of the editor's region and the partner's organization, or not. */
export type Whose = 'own' | 'other';

const levels = ['partner', 'editor', 'admin'];
const levelOf: Partial<Record<Actor, number>> = {
	partner: 0,
	editor: 1,
	stranger: 1,
	everywhere: 1,
	admin: 2,
	unconfirmed: 2
};

/** Whether an object is somebody's, where its kind can be theirs at all. */
export function within(actor: Actor, whose: Whose): boolean {
	if (levelOf[actor] === 2 || actor === 'everywhere') return true;
	if (actor === 'editor') return whose === 'own';
	if (actor === 'stranger') return whose === 'other';
	return actor === 'partner' && whose === 'own';
}

/** A file is nobody's but whoever has sent it, and an admin's: the editor's own, and the stranger's. */
const hasSent = (actor: Actor, whose: Whose): boolean =>
	levelOf[actor] === 2 || actor === (whose === 'own' ? 'editor' : 'stranger');

export const isTheirs = (kind: string, actor: Actor, whose: Whose): boolean =>
	kind === 'preview' ? hasSent(actor, whose) : within(actor, whose);

export function outcomeOf(words: string, actor: Actor, whose: Whose): Outcome {
	if (words === 'public') return 'admitted';
	const level = levelOf[actor];
	if (level === undefined) return 'sign-in';
	const [, least, kind, confirmed] = /^(\w+)(?:@(\w+))?(!)?$/.exec(words)!;
	if (level < levels.indexOf(least!)) return 'not-found';
	if (kind && !isTheirs(kind, actor, whose)) return 'not-found';
	return confirmed && actor === 'unconfirmed' ? 'confirm' : 'admitted';
}
