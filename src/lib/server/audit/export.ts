import { asc } from 'drizzle-orm';
import { csv } from '#lib/domain/formats/csv.ts';
import type { Database } from '#lib/server/database/client.ts';
import { audit } from '#lib/server/database/schema/index.ts';

const labels = ['番号', '日時（UTC）', 'だれが', '何を', '何に', 'そのID', '理由', '詳しく', '封'];

/** The whole log, oldest first, with the seal of each record. */
export function auditCsv(db: Database): { text: string; rows: number } {
	const rows = db.select().from(audit).orderBy(asc(audit.id)).all();
	const cells = rows.map((row) => [
		...[row.id, row.at, row.actor, row.action, row.subject, row.subject_id, row.reason],
		...[JSON.stringify(row.details), row.mac]
	]);
	return { text: csv([labels, ...cells]), rows: rows.length };
}
