import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { editsRegion, type Role, type User } from '#lib/domain/staff/staff.ts';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { staff, staff_organizations, staff_regions } from '#lib/server/database/schema/index.ts';
import * as grants from './grants.ts';

export type NewStaff = {
	mail: string;
	name: string;
	role: Role;
	/** Ids; of an editor, or where a partner's organizations are. */
	regions?: 'all' | number[];
	/** Ids; of a partner. */
	organizations?: string[];
	by: string;
	at: Date;
};

/** An account that cannot sign in yet. */
export function create(db: Database, input: NewStaff): string {
	const { regions = [], organizations = [] } = input;
	const id = randomUUID();
	const at = input.at.toISOString();
	write(db, () => {
		db.insert(staff)
			.values({
				id,
				mail: input.mail.toLowerCase(),
				name: input.name,
				role: input.role,
				all_regions: regions === 'all',
				created_at: at,
				created_by: input.by
			})
			.run();
		for (const region_id of regions === 'all' ? [] : regions) {
			db.insert(staff_regions).values({ staff_id: id, region_id }).run();
		}
		for (const organization_id of organizations) {
			db.insert(staff_organizations).values({ staff_id: id, organization_id }).run();
		}
		audit.record(db, {
			at,
			actor: input.by,
			action: 'staff.create',
			subject: 'staff',
			subjectId: id,
			details: { role: input.role }
		});
	});
	return id;
}

/** undefined also when the account was disabled. */
export function findUser(db: Database, id: string): User | undefined {
	const found = db
		.select()
		.from(staff)
		.where(and(eq(staff.id, id), isNull(staff.disabled_at)))
		.get();
	if (!found) return undefined;
	const regions = db
		.select({ id: staff_regions.region_id })
		.from(staff_regions)
		.where(eq(staff_regions.staff_id, id))
		.all();
	return {
		id,
		name: found.name,
		role: found.role,
		regions: found.all_regions ? 'all' : regions.map((region) => region.id),
		resources: found.role === 'partner' ? grants.open(db, id) : []
	};
}

/** Who edits in a region, by name: those an entry may be assigned to. */
export function editorsOf(db: Database, regionId: number): { id: string; name: string }[] {
	return db
		.select({ id: staff.id, name: staff.name })
		.from(staff)
		.where(and(isNull(staff.disabled_at), ne(staff.role, 'partner')))
		.orderBy(asc(staff.name))
		.all()
		.filter(({ id }) => {
			const user = findUser(db, id);
			return user !== undefined && editsRegion(user, regionId);
		});
}
