import type { Content } from '#lib/domain/resource/content.ts';
import type { Schedule } from '#lib/domain/schedule/schedule.ts';
import { asTyped } from '#lib/domain/schedule/binding.ts';
import { textOf, textsOf, type SentForm } from '#lib/domain/input/form.ts';
import { isBlank, mostRows, shape, type Group, type ResourceFields, type Shape } from './shape.ts';

type Tree = string | Tree[] | { [name: string]: Tree };

/** What was sent; rows in which nothing was typed are left out. */
export const fieldsOf = (form: SentForm): ResourceFields =>
	readGroup(form, shape, '') as ResourceFields;

function readGroup(form: SentForm, group: Group, prefix: string): Tree {
	return Object.fromEntries(
		Object.entries(group).map(([name, part]) => [name, read(form, part, `${prefix}${name}`)])
	);
}

function read(form: SentForm, part: Shape, path: string): Tree {
	if (part === 'text') return textOf(form, path).replace(/\r\n?/g, '\n');
	if (part === 'list') return textsOf(form, path).filter((text) => text.trim() !== '');
	if (part === 'answers') {
		const names = [...new Set(form.keys())].filter((name) => name.startsWith(`${path}.`));
		const answers = names.map((name) => [name.slice(path.length + 1), textOf(form, name)] as const);
		return Object.fromEntries(answers.filter(([, answer]) => answer !== ''));
	}
	if (!Array.isArray(part)) return readGroup(form, part, `${path}.`);
	return rowsIn(form, path)
		.map((row) => readGroup(form, part[0], `${path}.${row}.`))
		.filter((row) => !isBlank(row));
}

function rowsIn(form: SentForm, path: string): number[] {
	const rows = new Set<number>();
	for (const name of form.keys()) {
		if (!name.startsWith(`${path}.`)) continue;
		const row = /^\d{1,3}(?=\.)/.exec(name.slice(path.length + 1));
		if (row) rows.add(Number(row[0]));
	}
	return [...rows].sort((a, b) => a - b).slice(0, mostRows);
}

/** The same as pairs of a form. */
export function pairsOf(fields: ResourceFields): [name: string, value: string][] {
	return Object.keys(shape).flatMap((name) => pairs(fields[name as keyof ResourceFields], name));
}

function pairs(value: Tree, path: string): [string, string][] {
	if (typeof value === 'string') return value === '' ? [] : [[path, value]];
	if (Array.isArray(value)) {
		return value.flatMap((one, row) =>
			typeof one === 'string' ? [[path, one] as [string, string]] : pairs(one, `${path}.${row}`)
		);
	}
	return Object.entries(value).flatMap(([name, part]) => pairs(part, `${path}.${name}`));
}

/** A content as it stands in the form. */
export const formOf = (content: Content): ResourceFields =>
	writeGroup({ ...content, schedules: content.schedules.map(asTyped) }, shape) as ResourceFields;

/** An empty form; what a place is most often like is chosen already. */
export const emptyForm = (): ResourceFields => ({
	...(writeGroup({}, shape) as ResourceFields),
	operation: 'open',
	precision: 'exact'
});

function writeGroup(value: object, group: Group): Tree {
	const values = value as Record<string, unknown>;
	return Object.fromEntries(
		Object.entries(group).map(([name, part]) => [name, write(values[name], part)])
	);
}

function write(value: unknown, part: Shape): Tree {
	if (part === 'text') {
		if (Array.isArray(value)) return value.join(', ');
		if (typeof value === 'boolean') return value ? 'yes' : '';
		return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
	}
	if (part === 'list') return ((value ?? []) as (string | number)[]).map(String);
	if (part === 'answers') return { ...((value ?? {}) as Record<string, string>) };
	if (!Array.isArray(part)) return writeGroup(value ?? {}, part);
	return ((value ?? []) as object[]).map((row) => writeGroup(row, part[0]));
}

/** One schedule as the form shows it. */
export const scheduleForm = (schedule: Schedule): ResourceFields['schedules'][number] =>
	writeGroup(schedule, (shape['schedules'] as [Group])[0]) as never;
