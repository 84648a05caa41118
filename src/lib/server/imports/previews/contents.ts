import type { Content } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';

const parsed = parseContent({ name: '-', categories: ['-'], precision: 'municipality' });
if ('issues' in parsed) throw new TypeError('An empty content has no issues');

/** A content in which nothing is said. */
export const blank: Content = { ...parsed.value, name: '', categories: [] };

/** What is said in a content, to be stored by the ten thousand. */
export const said = (content: Content): Partial<Content> =>
	Object.fromEntries(
		Object.entries(content).filter(([field, value]) => JSON.stringify(value) !== unsaid.get(field))
	);

const unsaid = new Map(
	Object.entries(blank).map(([field, value]) => [field, JSON.stringify(value)])
);

export const whole = (said: Partial<Content> | null): Content | null =>
	said && { ...blank, ...said };
