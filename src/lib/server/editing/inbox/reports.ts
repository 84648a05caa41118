import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Report } from '#lib/domain/editing/report.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { withoutNewVersion } from '#lib/server/database/data-version.ts';
import { refuseErased } from '#lib/server/resources/erased.ts';
import { reports, resources } from '#lib/server/database/schema/index.ts';

/** No page of readers shows it, so that what is kept for them stays. */
export function add(db: Database, report: Report & { resourceId: string; at: Date }): void {
	withoutNewVersion(db, () =>
		write(db, () => {
			refuseErased(db, report.resourceId);
			db.insert(reports)
				.values({
					resource_id: report.resourceId,
					section: report.section,
					message: report.message,
					created_at: report.at.toISOString()
				})
				.run();
		})
	);
}

/** By how many at the most: more is nobody's honest word, and nobody could read it. */
const most = { placeInADay: 20, inADay: 200, placeOpen: 60, open: 2000 };
const day = 86_400_000;

/** What a reader sends, unless so much has come already that more would bury it. */
export function receive(
	db: Database,
	report: Report & { resourceId: string; at: Date }
): 'received' | 'full' {
	return write(db, () => {
		const since = new Date(report.at.getTime() - day).toISOString();
		const counted = db.get<{
			placeInADay: number;
			inADay: number;
			placeOpen: number;
			open: number;
		}>(
			sql`SELECT count(*) FILTER (WHERE settled_at IS NULL) AS open,
				count(*) FILTER (WHERE settled_at IS NULL AND resource_id = ${report.resourceId}) AS placeOpen,
				count(*) FILTER (WHERE created_at > ${since}) AS inADay,
				count(*) FILTER (WHERE created_at > ${since} AND resource_id = ${report.resourceId})
					AS placeInADay
			FROM ${reports} WHERE settled_at IS NULL OR created_at > ${since}`
		);
		const isFull = (Object.keys(most) as (keyof typeof most)[]).some(
			(limit) => counted[limit] >= most[limit]
		);
		if (isFull) return 'full';
		add(db, report);
		return 'received';
	});
}

/** Those that nobody has settled yet, oldest first, with the name the resource has now. */
export function open(db: Database) {
	return db
		.select({
			id: reports.id,
			resourceId: reports.resource_id,
			name: sql<string>`(SELECT name FROM revisions WHERE id = ${resources.current_revision_id})`,
			section: reports.section,
			message: reports.message,
			createdAt: reports.created_at
		})
		.from(reports)
		.innerJoin(resources, eq(resources.id, reports.resource_id))
		.where(isNull(reports.settled_at))
		.orderBy(asc(reports.id))
		.all();
}

/** false when there is no such open report. */
export function settle(db: Database, id: number, { by, at }: { by: string; at: Date }): boolean {
	return settleAll(db, [id], { by, at }) > 0;
}

/** How many of them were open. */
export const settleAll = (
	db: Database,
	ids: readonly number[],
	{ by, at }: { by: string; at: Date }
): number =>
	withoutNewVersion(db, () =>
		write(
			db,
			() =>
				db
					.update(reports)
					.set({ settled_at: at.toISOString(), settled_by: by })
					.where(and(inArray(reports.id, [...ids]), isNull(reports.settled_at)))
					.run().changes
		)
	);

const settledAt = (by: string, at: string) =>
	and(eq(reports.settled_by, by), eq(reports.settled_at, at));

/** How many somebody has settled at that instant. */
export const countSettled = (db: Database, by: string, at: string): number =>
	db.select({ count: count() }).from(reports).where(settledAt(by, at)).get()!.count;

/** Opens again what somebody has settled at that instant; how many that were. */
export const unsettle = (db: Database, by: string, at: string): number =>
	withoutNewVersion(db, () =>
		write(
			db,
			() =>
				db
					.update(reports)
					.set({ settled_at: null, settled_by: null })
					.where(settledAt(by, at))
					.run().changes
		)
	);
