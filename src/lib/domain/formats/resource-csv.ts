import type { Content } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import { readPhone } from '#lib/domain/input/phone.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { readSeen } from './cells/values.ts';
import { numberOfDate } from './cells/excel-date.ts';
import { guard, readLines, unguard } from './cells/cells.ts';
import { type Column, type Draft, type Identity } from './column.ts';
import { findings, type Context, type Format, type Reading, type Row } from './format.ts';
import { tidy } from '#lib/domain/input/letters.ts';
import { throughCp932 } from './export/cp932.ts';
import { nearest } from './nearest.ts';
import { columns } from './resource-columns.ts';
import { boundOnto, rulesOnto, scheduleWarning } from './cells/schedule.ts';

const names = new Set(columns.flatMap(({ code, label }) => [code, label]));
const byName = new Map(
	columns.flatMap((column) => [
		[column.code, column],
		[column.label, column]
	])
);

/** The product's own CSV: what `export` writes, and what a region's list can be kept in. */
export const resourceCsv: Format = {
	name: 'resource-csv',
	label: '地域資源ブックマークの一覧',
	repeats: false,

	/** Towns too call a column 名前 or 電話: nearly all columns are ours, or one is our id. */
	recognise(header) {
		const known = header.filter((name) => names.has(name)).length;
		if (header.includes('資源ID')) return known > 1;
		const isNamed = header.includes('名前') || header.includes('name');
		return isNamed && known > 1 && (header.length - known) * 10 <= known;
	},

	check(header, { category }) {
		const problem = (column: string, message: string) => ({
			line: null,
			column,
			kind: 'header' as const,
			found: null,
			message
		});
		const free = columns.flatMap(({ code, label }) =>
			header.includes(code) || header.includes(label) ? [] : [label]
		);
		const wrong = header.flatMap((name, place) => {
			const column = byName.get(name);
			if (!column) {
				const like = nearest(name, free);
				const hint = like ? `「${like}」のことではありませんか。` : '';
				return problem(name, `知らない列「${name}」があります。${hint}`);
			}
			const first = header.findIndex((other) => byName.get(other) === column);
			return first < place ? problem(name, `「${header[first]}」と「${name}」は同じ列です。`) : [];
		});
		const needed = category === null ? ['名前', '区分'] : ['名前'];
		const missing = needed.filter((name) => free.includes(name));
		return [...wrong, ...missing.map((name) => problem(name, lacking[name]!))];
	},

	read,

	/** Columns that the file does not have keep what is known. */
	readOnto(reading, before, context) {
		const identity = { id: '', source: null, number: null };
		const cells = new Map(Object.entries(writeRow(identity, before, context, { staff: true })));
		const given = new Set<string>();
		for (const [name, cell] of reading.row.cells) {
			const { code, label } = byName.get(name)!;
			given.add(code);
			// What CP932 or a spreadsheet makes of a known text says nothing against it.
			const known = cells.get(label);
			const isMade =
				known !== undefined && (throughCp932(known) === cell || numberOfDate(cell) === known);
			if (!isMade) cells.set(label, cell);
		}
		// Rules of before are not those of other words.
		if (given.has('schedules') && !given.has('schedule_rules')) {
			const words = readLines(cells.get('いつ') ?? '');
			cells.set('いつ：くりかえし', rulesOnto(words, before));
		}
		if (given.has('schedules') && !given.has('schedule_rule_words')) {
			cells.delete('いつ：くりかえしのもと');
		}
		const again = read({ line: reading.row.line, cells }, context);
		if (!again.content) return again;
		const content = {
			...boundOnto(again.content, before),
			phones: inOrder(again.content.phones, before.phones),
			contacts: inOrder(again.content.contacts, before.contacts)
		};
		return { ...again, content };
	}
};

