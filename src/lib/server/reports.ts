import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Report } from '#lib/domain/report.ts';
import { write, type Database } from './database.ts';
import { refuseErased } from './resources/erased.ts';
import { reports, resources } from './schema.ts';

export function add(db: Database, report: Report & { resourceId: string; at: Date }): void {
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
	const settled = write(db, () =>
		db
			.update(reports)
			.set({ settled_at: at.toISOString(), settled_by: by })
			.where(and(eq(reports.id, id), isNull(reports.settled_at)))
			.run()
	);
	return settled.changes > 0;
}
