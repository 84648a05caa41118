import type { Context, Format, Reading, Row } from '#lib/domain/formats/format.ts';
import { usualAreaCode } from '#lib/domain/formats/cells/telephone.ts';
import { readContacts } from './contacts.ts';
import { finish } from './finishing.ts';
import { readHours } from './hours.ts';
import type { Mapping } from './mapping.ts';
import { numberingOf } from './numbering.ts';
import { readOnto } from './onto.ts';
import { readAges, readNames, readOwn } from './own.ts';
import { readPlace } from './place.ts';
import { Sheet } from './sheet.ts';
import { readTerms } from './terms.ts';

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
	const phones = mapping.columns.filter(({ to }) => to === 'phone' || to === 'fax');
	const areaCode = usualAreaCode(
		rows.flatMap(({ cells }) => phones.map(({ from }) => cells.get(from) ?? ''))
	);

	function read(row: Row, context: Context): Reading {
		const sheet = new Sheet(mapping, row, context, areaCode);
		readTerms(sheet);
		readAges(sheet);
		const { prefecture } = readPlace(sheet);
		readHours(sheet);
		readContacts(sheet);
		readOwn(sheet);
		readNames(sheet);
		return finish(sheet, { source: numbering(sheet), prefecture });
	}

	return {
		name,
		label,
		repeats: true,
		recognise: (header) => names.every((name) => header.includes(name)),
		check: (header) =>
			needed.length === 0 || needed.some((name) => header.includes(name))
				? []
				: needed.map((column) => ({
						...{ line: null, column, kind: 'header' as const, found: null },
						message: `名前になる列「${column}」がありません。対応づけを直してください。`
					})),
		read,
		readOnto: (reading, before) => readOnto(mapping, reading, before)
	};
}
