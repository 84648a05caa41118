import { put } from '#lib/domain/formats/column.ts';
import { findings, type Reading } from '#lib/domain/formats/format.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import type { Issue } from '#lib/domain/input/issue.ts';
import type { Sheet } from './sheet.ts';

type Found = Partial<Pick<Reading, 'source' | 'prefecture'>>;

/** What nobody has said of a place that a file names. */
const otherwise = { categories: ['other'], precision: 'municipality', organization: null };

/** A row as a reading: what the rules refuse is left out and kept for staff. Only a name is needed. */
export function finish(sheet: Sheet, { source = null, prefecture = null }: Found = {}): Reading {
	const { row, draft, context } = sheet;
	const reading = { row, id: null, source, prefecture };
	if (!draft['name']) {
		const problems = findings(row.line);
		problems.add('名前', 'value', null, '名前が空です。名前のない行は取り込めません。');
		return {
			...reading,
			content: null,
			warnings: sheet.warnings.list,
			problems: problems.list
		};
	}
	const categories = context.category ? [context.category] : otherwise.categories;
	const whole = { ...otherwise, categories, ...withoutNothing(draft) };
	const content = withoutFaults(sheet, whole);
	return { ...reading, content, warnings: sheet.warnings.list, problems: [] };
}

const withoutNothing = (draft: object) =>
	Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));

const longestNote = 2000;

function withoutFaults(sheet: Sheet, draft: Record<string, unknown>): Content {
	for (;;) {
		const said = [draft['staffNote'], ...sheet.staffNotes].filter(Boolean).join('\n');
		const staffNote = said.slice(0, longestNote) || null;
		const parsed = parseContent({ ...draft, staffNote });
		if ('value' in parsed) return parsed.value;
		for (const issue of parsed.issues) leaveOut(sheet, draft, issue);
	}
}

function leaveOut(_sheet: Sheet, draft: Record<string, unknown>, { path }: Issue): void {
	const [field = ''] = path.split('.');
	put(draft, field, null);
}
