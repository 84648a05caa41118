import type { Finding } from '#lib/domain/formats/format.ts';
import type { Report } from '#lib/server/imports/index.ts';

const told = ({ line, column, kind, found, message }: Finding) => ({
	...{ line, column, kind, found, message }
});

/** Rows that are no place and tell nothing. */
const silent = new Set(['blank', 'continued']);

/** A report as `--json` writes it: one document, rows in the order of the file. */
export function documentOf(report: Report) {
	const { detected, skipped, counts, lines, warnings, problems } = report;
	const byLine = Map.groupBy(warnings, ({ line }) => line);
	const own = new Set(lines.map(({ line }) => line));
	const { withdrawn, missing, skipped: left, ...counted } = counts;
	return {
		accepted: report.accepted,
		dryRun: report.dryRun,
		year: report.year,
		file: {
			name: report.file,
			sha256: report.sha256,
			encoding: detected?.encoding ?? null,
			delimiter: detected?.delimiter ?? null,
			sheet: detected?.sheet ?? null,
			headerLine: detected?.headerLine ?? null,
			format: report.format
		},
		counts: {
			...{ rows: report.rows, ...counted },
			skipped: left + skipped.filter(({ reason }) => !silent.has(reason)).length,
			...{ missing, withdrawn }
		},
		rows: lines.map(({ line, status, name, fields, like }) => ({
			...{ line, status, name },
			...(fields.length > 0 ? { fields } : {}),
			...(like.length > 0 ? { like } : {}),
			warnings: (byLine.get(line) ?? []).map(told)
		})),
		skipped,
		fields: report.fields,
		regions: report.regions,
		missing: report.missing,
		problems: problems.map(told),
		// Of the whole file, or of a row that is no place.
		warnings: warnings.filter(({ line }) => line === null || !own.has(line)).map(told),
		...(report.proposal ? { proposal: report.proposal } : {})
	};
}