/** Said once, and not again for each row. */
const lacking: Readonly<Record<string, string>> = {
	名前: '「名前」の列がありません。',
	区分: '「区分」の列がありません。列を足すか、すべての行に同じ区分を選んでください。'
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function read(row: Row, context: Context): Reading {
	const warnings = findings(row.line);
	const problems = findings(row.line);
	const draft: Draft = {};
	const found = new Map<string, string>();
	for (const [name, raw] of row.cells) {
		const column = byName.get(name);
		if (column) found.set(column.code, tidy(unguard(tidy(raw))));
	}
	// In the columns' own order: what is withheld looks at what is shown, rules at their words.
	for (const column of columns) {
		const cell = found.get(column.code);
		if (!cell) continue;
		column.read(cell, draft, context, (message) =>
			problems.add(column.label, 'value', cell, message)
		);
	}
	draft['precision'] ??= 'municipality';
	if (!draft['categories'] && context.category) draft['categories'] = [context.category];
	draft['organization'] ??= null;

	const id = readSeen(found.get('id') ?? '').toLowerCase() || null;
	if (id && !uuid.test(id)) problems.add('資源ID', 'value', id, '資源IDの形ではありません。');
	const revision = /^[1-9]\d{0,8}$/.exec(readSeen(found.get('revision') ?? ''))?.[0];
	const source = found.get('source') || null;
	const number = found.get('number') || null;
	if (!source !== !number) {
		problems.add('出典番号', 'value', number, '出典コードと出典番号は、両方書くか両方空けます。');
	}

	const parsed = parseContent(draft);
	if ('issues' in parsed) {
		const unread = new Set(problems.list.map(({ column }) => partOf(byName.get(column!)?.path)));
		for (const { path, message } of parsed.issues) {
			// What could not be read is missing in the content, which is not the file's fault twice.
			if (unread.has(partOf(path))) continue;
			const column = columnOf(path, found);
			const cell = found.get(column.code) ?? null;
			// What the schema says of types and missing keys is not for people.
			const isSpoken = !message.startsWith('Invalid ');
			const spoken = isSpoken ? message : cell ? 'この書き方はできません' : '空です';
			problems.add(column.label, 'value', cell, `${whichOf(path, draft)}${spoken}。`);
		}
	}
	const content = 'value' in parsed && problems.list.length === 0 ? parsed.value : null;
	if (content) {
		for (const schedule of content.schedules) {
			const message = scheduleWarning(schedule);
			if (message) warnings.add('いつ', 'hours', schedule.text, message);
		}
		for (const { number } of content.phones) {
			if (!/^000/.test(number) && readPhone(number).odd) {
				warnings.add('電話', 'phone', number, '電話番号の形が見慣れません。そのまま残します。');
			}
		}
	}
	return {
		row,
		id,
		source: source && number ? { source, number } : null,
		revision: revision ? Number(revision) : null,
		content,
		prefecture: null,
		warnings: warnings.list,
		problems: problems.list
	};
}

const partOf = (path = '') => path.split('.')[0]!;

/** The column whose path the issue's path begins with; the longest one, and the one that was filled in. */
function columnOf(path: string, found: Map<string, string>): Column {
	const own = columns.find(({ of }) => of?.test(path));
	if (own) return own;
	const fits = columns.filter(
		(column) => column.path && `${path}.`.startsWith(`${column.path}.`) && !column.staff
	);
	const column =
		fits.toSorted((a, b) => b.path!.length - a.path!.length)[0] ??
		columns.find((column) => column.path && path.startsWith(column.path.split('.')[0]!)) ??
		byName.get('name')!;
	const other = byName.get(`${column.code}_withheld`);
	return other && found.get(other.code) && !found.get(column.code) ? other : column;
}

/** 「2つ目：」 of a list with several. */
function whichOf(path: string, draft: Draft): string {
	const [list, row] = path.split('.');
	const all = draft[list!];
	return Array.isArray(all) && all.length > 1 && row ? `${Number(row) + 1}つ目：` : '';
}

/** The same things in the order they had before, when they are the same things. */
function inOrder<T>(list: T[], before: T[]): T[] {
	const key = (one: T) => JSON.stringify(Object.entries(one as object).sort());
	const same =
		list.length === before.length && list.map(key).sort().join() === before.map(key).sort().join();
	return same ? before : list;
}

/** The columns of an export; without `staff` those that everyone may see. */
export const exportColumns = ({ staff = false } = {}): Column[] =>
	columns.filter((column) => (staff || !column.staff) && !column.isOfFile);

/** The cells of one resource, as they are before a spreadsheet is kept from running them. */
export function cellsOf(
	of: readonly Column[],
	identity: Identity,
	content: Content,
	context: Context
): string[] {
	const shown = publicContent(content);
	return of.map((column) => column.write({ identity, content, shown, context }));
}

/** One row of the CSV: guarded cells by label. Without `staff`, only what everyone may know. */
export function writeRow(
	identity: Identity,
	content: Content,
	context: Context,
	{ staff = false } = {}
): Record<string, string> {
	const written = exportColumns({ staff });
	const cells = cellsOf(written, identity, content, context);
	return Object.fromEntries(written.map(({ label }, at) => [label, guard(cells[at]!)]));
}
