import { and, asc, eq, isNull } from 'drizzle-orm';
import { editsRegion, type Role, type User } from '#lib/domain/staff/staff.ts';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import {
	invitations,
	organizations,
	passkeys,
	recovery_codes,
	regions,
	staff,
	staff_organizations,
	staff_regions,
	staff_resources
} from '#lib/server/database/schema/index.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import { reaches } from './reach.ts';
import * as sessions from './sessions.ts';
import { findUser } from './staff.ts';
import type * as acts from '#lib/domain/labels/acts.ts';

type Act = { by: string; at: Date };

/** An account as the list of staff shows it. */
export type Account = {
	id: string;
	mail: string;
	name: string;
	role: Role;
	allRegions: boolean;
	regions: { id: number; name: string }[];
	organizations: { id: string; name: string }[];
	/** Invited: nobody has taken the account up. */
	state: 'invited' | 'active' | 'disabled';
	createdAt: string;
};

/** By name; those that are disabled last. */
export function accounts(db: Database): Account[] {
	const ofRegions = Map.groupBy(
		db
			.select({ staff: staff_regions.staff_id, id: regions.id, name: regions.name })
			.from(staff_regions)
			.innerJoin(regions, eq(regions.id, staff_regions.region_id))
			.orderBy(asc(regions.id))
			.all(),
		(row) => row.staff
	);
	const ofOrganizations = Map.groupBy(
		db
			.select({
				staff: staff_organizations.staff_id,
				id: organizations.id,
				name: organizations.name
			})
			.from(staff_organizations)
			.innerJoin(organizations, eq(organizations.id, staff_organizations.organization_id))
			.all(),
		(row) => row.staff
	);
	return db
		.select()
		.from(staff)
		.orderBy(asc(staff.disabled_at), asc(staff.name))
		.all()
		.map((row) => ({
			id: row.id,
			mail: row.mail,
			name: row.name,
			role: row.role,
			allRegions: row.all_regions,
			regions: (ofRegions.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
			organizations: (ofOrganizations.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
			state: row.disabled_at ? 'disabled' : row.password_hash ? 'active' : 'invited',
			createdAt: row.created_at
		}));
}

export const find = (db: Database, id: string): Account | undefined =>
	accounts(db).find((account) => account.id === id);

/** Whether nobody could let anybody in any more without this one: who is only invited cannot. */
function isLastAdmin(db: Database, id: string): boolean {
	const admins = db
		.select()
		.from(staff)
		.where(and(eq(staff.role, 'admin'), isNull(staff.disabled_at)))
		.all();
	const isAdmin = admins.some((admin) => admin.id === id);
	return isAdmin && !admins.some((admin) => admin.id !== id && admin.password_hash !== null);
}

export type Reach = { role: Role; regions: 'all' | number[]; organizations: string[] };

/** What somebody may do from now on. Their sessions end: the next one knows it. */
export function change(
	db: Database,
	id: string,
	{ role, regions: reached, organizations: spoken, by, at }: Reach & Act
): 'changed' | 'last-admin' {
	return write(db, () => {
		if (role !== 'admin' && isLastAdmin(db, id)) return 'last-admin';
		const before = db.select().from(staff).where(eq(staff.id, id)).get()?.role;
		db.update(staff)
			.set({ role, all_regions: role === 'editor' && reached === 'all' })
			.where(eq(staff.id, id))
			.run();
		db.delete(staff_regions).where(eq(staff_regions.staff_id, id)).run();
		db.delete(staff_organizations).where(eq(staff_organizations.staff_id, id)).run();
		// A partner's regions say where their organizations are.
		if (role !== 'admin' && reached !== 'all') {
			for (const region_id of reached) {
				db.insert(staff_regions).values({ staff_id: id, region_id }).run();
			}
		}
		if (role !== 'partner') {
			db.delete(staff_resources).where(eq(staff_resources.staff_id, id)).run();
		} else {
			for (const organization_id of spoken) {
				db.insert(staff_organizations).values({ staff_id: id, organization_id }).run();
			}
		}
		sessions.endAll(db, id);
		forgetDrafts(db, id, before);
		record(db, id, 'staff.change', { by, at }, { role });
		return 'changed';
	});
}

/**
 * What somebody may not see any more is in no draft of theirs: none of what they wrote as one who was told
 * more, nor of what is out of their reach.
 */
function forgetDrafts(db: Database, id: string, before: Role | undefined): void {
	const user = findUser(db, id);
	const isToldLess = user?.role === 'partner' && before !== 'partner';
	const lost = drafts
		.of(db, id)
		.filter(({ subject }) => !user || isToldLess || !reachesDraft(db, user, subject));
	drafts.discardAll(db, lost);
}

function reachesDraft(db: Database, user: User, subject: string): boolean {
	if (subject.startsWith('new-')) return editsRegion(user, Number(subject.slice(4)));
	return reaches(db, user, 'resource', { id: subject });
}

/** Nobody enters with it any more; what they did stays theirs in the records. */
export function disable(db: Database, id: string, { by, at }: Act): 'disabled' | 'last-admin' {
	return write(db, () => {
		if (isLastAdmin(db, id)) return 'last-admin';
		db.update(staff)
			.set({ disabled_at: at.toISOString(), disabled_by: by })
			.where(and(eq(staff.id, id), isNull(staff.disabled_at)))
			.run();
		db.delete(invitations)
			.where(and(eq(invitations.staff_id, id), isNull(invitations.used_at)))
			.run();
		sessions.endAll(db, id);
		record(db, id, 'staff.disable', { by, at });
		return 'disabled';
	});
}

export function enable(db: Database, id: string, act: Act): void {
	write(db, () => {
		db.update(staff).set({ disabled_at: null, disabled_by: null }).where(eq(staff.id, id)).run();
		record(db, id, 'staff.enable', act);
	});
}

/**
 * Password, authenticator, recovery codes, passkeys and sessions are gone; with a new invitation
 * somebody sets them anew. `evenLast`: whoever asks needs no account to give one.
 */
export function reset(
	db: Database,
	id: string,
	{ evenLast = false, ...act }: Act & { evenLast?: boolean }
): 'reset' | 'last-admin' {
	return write(db, () => {
		if (!evenLast && isLastAdmin(db, id)) return 'last-admin';
		db.update(staff)
			.set({ password_hash: null, totp_secret: null, totp_step: null })
			.where(eq(staff.id, id))
			.run();
		db.delete(recovery_codes).where(eq(recovery_codes.staff_id, id)).run();
		db.delete(passkeys).where(eq(passkeys.staff_id, id)).run();
		sessions.endAll(db, id);
		record(db, id, 'staff.reset', act);
		return 'reset';
	});
}

function record(
	db: Database,
	id: string,
	action: acts.Act,
	{ by, at }: Act,
	details: Record<string, string> = {}
): void {
	audit.record(db, {
		at: at.toISOString(),
		actor: by,
		action,
		subject: 'staff',
		subjectId: id,
		details
	});
}
