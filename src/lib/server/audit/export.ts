import { stringify } from 'csv-stringify/sync';
import { asc } from 'drizzle-orm';
import type { Database } from '#lib/server/database.ts';
import { audit } from '#lib/server/schema.ts';

/** The whole log, oldest first, with the seal of each record. */
export function auditCsv(db: Database): { text: string; rows: number } {
	const rows = db.select().from(audit).orderBy(asc(audit.id)).all();
	const text = stringify(
		rows.map((row) => ({ ...row, details: JSON.stringify(row.details) })),
		{
			bom: true,
			header: true,
			columns: [
				{ key: 'id', header: '番号' },
				{ key: 'at', header: '日時（UTC）' },
				{ key: 'actor', header: 'だれが' },
				{ key: 'action', header: '何を' },
				{ key: 'subject', header: '何に' },
				{ key: 'subject_id', header: 'そのID' },
				{ key: 'reason', header: '理由' },
				{ key: 'details', header: '詳しく' },
				{ key: 'mac', header: '封' }
			],
			record_delimiter: 'windows',
			escape_formulas: true
		}
	);
	return { text, rows: rows.length };
}
