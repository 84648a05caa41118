import { close, type Database } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as staff from '#lib/server/staff/staff.ts';
import type { Actor, Whose } from './access.ts';
import { cast, cookieOf } from './staff.ts';
import { content } from './world.ts';

export type AccessWorld = {
	cookies: Record<Actor, string>;
	/** What stands for `[name]` in an address; `/staff/route/[name]` where it is another thing there. */
	params: Record<Whose, Record<string, string>>;
};

const by = 'test';
const whereTo: Omit<previews.Options, 'region'> = {
	...{ year: null, category: null, way: 'revision', asOf: null, choices: {} }
};
const minute = 60_000;

/** Fills the database of a running app with one of everything that is somebody's, and one that is not. */
export async function fill(file: string): Promise<AccessWorld> {
	const db = openDatabase(file);
	const at = new Date();
	const ago = (minutes: number) => new Date(at.getTime() - minutes * minute);
	const own = place(db, { slug: 'sakura', organization: '見本の会', at });
	const other = place(db, { slug: 'tokyo', organization: 'よその会', at });
	const people = cast(db, {
		at,
		region: 'sakura',
		other: 'tokyo',
		organizations: [organizationOf(db, own)]
	});
	const create = (name: string, role: 'admin' | 'editor') =>
		staff.create(db, { mail: `${name}@example.jp`, name, role, regions: 'all', by, at });
	const disabled = cookieOf(db, create('disabled', 'admin'), at);
	db.$client
		.prepare("UPDATE staff SET disabled_at = ? WHERE name = 'disabled'")
		.run(at.toISOString());
	const cookies = {
		visitor: '',
		disabled,
		partner: cookieOf(db, people.partner, at),
		editor: cookieOf(db, people.editor, at),
		stranger: cookieOf(db, people.stranger, at),
		everywhere: cookieOf(db, create('everywhere', 'editor'), at),
		unconfirmed: cookieOf(db, people.admin, ago(20)),
		admin: cookieOf(db, people.admin, at),
		// Last of all: to start a session forgets those of the same person that have run out.
		expired: cookieOf(db, people.admin, ago(31))
	};
	const [ownProposal, otherProposal] = [own, other].map((id) =>
		String(
			resources.propose(db, id, { content: content({ name: '直した名前' }), base: null, by, at })
		)
	) as [string, string];
	editions.open(db, { regionId: regions.find(db, 'tokyo')!.id, year: 2026, by, at });
	const preview = async (who: string, region: string) => {
		const user = staff.findUser(db, who)!;
		const file = { name: 'list.csv', bytes: new TextEncoder().encode('名前\n見本') };
		const started = previews.start(db, user, file, { ...whereTo, region }, at) as { id: string };
		await previews.cancel(db, user, started.id, at);
		return { '/staff/imports/[id]': started.id };
	};
	const sent = {
		own: await preview(people.editor, 'sakura'),
		other: await preview(people.stranger, 'tokyo')
	};
	close(db);
	const shared = {
		year: '2026',
		token: 'x'.repeat(43),
		staff: people.partner,
		prefecture: '13',
		code: '0000-0000',
		form: 'csv',
		made: '1',
		picture: '1.jpg',
		z: '5',
		x: '28',
		y: '12'
	};
	return {
		cookies,
		params: {
			own: {
				...{ ...shared, slug: 'sakura', id: own, revision: ownProposal },
				...sent.own
			},
			other: {
				...{ ...shared, slug: 'tokyo', id: other, revision: otherProposal },
				...sent.other
			}
		}
	};
}

const place = (
	db: Database,
	{ slug, organization, at }: { slug: string; organization: string; at: Date }
): string =>
	resources.create(db, {
		regionId: regions.find(db, slug)!.id,
		content: content({ name: `${organization}の場所`, organization: { name: organization } }),
		by,
		at
	}).resourceId;

const organizationOf = (db: Database, id: string) =>
	db.$client
		.prepare(
			'SELECT v.organization_id FROM resources r JOIN revisions v ON v.id = r.current_revision_id WHERE r.id = ?'
		)
		.pluck()
		.get(id) as string;
