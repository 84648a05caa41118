import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { parseResourceFilter } from '#lib/domain/editing/resource-filter.ts';
import { formOf } from '#lib/domain/editing/form.ts';
import { reaches } from '#lib/server/staff/reach.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import { open } from '#lib/server/editing/editor.ts';
import { audit } from '#lib/server/database/schema/index.ts';
import { reachText } from '#lib/domain/staff/staff-form.ts';
import * as staff from '#lib/server/staff/staff.ts';
import * as accounts from '#lib/server/staff/accounts.ts';
import * as grants from '#lib/server/staff/grants.ts';
import { changeTo, inviteAs } from '#lib/server/staff/invitations/inviting.ts';
import { cast } from '../../support/staff.ts';
import { content, now as at, world, type World } from '../../support/world.ts';

const act = { by: 'admin', at };
let here: World;
let db: Database;
let elsewhere: number;

beforeEach(() => {
	here = world();
	db = here.db;
	onTestFinished(() => close(db));
	elsewhere = regions.find(db, 'tokyo')!.id;
});

const add = (regionId: number, name: string, organization = 'ひまわり会') =>
	resources.create(db, {
		...{ regionId, by: 'editor', at },
		content: content({
			...{ name, organization: { name: organization }, precision: 'private' },
			location: { street: `${name}の番地` }
		})
	}).resourceId;

function invited(): string {
	const form = { role: 'partner' as const, regions: [here.region.id], name: '協力' };
	const made = inviteAs(db, { ...form, organizations: ['ひまわり会'], mail: 'p@example.jp' }, act);
	return (made as { id: string }).id;
}

const user = (id: string) => staff.findUser(db, id)!;
const sees = (id: string) =>
	staffView
		.list(db, user(id), parseResourceFilter(new URLSearchParams()), at)
		.rows.map((row) => row.id);
const waiting = (id: string) =>
	grants
		.matches(db, id)
		.filter(({ isOpen }) => !isOpen)
		.map((one) => one.id);
const letIn = (id: string, ...chosen: string[]) => {
	const matches = grants.matches(db, id);
	const seen = matches.map((one) => one.id);
	const was = matches.filter(({ isOpen }) => isOpen).map((one) => one.id);
	grants.set(db, id, { seen, was, chosen, ...act });
};

test('A partner sees nothing of an organization until an admin has looked, and nothing of another region', () => {
	const [own, second] = [
		add(here.region.id, 'ひまわりの家'),
		add(here.region.id, 'ひまわりの電話')
	];
	const other = add(elsewhere, '別のひまわりの家');
	const partner = invited();
	expect([sees(partner), waiting(partner)]).toEqual([[], [own, second]]);
	letIn(partner, own);
	expect([sees(partner), waiting(partner)]).toEqual([[own], [second]]);
	for (const [id, isTheirs] of [
		[own, true],
		[second, false],
		[other, false]
	] as const) {
		expect(reaches(db, user(partner), 'resource', { id })).toBe(isTheirs);
	}
	// What was not on the list an admin looked at is not opened with it.
	grants.set(db, partner, { seen: [own], was: [own], chosen: [own, second, other], ...act });
	expect(sees(partner)).toEqual([own]);
});

test('Two admins who look at the same list undo nothing of each other', () => {
	const [first, second, third] = ['一', '二', '三'].map((name) => add(here.region.id, name)) as [
		string,
		string,
		string
	];
	const partner = invited();
	letIn(partner, third);
	const seen = [first, second, third];
	grants.set(db, partner, { seen, was: [third], chosen: [third, first], ...act });
	// From a page that was opened before: ticks the second, unticks the third.
	grants.set(db, partner, { seen, was: [third], chosen: [second], ...act });
	expect(sees(partner).sort()).toEqual([first, second].sort());
});

