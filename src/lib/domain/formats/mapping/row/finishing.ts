import { at, put } from '#lib/domain/formats/column.ts';
import { columns } from '#lib/domain/formats/resource-columns.ts';
import { findings, type Reading } from '#lib/domain/formats/format.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import type { Issue } from '#lib/domain/input/issue.ts';
import { categoryInName, otherCategory } from './category.ts';
import type { Sheet } from './sheet.ts';
import { knownTerm } from '#lib/domain/formats/mapping/terms/match.ts';

type Found = Pick<Reading, 'source' | 'prefecture'>;
type Draft = Record<string, unknown>;

/** A row as a reading: what the rules refuse is left out and kept for staff. Only a name is needed. */
export function finish(sheet: Sheet, { source, prefecture }: Found): Reading {
	const { row, draft, warnings } = sheet;
	const reading = { row, id: null, source, prefecture, warnings: warnings.list };
	if (!draft['name']) {
		const problems = findings(row.line);
		const [column] = sheet.mapping.columns.filter(({ to }) => to === 'name');
		const message = '名前が空です。名前のない行は取り込めません。';
		problems.add(column?.from ?? '名前', 'value', null, message);
		return { ...reading, content: null, problems: problems.list };
	}
	const whole = {
		...draft,
		categories: categoriesOf(sheet),
		precision: draft['precision'] ?? 'municipality',
		sources: draft['sources'] ?? [{ name: sourceName(sheet) }]
	};
	return { ...reading, content: withoutFaults(sheet, whole), problems: [] };
}

/** What the row says, else what was said of all rows, else what its name says. */
function categoriesOf({ draft, mapping, context }: Sheet): string[] {
	const said = draft['categories'] as string[] | undefined;
	if (said) return said;
	const constant = mapping.constants?.['categories'];
	const given = constant && knownTerm(constant, 'category', context);
	const general = context.category ?? given;
	const told = categoryInName(String(draft['name']), context) ?? context.titled?.category;
	return [general || (told ?? otherCategory)];
}

const longestSource = 200;

function sourceName({ mapping, context, publisher }: Sheet): string {
	const file = context.fileName ? `（${context.fileName}）` : '';
	const name = mapping.name.startsWith(publisher ?? ' ') ? null : publisher;
	return [name, mapping.name + file].filter(Boolean).join(' ').slice(0, longestSource);
}

const longestNote = 2000;

function withoutFaults(sheet: Sheet, draft: Draft): Content {
	const seen = new Set<string>();
	for (;;) {
		const said = [draft['staffNote'], ...sheet.staffNotes].filter(Boolean).join('\n');
		const staffNote = cut(said, longestNote) || null;
		const parsed = parseContent({ ...draft, staffNote });
		if ('value' in parsed) return parsed.value;
		for (const { path, message } of parsed.issues) {
			const field = path.split('.')[0]!;
			// What is wrong again is left out as a whole, and so each round has less.
			if (seen.has(path)) delete draft[field];
			else leaveOut(sheet, draft, { path, message });
			seen.add(path);
		}
	}
}

/** Not within a letter of two units. */
const cut = (text: string, most: number): string =>
	text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;

function leaveOut(sheet: Sheet, draft: Draft, { path, message }: Issue): void {
	const [field = '', place] = path.split('.');
	const value = at(draft, path);
	const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	const cell = { from: columnOf(sheet, path), text: shown };
	const most = /^(\d+)文字まで/.exec(message)?.[1];
	if (most && typeof value === 'string') {
		sheet.keep(cell, 'value', `長いので、${most}文字で切りました。全文は`);
		put(draft, path, cut(value, Number(most)));
		return;
	}
	if (shown) sheet.keep(cell, 'value', `${message}。`);
	else sheet.warn(cell, 'value', `${message}。`);
	if (field === 'location') put(draft, path, null);
	if (path.startsWith('location.l')) {
		put(draft, 'location.latitude', null);
		put(draft, 'location.longitude', null);
	} else if (field === 'schedules') {
		const list = draft[field] as { text: string }[];
		draft[field] = list.map((one, row) => (String(row) === place ? { text: one.text } : one));
	} else if (Array.isArray(draft[field])) {
		draft[field] = draft[field].filter((_, row) => String(row) !== place);
	} else if (field !== 'location') {
		if (path.includes('.') && !path.endsWith('.name')) put(draft, path, null);
		else delete draft[field];
	}
}

/** The column of the file that a part of the content comes from, as far as one can tell. */
function columnOf({ mapping }: Sheet, path: string): string {
	const [field] = path.split('.');
	const codes = columns
		.filter((column) => column.path === path || column.path?.split('.')[0] === field)
		.sort((a, b) => Number(b.path === path) - Number(a.path === path));
	const from = codes.flatMap(
		({ code }) => mapping.columns.find(({ to }) => to === code)?.from ?? []
	);
	return from[0] ?? codes[0]?.label ?? path;
}
