import type { Format, Row } from './format.ts';
import type { Mapping } from './mapping/mapping.ts';
import type { Shape } from './mapping/shape.ts';
import { shapedFormat, shapeOf } from './mapping/shapes.ts';
import { resourceCsv } from './resource-csv.ts';
import { wamnet } from './wamnet/wamnet.ts';

/** Every kind of file that code reads, the most particular first. */
export const formats: readonly Format[] = [wamnet, resourceCsv];

/** The format of a header: one that code reads, else one of the shapes. `rows`: the whole file. */
export function formatOf(
	header: readonly string[],
	rows: readonly Row[] = [],
	shapes: readonly Shape[] = []
): Format | undefined {
	const known = formats.find((format) => format.recognise(header));
	if (known) return known;
	const shape = shapeOf(header, shapes);
	return shape ? shapedFormat(shape, header, rows) : undefined;
}

/** Whether names are those of the columns of a file: of its mapping where there is one, else of a known format. */
export function headerTest(
	mapping: Mapping | null,
	shapes: readonly Shape[] = []
): (header: string[]) => boolean {
	if (!mapping) return (header) => formatOf(header, [], shapes) !== undefined;
	return (header) => mapping.columns.every(({ from }) => header.includes(from));
}
