import * as v from 'valibot';
import type { Issue } from '#lib/domain/input/issue.ts';
import { contentSchema, type Content } from './content.ts';
import { contradictions } from './rules.ts';

export function parseContent(input: unknown): { value: Content } | { issues: Issue[] } {
	const result = v.safeParse(contentSchema, input, { abortPipeEarly: true });
	const issues = (result.issues ?? []).map((issue) => ({
		path: v.getDotPath(issue) ?? '',
		message: issue.message
	}));
	const known = new Set(issues.map(({ path }) => path));
	const more = result.typed ? contradictions(result.output) : [];
	issues.push(...more.filter(({ path }) => !known.has(path)));
	return result.success && issues.length === 0 ? { value: result.output } : { issues };
}
