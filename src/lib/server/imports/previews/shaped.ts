import { mappingOf } from '#lib/domain/formats/mapping/shapes.ts';
import { dataFolder } from '#lib/server/imports/asking.ts';
import * as shapes from '#lib/server/imports/shapes.ts';
import type { Mapping } from '#lib/server/imports/understanding.ts';
import type { Preview } from './keeping.ts';

/** How a file of a known shape was read, while nobody has said it otherwise; null for others. */
export function shapeMapping({ mapping, result }: Preview): Mapping | null {
	if (mapping || !result?.format) return null;
	const { format, header } = result;
	const shape = shapes.list(dataFolder()).find(({ name }) => name === format.name);
	return shape ? mappingOf(shape, header) : null;
}
