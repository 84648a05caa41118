import type { Content } from '#lib/domain/resource/content.ts';
import {
	contentFields,
	fieldWords,
	isSame,
	type ContentField
} from '#lib/domain/editing/revision-comparison.ts';
import { titles } from '#lib/domain/editing/form/titles.ts';
import type { Names } from '#lib/domain/listing/row.ts';
import type { Conflict } from './preview.ts';

/** What a file was made from, what it says now, and what is here now. */
type Versions = { base: Content; theirs: Content; mine: Content };

/** Fields of several parts, each of which one of the two may have changed. */
const parted = ['location', 'firstVisit'] as const;

/** Only what the file changed since it was made; of what both changed, mine stays and it is a conflict. */
export function mergeThree(
	versions: Versions,
	names: Names
): { content: Content; conflicts: Conflict[] } {
	const { base, theirs, mine } = versions;
	const content = { ...mine };
	const conflicts: Conflict[] = [];
	for (const field of contentFields(theirs)) {
		if (isSame(field, base, theirs) || isSame(field, mine, theirs)) continue;
		if (isSame(field, base, mine)) {
			Object.assign(content, { [field]: theirs[field] });
			continue;
		}
		const { value, isWhole } = partsOf(field, versions);
		Object.assign(content, { [field]: value });
		if (isWhole) continue;
		conflicts.push({
			field,
			title: titles[field] ?? field,
			base: fieldWords(field, base, names),
			theirs: fieldWords(field, theirs, names),
			mine: fieldWords(field, mine, names)
		});
	}
	return { content, conflicts };
}

function partsOf(field: ContentField, { base, theirs, mine }: Versions) {
	if (!parted.some((one) => one === field)) return { value: mine[field], isWhole: false };
	const of = (content: Content) => content[field] as Record<string, unknown>;
	const merged = { ...of(mine) };
	let isWhole = true;
	for (const [part, value] of Object.entries(of(theirs))) {
		if (value === of(base)[part] || value === merged[part]) continue;
		if (merged[part] === of(base)[part]) merged[part] = value;
		else isWhole = false;
	}
	return { value: merged, isWhole };
}

/** Those fields of the first in the second. */
export const withFields = (from: Content, into: Content, fields: readonly string[]): Content => ({
	...into,
	...Object.fromEntries(
		contentFields(from)
			.filter((field) => fields.includes(field))
			.map((field) => [field, from[field]])
	)
});
