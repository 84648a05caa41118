import type { Role } from '#lib/domain/staff/staff.ts';
import type { Kind } from '#lib/server/staff/reach.ts';

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
export type Rule = { GET?: Access; POST?: Access | Record<string, Access> };

const read: Rule = { GET: 'public' };
/** Whoever is signed in. */
const signedIn = { least: 'partner' } as const;
/** And has shown the password lately. */
const reauthenticated = { ...signedIn, confirmed: true } as const;
const admin = { least: 'admin', confirmed: true } as const;
/** Those who edit in the region that the address names. */
const editor = { least: 'editor', of: 'region' } as const;
const editors: Rule = { GET: editor };
/** All that only staff can see of a region, at once. */
const whole = { ...editor, confirmed: true } as const;
/** Those who may see the resource that the address names, and those who edit where it is. */
const resourceViewer = { ...signedIn, of: 'resource' } as const;
const editorOf = { least: 'editor', of: 'resource' } as const;
/** Whoever has sent that file. */
const sender = { ...signedIn, of: 'preview' } as const;

/** Pages, files and data that every reader gets. */
const readable = [
	...['/', '/about', '/api/map', '/api/search', '/api/suggest', '/bookmarks', '/changes/[year]'],
	...['/compare', '/embed/regions/[slug]', '/guide', '/handout', '/healthz', '/memo', '/now'],
	...['/offline', '/outlines', '/outlines/[prefecture]', '/outlines/land.svg', '/p/[code]'],
	...['/policy', '/privacy', '/regions/[slug]', '/regions/[slug]/[year]'],
	...['/regions/[slug]/[year]/booklet.epub', '/regions/[slug]/[year]/booklet.html'],
	...['/regions/[slug]/[year]/booklet.pdf', '/regions/[slug]/[year]/changes'],
	...['/regions/[slug]/[year]/errata', '/regions/[slug]/[year]/files'],
	...['/regions/[slug]/[year]/leaflet.pdf', '/regions/[slug]/[year]/print'],
	...['/regions/[slug]/[year]/resources.csv', '/regions/[slug]/[year]/resources.export.json'],
	...['/regions/[slug]/[year]/resources.geojson', '/regions/[slug]/[year]/resources.xlsx'],
	...['/regions/[slug]/calendar.ics', '/regions/[slug]/changes.atom'],
	...['/regions/[slug]/cover.png', '/regions/[slug]/files', '/regions/[slug]/leaflet.pdf'],
	...['/regions/[slug]/new.atom', '/regions/[slug]/poster', '/regions/[slug]/poster.pdf'],
	...['/regions/[slug]/print', '/regions/[slug]/resources.csv'],
	...['/regions/[slug]/resources.export.json', '/regions/[slug]/resources.geojson'],
	...['/regions/[slug]/resources.xlsx', '/regions/[slug]/resources.json'],
	...['/regions/[slug]/search.json', '/resources/[id]', '/resources/[id]/calendar.ics'],
	...['/resources/[id]/card', '/resources/[id]/cover.png', '/resources/[id]/handout'],
	...['/resources/[id]/letter', '/resources/[id]/poster', '/resources/[id]/report/thanks'],
	...['/rest', '/robots.txt', '/search', '/search/print', '/search/calendar.ics'],
	...['/search/new.atom', '/settings', '/settings/readings.json', '/sitemap-[part].xml'],
	...['/sitemap.xml', '/staff/pulse', '/tiles', '/tiles/[z]/[x]/[y]']
];

