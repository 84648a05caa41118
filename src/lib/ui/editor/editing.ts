import { getContext, setContext } from 'svelte';
import { issueWords, titles, type ResourceFields } from '#lib/domain/editing/form.ts';
import type { Row } from '#lib/domain/listing/row.ts';

type Issue = { path: string; message: string };
type Option = { code: string; label: string };

/** What can be told of a form while it is being typed. */
export type Look = {
	preview: { row: Row; paper: string[]; description: string | null } | null;
	warnings: Issue[];
	duplicates: { id: string; name: string; place: string | null; why: string }[];
	kana: string | null;
	schedules: {
		rule: string | null;
		isParted: boolean;
		next: string[];
		unread: string[];
		needsStart: boolean;
	}[];
};

export type Options = { vocabularies: Record<string, Option[]>; municipalities: Option[] };

export type Editing = {
	readonly fields: ResourceFields;
	readonly issues: Issue[];
	readonly look: Look;
	readonly options: Options;
	/** The list that was asked for one more row, without scripts. */
	readonly more: string;
};

const key = Symbol('editing');
export const provide = (editing: Editing) => setContext(key, editing);
export const editing = () => getContext<Editing>(key);

type Tree = string | Tree[] | { [name: string]: Tree } | undefined;

function at(fields: ResourceFields, path: string): Tree {
	let value: Tree = fields;
	for (const part of path.split('.')) {
		value = (value as Record<string, Tree> | undefined)?.[part];
	}
	return value;
}

export function valueOf(fields: ResourceFields, path: string): string {
	const value = at(fields, path);
	return typeof value === 'string' ? value : '';
}

export function listOf(fields: ResourceFields, path: string): string[] {
	const value = at(fields, path);
	return Array.isArray(value) ? (value as string[]) : [];
}

export const wordsAt = (issues: Issue[], path: string): string[] =>
	issues.filter((issue) => issue.path === path).map(({ message }) => issueWords(message));

export const ownTitle = (path: string): string => titles[path.replace(/\.\d+/g, '')] ?? path;

/** What a field is described by: its hint, what is wrong, what deserves a look. */
export const describedBy = (path: string, ...parts: (string | false)[]): string | undefined =>
	parts.flatMap((part) => (part ? [`${path}-${part}`] : [])).join(' ') || undefined;
