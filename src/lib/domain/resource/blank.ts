import type { Content } from './content.ts';
import { parseContent } from './parsing.ts';

const parsed = parseContent({ name: '-', categories: ['-'], precision: 'municipality' });
if ('issues' in parsed) throw new TypeError('A content of a name alone has no issues');

/** A content in which nothing is said. */
export const blank: Content = { ...parsed.value, name: '', categories: [] };

const unsaid = new Map(
	Object.entries(blank).map(([field, value]) => [field, JSON.stringify(value)])
);

const isUnsaid = (field: string, value: unknown): boolean =>
	typeof value === 'object' && value !== null
		? JSON.stringify(value) === unsaid.get(field)
		: value === blank[field as keyof Content];

/** What a content says, to be stored by the ten thousand; `whole` is the way back. */
export const said = (content: Content): Partial<Content> =>
	Object.fromEntries(Object.entries(content).filter(([field, value]) => !isUnsaid(field, value)));

export const whole = (said: Partial<Content>): Content => ({ ...blank, ...said });

/** The same content, in which what says nothing is the same object for all contents. */
export const shared = (content: Content): Content => whole(said(content));
