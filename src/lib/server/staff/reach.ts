import { eq } from 'drizzle-orm';
import { editsRegion, reachesResource, type User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/staff-view.ts';
import {
	import_previews,
	regions,
	resources,
	revisions
} from '#lib/server/database/schema/index.ts';

type Params = Partial<Record<string, string>>;

/** By the name of a kind of object, whether what the address names is there and is the user's to see. */
const kinds = {
	/** `[slug]`, and the `[year]` of one of its editions. */
	region: (db: Database, user: User, { slug = '', year }: Params) => {
		const region = db.select().from(regions).where(eq(regions.slug, slug)).get();
		if (region === undefined || !editsRegion(user, region.id)) return false;
		return year === undefined || editions.find(db, { slug, year }) !== undefined;
	},
	/** `[id]` */
	resource: (db: Database, user: User, { id = '' }: Params) => {
		const resource = db
			.select({ id: resources.id, regionId: resources.region_id })
			.from(resources)
			.where(eq(resources.id, id))
			.get();
		return resource !== undefined && reachesResource(user, resource);
	},
	/** `[revision]`: what somebody proposed. */
	proposal: (db: Database, user: User, { revision = '' }: Params) => {
		if (!/^\d{1,15}$/.test(revision)) return false;
		const proposed = db
			.select({ regionId: resources.region_id, at: revisions.proposed_at })
			.from(revisions)
			.innerJoin(resources, eq(resources.id, revisions.resource_id))
			.where(eq(revisions.id, Number(revision)))
			.get();
		return proposed?.at != null && editsRegion(user, proposed.regionId);
	},
	/** `[id]`: a file that somebody is about to import; nobody else's but an admin's. */
	preview: (db: Database, user: User, { id = '' }: Params) => {
		const preview = db
			.select({ staffId: import_previews.staff_id })
			.from(import_previews)
			.where(eq(import_previews.id, id))
			.get();
		return preview !== undefined && (user.role === 'admin' || preview.staffId === user.id);
	}
};

export type Kind = keyof typeof kinds;

export const reaches = (db: Database, user: User, kind: Kind, params: Params): boolean =>
	kinds[kind](db, user, params);
