import type { Database } from '#lib/server/database/client.ts';
import { exportFile } from '#lib/server/exports/file.ts';

type Asked = { regionId: number; editionId: number | null; staff: boolean };

/** A region's CSV, as whoever takes it out gets it. */
export async function exportedCsv(
	db: Database,
	{ regionId, editionId, staff }: Asked
): Promise<{ text: string; rows: number; leftOut: number }> {
	const { body, rows, selection } = await exportFile(db, {
		...{ regionId, editionId, staff, year: null, origin: 'https://example.jp' },
		...{ form: 'csv', encoding: 'utf-8' }
	});
	return { text: body as string, rows, leftOut: selection.about.leftOut };
}
