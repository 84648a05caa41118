import { textOf, textsOf, type SentForm } from '#lib/domain/input/form.ts';
import {
	parseMapping,
	type MappedColumn,
	type Mapping
} from '#lib/domain/formats/mapping/mapping.ts';
import { isTarget, targetLabel, type Target } from '#lib/domain/formats/mapping/targets.ts';

/** The form has three lines for values that every row of the file gets. */
export const constantRows = [0, 1, 2] as const;

/** What each column of a header becomes, as it was chosen: `to-0`, their words `word-0` and ours `term-0`, if it is still `words-of-0`. */
export function parseColumns(
	form: SentForm,
	header: readonly string[]
): { value: Mapping } | { issue: string; given: Mapping } {
	const columns = header.map((from, at): MappedColumn => {
		const to = textOf(form, `to-${at}`);
		const target = isTarget(to) ? to : null;
		const words = target && textOf(form, `words-of-${at}`) === target ? wordsOf(form, at) : {};
		return { from, to: target, ...(Object.keys(words).length > 0 ? { words } : {}) };
	});
	const constants = constantsOf(form);
	const given: Mapping = {
		name: textOf(form, 'name').trim() || '一覧',
		columns,
		...(Object.keys(constants).length > 0 ? { constants } : {})
	};
	if (!columns.some(({ to }) => to === 'name')) {
		const issue = '「名前」になる列がありません。場所の名前が書かれている列を、1つ選んでください。';
		return { issue, given };
	}
	const parsed = parseMapping(given);
	if ('value' in parsed) return parsed;
	return { issue: parsed.issues.map((issue) => sentenceOf(issue, columns)).join(''), given };
}

function wordsOf(form: SentForm, at: number): Record<string, string> {
	const terms = textsOf(form, `term-${at}`);
	const pairs = textsOf(form, `word-${at}`).map((word, i) => [word, terms[i] ?? ''] as const);
	return Object.fromEntries(pairs.filter(([word, term]) => word !== '' && term !== ''));
}

function constantsOf(form: SentForm): Partial<Record<Target, string>> {
	const pairs = constantRows.map(
		(row) => [textOf(form, `constant-${row}`), textOf(form, `value-${row}`).trim()] as const
	);
	return Object.fromEntries(pairs.filter(([target, value]) => isTarget(target) && value !== ''));
}

function sentenceOf(
	{ path, message }: { path: string; message: string },
	columns: MappedColumn[]
): string {
	const [, at] = /^columns\.(\d+)/.exec(path) ?? [];
	const [, target] = /^constants\.(\w+)/.exec(path) ?? [];
	const where = at
		? `列「${columns[Number(at)]?.from ?? ''}」`
		: target
			? `すべての行に入れる「${targetLabel(target)}」`
			: path === 'name'
				? 'この対応づけの名前'
				: '';
	return `${where}${where && '：'}${message}。`;
}
