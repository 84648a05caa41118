import type { Format } from './format.ts';
import { resourceCsv } from './resource-csv.ts';
import { wamnet } from './wamnet/wamnet.ts';

/** Every kind of file that can be imported, the most particular first. */
export const formats: readonly Format[] = [wamnet, resourceCsv];

export const formatOf = (header: readonly string[]): Format | undefined =>
	formats.find((format) => format.recognise(header));