test('A role is changed from what it was when it was looked at, or not at all', () => {
	add(here.region.id, 'ひまわりの家');
	const partner = invited();
	const base = reachText(accounts.find(db, partner)!);
	const form = { mail: '', name: '', role: 'editor', regions: 'all', organizations: [] } as const;
	const as = (base: string) =>
		changeTo(db, partner, { ...form, organizations: [] }, { base, ...act });
	expect(as(base)).toBe('changed');
	expect(as(base)).toBe('stale');
	expect(as('')).toBe('stale');
	expect(as(reachText(accounts.find(db, partner)!))).toBe('changed');
});

test('What comes or is renamed later waits for an admin, who is told how many', () => {
	const own = add(here.region.id, 'ひまわりの家');
	const partner = invited();
	letIn(partner, own);
	const later = add(here.region.id, 'あとの家');
	const renamed = add(here.region.id, 'べつの会の家', 'べつの会');
	const named = (organization: string) =>
		content({ name: 'べつの会の家', organization: { name: organization } });
	resources.revise(db, renamed, { content: named('ひまわり会'), by: 'editor', at });
	expect(sees(partner)).toEqual([own]);
	expect(waiting(partner).sort()).toEqual([later, renamed].sort());
	expect(grants.waiting(db).get(partner)).toBe(2);
	letIn(partner, own, renamed);
	resources.revise(db, renamed, { content: named('べつの会'), by: 'editor', at });
	expect(sees(partner)).toEqual([own]);
});

test('One resource can be opened by itself, and each opening is in the log', () => {
	const other = add(elsewhere, '別のひまわりの家');
	const partner = invited();
	expect(grants.nameAt(db, partner, `https://example.jp/resources/${other}`, act)).toBe(true);
	expect(grants.nameAt(db, cast(db, { at }).editor, other, act)).toBe(false);
	expect(sees(partner)).toEqual([other]);
	letIn(partner);
	expect(sees(partner)).toEqual([]);
	const told = db
		.select()
		.from(audit)
		.all()
		.filter(({ action }) => /grant/.test(action));
	expect(told.map(({ actor, action, details }) => [actor, action, details['resource']])).toEqual([
		['admin', 'staff.grant', other],
		['admin', 'staff.ungrant', other]
	]);
});

test('Who becomes a partner finds nothing of what they were told before in their drafts', () => {
	const own = add(here.region.id, 'ひまわりの家');
	const people = cast(db, { at });
	const number = '03-1111-0001';
	const known = content({
		...{ name: 'ひまわりの家', organization: { name: 'ひまわり会' }, staffNote: '代表の携帯' },
		phones: [{ number, visibility: 'staff' }]
	});
	const base = resources.revise(db, own, { content: known, by: 'editor', at });
	const key = { by: people.editor, subject: own };
	const typed = { fields: formOf({ ...known, summary: '書きかけ' }), base, at };
	drafts.keep(db, key, typed);
	accounts.change(db, people.editor, {
		...{ role: 'partner', regions: [here.region.id], ...act },
		organizations: db.$client.prepare('SELECT id FROM organizations').pluck().all() as string[]
	});
	letIn(people.editor, own);
	expect(drafts.find(db, key)).toBeNull();
	// Nor in one that is there all the same.
	drafts.keep(db, key, typed);
	const target = { resourceId: own, regionId: here.region.id };
	const opened = open(db, user(people.editor), target, staffView.find(db, own)!);
	expect(opened.fields).toMatchObject({ summary: '書きかけ', staffNote: '', phones: [] });
});

test('An editor who loses a region loses the drafts of it', () => {
	const people = cast(db, { at });
	const fields = formOf(content({ name: '新しい家' }));
	for (const subject of [here.ids.hidamari, `new-${here.region.id}`, `new-${elsewhere}`]) {
		drafts.keep(db, { by: people.editor, subject }, { fields, base: null, at });
	}
	accounts.change(db, people.editor, {
		...{ role: 'editor', regions: [elsewhere], organizations: [], ...act }
	});
	expect(drafts.of(db, people.editor).map(({ subject }) => subject)).toEqual([`new-${elsewhere}`]);
});