/** Everything that may be asked. What is not here is refused. */
export const policy: Policy = {
	...Object.fromEntries(readable.map((route) => [route, read])),
	'/resources/[id]/report': { GET: 'public', POST: { default: 'public' } },
	'/staff': { GET: signedIn },
	'/staff/accounts': { GET: admin, POST: { default: admin } },
	'/staff/accounts/[staff]': {
		GET: admin,
		POST: {
			...{ change: admin, disable: admin, enable: admin, invite: admin, reset: admin },
			...{ grant: admin, name: admin }
		}
	},
	'/staff/api/place': { POST: signedIn },
	'/staff/back': { GET: signedIn },
	'/staff/confirm': { GET: signedIn, POST: { default: signedIn } },
	'/staff/activity': { GET: { least: 'editor' } },
	'/staff/activity.csv': { GET: { least: 'editor', confirmed: true } },
	'/staff/imports': { GET: signedIn },
	'/staff/imports/new': { GET: signedIn, POST: { default: signedIn } },
	'/staff/imports/[id]': {
		GET: sender,
		POST: { decide: sender, commit: sender, read: sender, cancel: sender }
	},
	'/staff/imports/[id]/columns': { GET: sender, POST: { default: sender } },
	'/staff/imports/[id]/mapping.json': { GET: sender },
	'/staff/imports/[id]/progress.json': { GET: sender },
	'/staff/imports/[id]/reading': { GET: sender, POST: { default: sender } },
	'/staff/imports/[id]/report.csv': { GET: sender },
	'/staff/imports/[id]/undo': { GET: sender, POST: { default: sender } },
	'/staff/inbox': {
		GET: signedIn,
		POST: {
			...{ settle: { least: 'editor' }, settlePlace: { least: 'editor' } },
			unsettle: { least: 'editor' },
			takeBack: signedIn
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
	'/staff/leave': { POST: signedIn },
	'/staff/login': { GET: 'public', POST: { default: 'public' } },
	'/staff/login/passkey': { POST: 'public' },
	'/staff/login/passkey/options': { POST: 'public' },
	'/staff/me': {
		GET: signedIn,
		POST: {
			name: signedIn,
			password: signedIn,
			recovery: reauthenticated,
			passkey: reauthenticated,
			session: signedIn,
			others: signedIn
		}
	},
	'/staff/me/authenticator': { GET: reauthenticated, POST: { default: reauthenticated } },
	'/staff/me/passkeys': { POST: reauthenticated },
	'/staff/me/passkeys/options': { POST: reauthenticated },
	'/staff/regions': { GET: { least: 'editor' } },
	'/staff/regions/[slug]': { GET: editor, POST: { open: editor } },
	'/staff/regions/[slug]/export': { GET: whole },
	'/staff/regions/[slug]/export/[form]': { GET: whole },
	'/staff/regions/[slug]/removal': { GET: admin, POST: { default: admin } },
	'/staff/regions/[slug]/[year]': { GET: editor, POST: { change: editor } },
	'/staff/regions/[slug]/[year]/booklet': {
		GET: editor,
		POST: { make: editor, cancel: editor, again: editor }
	},
	'/staff/regions/[slug]/[year]/booklet/[made]': { GET: whole },
	'/staff/regions/[slug]/[year]/booklet/progress.json': { GET: editor },
	'/staff/regions/[slug]/[year]/calls': { GET: whole },
	'/staff/regions/[slug]/[year]/calls.csv': { GET: whole },
	'/staff/regions/[slug]/[year]/export': { GET: whole },
	'/staff/regions/[slug]/[year]/export/[form]': { GET: whole },
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
	'/staff/regions/[slug]/[year]/errata': editors,
	'/staff/regions/[slug]/[year]/errata/stickers.pdf': editors,
	'/staff/regions/[slug]/[year]/gaps': editors,
	'/staff/regions/[slug]/[year]/gaps.csv': editors,
	'/staff/regions/[slug]/[year]/lock': {
		GET: editor,
		POST: { waive: editor, unwaive: editor, lock: editor, unlock: editor }
	},
	'/staff/regions/[slug]/[year]/order': { GET: editor, POST: { order: editor, move: editor } },
	'/staff/regions/[slug]/[year]/pictures': {
		GET: editor,
		POST: { put: editor, describe: editor, remove: editor, hide: editor }
	},
	'/staff/regions/[slug]/[year]/pictures/[picture]': editors,
	'/staff/regions/[slug]/[year]/proof': editors,
	'/staff/regions/[slug]/[year]/report': editors,
	'/staff/regions/[slug]/[year]/report/bundle.zip': editors,
	'/staff/regions/[slug]/[year]/publication': {
		GET: whole,
		POST: { publish: whole, giveUp: admin, withdraw: admin }
	},
	'/staff/resources': { GET: signedIn },
	'/staff/resources/[id]': {
		GET: resourceViewer,
		POST: {
			look: resourceViewer,
			draft: resourceViewer,
			discard: resourceViewer,
			save: resourceViewer,
			reconcile: editorOf
		}
	},
	'/staff/resources/[id]/draft': { POST: resourceViewer },
	'/staff/resources/[id]/history': { GET: editorOf, POST: { restore: editorOf } },
	'/staff/resources/[id]/merge': { GET: editorOf, POST: { default: editorOf } },
	'/staff/resources/[id]/operation': { GET: editorOf, POST: { default: editorOf } },
	'/staff/resources/[id]/erasure': { GET: admin, POST: { default: admin } },
	'/staff/resources/[id]/withdrawal': {
		GET: editorOf,
		POST: { withdraw: editorOf, reinstate: editorOf }
	},
	'/staff/undo': { GET: { least: 'editor' }, POST: { default: { least: 'editor' } } },
	'/words.json': read
};
