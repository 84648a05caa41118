import type { Finding } from '#lib/domain/formats/format.ts';
import type { TableOutcome } from '#lib/domain/formats/file/table.ts';

const isSentence = ({ message }: Finding) => /[ぁ-んァ-ヶ一-龠].*。$/.test(message);

/** What no reading may do, whatever the file: say nothing, read a row twice, name what is not there. */
export function faultsOf(outcome: TableOutcome): string[] {
	if ('problems' in outcome) {
		const { problems } = outcome;
		if (problems.length === 0) return ['no reason is given'];
		return problems.filter((problem) => !isSentence(problem)).map(({ message }) => message);
	}
	const { table, warnings } = outcome;
	const faults = warnings.filter((warning) => !isSentence(warning)).map(({ message }) => message);
	if (table.rows.length === 0) faults.push('there are no rows');
	const columns = new Set(table.header);
	if (columns.size !== table.header.length) faults.push('a column is there twice');
	for (const { column, line, message } of warnings) {
		if (column !== null && !columns.has(column)) faults.push(`no column ${column}: ${message}`);
		if (line !== null && line < 1) faults.push(`no line ${line}: ${message}`);
	}
	const lines = [...table.rows, ...table.skipped].map(({ line }) => line);
	if (new Set(lines).size !== lines.length) faults.push('a line is there twice');
	if (table.headerLine > 0 && lines.includes(table.headerLine)) faults.push('the header is a row');
	for (const { line, cells } of table.rows) {
		if ([...cells.keys()].join() !== table.header.join())
			faults.push(`row ${line} has other columns`);
		if ([...cells.values()].every((cell) => cell.trim() === ''))
			faults.push(`row ${line} is blank`);
	}
	return faults;
}
