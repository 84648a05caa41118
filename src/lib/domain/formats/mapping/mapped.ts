import type { Context, Format, Reading, Row } from '#lib/domain/formats/format.ts';
import { usualAreaCode } from '#lib/domain/formats/cells/telephone.ts';
import { readContacts } from './row/contacts.ts';
import { finish } from './row/finishing.ts';
import { readHours } from './row/hours.ts';
import type { Mapping } from './mapping.ts';
import { numberingOf } from './numbering.ts';
import { readOnto } from './onto.ts';
import { readAges } from './row/ages.ts';
import { readNames, readOwn } from './row/own.ts';
import { readPlace } from './row/place.ts';
import { Sheet } from './row/sheet.ts';
import { readTerms } from './row/terms.ts';

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
	const said = phones.map(
		({ from }) => /市外局番\D{0,3}(0\d{1,4})/u.exec(from.normalize('NFKC'))?.[1]
	);
	const numbers = rows.flatMap(({ cells }) => phones.map(({ from }) => cells.get(from) ?? ''));
	const areaCode = said.find(Boolean) ?? usualAreaCode(numbers);

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
