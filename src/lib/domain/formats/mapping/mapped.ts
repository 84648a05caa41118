import type { Format, Reading, Row } from '#lib/domain/formats/format.ts';
import { cellsOf } from './cells-of.ts';
import { finish } from './finishing.ts';
import type { Mapping } from './mapping.ts';
import { readOnto } from './onto.ts';
import { numberingOf } from './numbering.ts';
import { readOwn } from './own.ts';
import { Sheet } from './sheet.ts';

export type Naming = { name: string; label: string };

/** A format of a mapping. `rows`: the whole file, to know whether its numbers tell its rows apart. */
export function mapped(
	mapping: Mapping,
	rows: readonly Row[] = [],
	{ name, label }: Naming = { name: 'mapping', label: mapping.name }
): Format {
	const names = mapping.columns.flatMap(({ from, to }) => (to === null ? [] : [from]));
	const needed = mapping.columns.filter(({ to }) => to === 'name').map(({ from }) => from);
	const numbering = numberingOf(mapping, rows);
	const format: Format = {
		name,
		label,
		repeats: true,
		recognise: (header) => names.every((name) => header.includes(name)),
		check: (header) =>
			needed.some((name) => header.includes(name)) || needed.length === 0
				? []
				: needed.map((column) => ({
						...{ line: null, column, kind: 'header' as const, found: null },
						message: `名前になる列「${column}」がありません。対応づけを直してください。`
					})),
		read(row, context): Reading {
			const sheet = new Sheet(row, cellsOf(mapping, row, context), context, null);
			readOwn(sheet);
			return finish(sheet, { source: numbering(sheet) });
		},
		readOnto: (reading, before, context) => readOnto(mapping, reading, before, context)
	};
	return format;
}
