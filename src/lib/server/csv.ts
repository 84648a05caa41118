import { stringify } from 'csv-stringify/sync';
import { guard } from '#lib/domain/formats/cells.ts';

/** As spreadsheets in Japan open it: UTF-8 with a mark, CRLF, formulas kept from running. */
export const csv = (rows: (string | number | null)[][]): string =>
	stringify(rows, { bom: true, cast: { string: guard }, record_delimiter: 'windows' });

/** A table to be saved under a name. */
export const csvFile = (name: string, text: string): Response =>
	new Response(text, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${name}"`
		}
	});
