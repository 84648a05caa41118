import * as v from 'valibot';
import type { Content } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import { scheduleSchema, type Schedule } from '#lib/domain/schedule/schedule.ts';
import type { Issue } from '#lib/domain/input/issue.ts';
import { tidy } from '#lib/domain/input/letters.ts';
import { rebound } from '#lib/domain/schedule/binding.ts';
import { isBlank, type ResourceFields } from './shape.ts';

const single = new Set(['ageMin', 'ageMax', 'capacity', 'interval', 'latitude', 'longitude']);
const several = new Set(['positions', 'monthDays', 'months']);
/** Of which a content has none rather than an empty one. */
const optional = new Set(['organization', 'alert']);

/** What was typed as the content it says. */
export function contentOf(fields: ResourceFields): { value: Content } | { issues: Issue[] } {
	const issues: Issue[] = [];
	const input = said(fields, '', '', issues) as Partial<Record<keyof Content, unknown>>;
	input.ageOpen = fields.ageOpen !== '';
	const parsed = parseContent(input);
	const known = new Set(issues.map(({ path }) => path));
	const found = 'issues' in parsed ? parsed.issues.filter(({ path }) => !known.has(path)) : [];
	const all = [...issues, ...found];
	if (!('value' in parsed) || all.length > 0) return { issues: all };
	const { value } = parsed;
	return { value: { ...value, schedules: value.schedules.map(rebound) } };
}

/** One row of the schedules by itself, whatever else is wrong; null: it is not one yet. */
export function scheduleOf(row: ResourceFields['schedules'][number]): Schedule | null {
	const input = said(row, 'schedules.0', '', []);
	const parsed = v.safeParse(scheduleSchema, input);
	return parsed.success ? rebound(parsed.output) : null;
}

/** The words of a tree as values: what was left empty is not there, so that the schema decides. */
function said(value: unknown, path: string, name: string, issues: Issue[]): unknown {
	if (several.has(name)) {
		return numbersIn(Array.isArray(value) ? value.join(' ') : (value as string), path, issues);
	}
	if (typeof value === 'string') return wordsOf(value, path, name, issues);
	const below = (part: unknown, key: string) =>
		said(part, path === '' ? key : `${path}.${key}`, Array.isArray(value) ? '' : key, issues);
	if (Array.isArray(value)) return value.map((part, row) => below(part, String(row)));
	if (optional.has(name) && isBlank(value)) return undefined;
	const parts = Object.entries(value as object).map(([key, part]) => [key, below(part, key)]);
	return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}

function wordsOf(
	typed: string,
	path: string,
	name: string,
	issues: Issue[]
): string | number | undefined {
	const text = yearDay.test(path) ? yearDayOf(tidy(typed)) : tidy(typed);
	if (text === '')
		return name === 'name' || required.has(path.replace(/\.\d+\./, '.')) ? '' : undefined;
	if (!single.has(name)) return text;
	const number = Number(text.normalize('NFKC'));
	if (Number.isFinite(number)) return number;
	issues.push({ path, message: `数字で書きます。いまは「${text}」です` });
	return undefined;
}

const yearDay = /\.closings\.\d+\.(from|to)$/;

/** 「12/29」 and 「12月29日」 as MM-DD; anything else goes on to the schema, which refuses it. */
function yearDayOf(text: string): string {
	const found = /^(\d{1,2})[-/月](\d{1,2})日?$/.exec(text.normalize('NFKC'));
	return found ? `${found[1]!.padStart(2, '0')}-${found[2]!.padStart(2, '0')}` : text;
}

/** An empty one is said to be empty, not to be missing. */
const required = new Set([
	'schedules.text',
	'phones.number',
	'contacts.value',
	'links.url',
	'sources.name',
	'consents.givenBy',
	'consents.how',
	'alert.text',
	'precision'
]);

function numbersIn(typed: string, path: string, issues: Issue[]): number[] {
	const parts = typed
		.normalize('NFKC')
		.split(/[\s,、・]+/)
		.filter(Boolean);
	const wrong = parts.find((part) => !/^-?\d+$/.test(part));
	if (wrong === undefined) return parts.map(Number);
	issues.push({ path, message: `数字を「,」で区切って書きます。いまは「${wrong}」があります` });
	return [];
}
