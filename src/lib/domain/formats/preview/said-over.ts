import { contentFields, isSame } from '#lib/domain/editing/revision-comparison.ts';
import type { Content } from '#lib/domain/resource/content.ts';

/** Fields of several parts, of which a file may say a few. */
const parted = ['location', 'firstVisit', 'organization'] as const;

/** What somebody becomes by what a row says: what it leaves unsaid (`nothing`) stays. */
export function saidOver(before: Content, said: Content, nothing: Content): Content {
	const content = { ...before };
	for (const field of contentFields(said)) {
		if (isSame(field, said, nothing)) continue;
		const isParted = parted.some((one) => one === field);
		const value = isParted ? partsOf(before[field], said[field]) : said[field];
		Object.assign(content, { [field]: value });
	}
	return content;
}

const partsOf = (before: unknown, said: unknown): object => ({
	...(before as object | null),
	...Object.fromEntries(Object.entries(said as object).filter(([, part]) => part !== null))
});
