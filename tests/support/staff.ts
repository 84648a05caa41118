import type { Database } from '#lib/server/database/client.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as sessions from '#lib/server/staff/sessions.ts';
import * as staff from '#lib/server/staff/staff.ts';
import * as grants from '#lib/server/staff/grants.ts';

/** The fixed cast; the editor works on the first region, the stranger on the second. */
export type Cast = Record<'admin' | 'editor' | 'stranger' | 'partner', string>;

/** Ids of accounts that cannot sign in: tests open a session for them. */
export function cast(
	db: Database,
	{
		at,
		region = 'gunma',
		other = 'tokyo',
		organizations = []
	}: { at: Date; region?: string; other?: string; organizations?: string[] }
): Cast {
	const by = 'test';
	const idOf = (slug: string) => regions.find(db, slug)!.id;
	const create = (name: string, input: Omit<staff.NewStaff, 'mail' | 'name' | 'by' | 'at'>) =>
		staff.create(db, { mail: `${name}@example.jp`, name, by, at, ...input });
	const people = {
		admin: create('admin', { role: 'admin' }),
		editor: create('editor', { role: 'editor', regions: [idOf(region)] }),
		stranger: create('stranger', { role: 'editor', regions: [idOf(other)] }),
		partner: create('partner', { role: 'partner', regions: [idOf(region)], organizations })
	};
	const seen = grants.matches(db, people.partner).map(({ id }) => id);
	grants.set(db, people.partner, { seen, was: [], chosen: seen, by, at });
	return people;
}

/** The `Cookie` header of somebody who has just signed in over plain http. */
export const cookieOf = (db: Database, staffId: string, at: Date): string =>
	`${sessions.cookieName('http:')}=${sessions.start(db, staffId, { at })}`;
