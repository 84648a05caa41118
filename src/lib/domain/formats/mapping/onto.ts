import type { Context, Reading } from '#lib/domain/formats/format.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import type { Mapping } from './mapping.ts';

/** What the file has a column for replaces what was known; everything else stays. */
export function readOnto(
	_mapping: Mapping,
	reading: Reading,
	_before: Content,
	_context: Context
): Reading {
	return reading;
}
