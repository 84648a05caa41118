import { RowCells } from '#lib/domain/formats/file/row-cells.ts';
import type { Table } from '#lib/domain/formats/file/table.ts';
import type { SentTable } from './messages.ts';

/** As texts by place: names once for all rows. */
export const sent = (table: Table): SentTable => ({
	...table,
	rows: table.rows.map(({ line, cells }) => ({
		line,
		texts: table.header.map((name) => cells.get(name) ?? '')
	}))
});

export function received({ rows, ...table }: SentTable): Table {
	const places = new Map(table.header.map((name, place) => [name, place]));
	return {
		...table,
		rows: rows.map(({ line, texts }) => ({ line, cells: new RowCells(places, texts) }))
	};
}
