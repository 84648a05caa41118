import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { staff_resources } from '#lib/server/database/schema/index.ts';
import type * as acts from '#lib/domain/labels/acts.ts';

type Act = { by: string; at: Date };

/** A resource that a partner sees, or would see if an admin let them. */
export type Match = {
	id: string;
	name: string;
	organization: string | null;
	region: string;
	/** An admin has let them in. */
	isOpen: boolean;
	/** By itself, not by its organization. */
	isNamed: boolean;
};

/** Of a partner `s`: the resource `r` belongs now to one of their organizations, in one of their regions. */
const isMatching = sql`(v.organization_id IN (
		SELECT organization_id FROM staff_organizations WHERE staff_id = s.id)
	AND r.region_id IN (SELECT region_id FROM staff_regions WHERE staff_id = s.id))`;

/** A grant holds while what it rests on does: a resource that was let in and has another organization now is closed. */
const isGranted = sql`(g.staff_id IS NOT NULL AND (g.named = 1 OR ${isMatching}))`;

const from = (staffId: SQL) => sql`FROM staff s
	JOIN resources r JOIN revisions v ON v.id = r.current_revision_id
	JOIN regions p ON p.id = r.region_id
	LEFT JOIN staff_resources g ON g.staff_id = s.id AND g.resource_id = r.id
	WHERE s.role = 'partner' AND ${staffId}`;

/** Ids of what somebody sees. */
export const open = (db: Database, staffId: string): string[] =>
	db
		.all<{ id: string }>(
			sql`SELECT g.resource_id AS id FROM staff_resources g
			JOIN staff s ON s.id = g.staff_id
			JOIN resources r ON r.id = g.resource_id
			JOIN revisions v ON v.id = r.current_revision_id
			WHERE g.staff_id = ${staffId} AND s.role = 'partner' AND (g.named = 1 OR ${isMatching})`
		)
		.map(({ id }) => id);

/** What somebody sees, and what waits for an admin, by region and name. */
export const matches = (db: Database, staffId: string): Match[] =>
	db
		.all<Omit<Match, 'isOpen' | 'isNamed'> & { isOpen: number; isNamed: number }>(
			sql`SELECT r.id, v.name, v.organization_name AS organization, p.name AS region,
				${isGranted} AS isOpen, coalesce(g.named, 0) AS isNamed
			${from(sql`s.id = ${staffId}`)} AND (${isGranted} OR ${isMatching} AND r.withdrawn_at IS NULL)
			ORDER BY p.id, coalesce(v.kana, v.name), r.id`
		)
		.map((row) => ({ ...row, isOpen: row.isOpen === 1, isNamed: row.isNamed === 1 }));

/** How many resources wait for an admin, by partner. */
export const waiting = (db: Database): Map<string, number> =>
	new Map(
		db
			.all<{ id: string; n: number }>(
				sql`SELECT s.id, count(*) AS n ${from(sql`s.disabled_at IS NULL`)}
				AND ${isMatching} AND r.withdrawn_at IS NULL AND g.staff_id IS NULL GROUP BY s.id`
			)
			.map(({ id, n }) => [id, n])
	);

/**
 * Lets somebody see what an admin has ticked, and no more what they have unticked. `seen`: what the admin was
 * shown; `was`: what was ticked then. What came meanwhile waits on, what another admin did meanwhile stays.
 */
export function set(
	db: Database,
	staffId: string,
	{ seen, was, chosen, by, at }: Act & Record<'seen' | 'was' | 'chosen', readonly string[]>
): void {
	write(db, () => {
		const touched = seen.filter((id) => was.includes(id) !== chosen.includes(id));
		const shown = matches(db, staffId).filter(({ id }) => touched.includes(id));
		const opened = shown.filter(({ id, isOpen }) => !isOpen && chosen.includes(id));
		const closed = shown.filter(({ id, isOpen }) => isOpen && !chosen.includes(id));
		for (const { id } of opened) put(db, staffId, { id, named: false, by, at });
		if (closed.length > 0) {
			const gone = inArray(
				staff_resources.resource_id,
				closed.map(({ id }) => id)
			);
			db.delete(staff_resources)
				.where(and(eq(staff_resources.staff_id, staffId), gone))
				.run();
		}
		for (const [list, action] of [
			[opened, 'staff.grant'],
			[closed, 'staff.ungrant']
		] as const) {
			for (const { id } of list) record(db, action, staffId, { resource: id, by, at });
		}
	});
}

/**
 * Lets somebody see one resource, whatever its organization; `address` is that of its page, or its id. false:
 * there is none, or they are no partner.
 */
export function nameAt(db: Database, staffId: string, address: string, { by, at }: Act): boolean {
	const resourceId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(address)?.[0];
	const found = db.get(sql`SELECT 1 FROM resources r, staff s WHERE r.id = ${resourceId ?? null}
		AND r.current_revision_id IS NOT NULL AND s.id = ${staffId} AND s.role = 'partner'`);
	if (!resourceId || !found) return false;
	write(db, () => {
		put(db, staffId, { id: resourceId, named: true, by, at });
		record(db, 'staff.grant', staffId, { resource: resourceId, by, at });
	});
	return true;
}

function put(
	db: Database,
	staffId: string,
	{ id, named, by, at }: Act & { id: string; named: boolean }
): void {
	const values = { named, granted_at: at.toISOString(), granted_by: by };
	db.insert(staff_resources)
		.values({ staff_id: staffId, resource_id: id, ...values })
		.onConflictDoUpdate({
			target: [staff_resources.staff_id, staff_resources.resource_id],
			set: values
		})
		.run();
}

function record(
	db: Database,
	action: acts.Act,
	staffId: string,
	{ resource, by, at }: Act & { resource: string }
): void {
	audit.record(db, {
		...{ at: at.toISOString(), actor: by, action, details: { resource } },
		...{ subject: 'staff', subjectId: staffId }
	});
}
