import type { Context, Row } from '#lib/domain/formats/format.ts';
import { mapped } from '#lib/domain/formats/mapping/mapped.ts';
import type { Mapping } from '#lib/domain/formats/mapping/mapping.ts';
import { context } from './formats.ts';

export const rowOf = (cells: Record<string, string>, line = 2): Row => ({
	line,
	cells: new Map(Object.entries(cells))
});

/** A row whose columns are called like what they become; 「phone」 and 「phone/2」 are two of one kind. */
export function readRow(
	cells: Record<string, string>,
	more: Partial<Mapping> = {},
	about: Partial<Context> = {},
	others: Record<string, string>[] = []
) {
	const columns = Object.keys(cells).map((from) => ({ from, to: from.split('/')[0]! }));
	const mapping = { name: '見本の一覧', columns, ...more };
	const row = rowOf({ name: 'みほん', ...cells });
	const all = [
		{ from: 'name', to: 'name' },
		...mapping.columns.filter(({ from }) => from !== 'name')
	];
	const rows = [row, ...others.map((one, place) => rowOf(one, place + 3))];
	return mapped({ ...mapping, columns: all }, rows).read(row, { ...context, ...about });
}
