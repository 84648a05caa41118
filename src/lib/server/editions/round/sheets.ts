import { fateNames, type Comparison } from '#lib/domain/edition/comparison.ts';
import { sheetAudiences, type Coverage } from '#lib/domain/edition/coverage.ts';
import { label } from '#lib/domain/labels/vocabulary.ts';
import { csv, marked } from '#lib/domain/formats/csv.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';

/** One line for an entry, or for each of its fields that changed. */
export function comparisonCsv(
	db: Database,
	{ from, to, rows }: Comparison,
	{ isSample = false } = {}
): string {
	const { municipalities, vocabularies } = names(db);
	const lines = rows.flatMap(({ fields, ...row }) => {
		const start = [
			fateNames[row.fate],
			row.number,
			row.name,
			row.kana,
			label(vocabularies, 'category', row.chapter),
			row.municipality && (municipalities.get(row.municipality) ?? null)
		];
		if (fields.length === 0) return [[...start, null, null, null]];
		return fields.map(({ title, before, after }) => [...start, title, before, after]);
	});
	const head = [
		'状態',
		'番号',
		'名前',
		'よみ',
		'章',
		'市区町村',
		'項目',
		`${from}年度`,
		`${to}年度`
	];
	return csv(marked([head, ...lines], isSample));
}

/** One line for a municipality and chapter; a blank is a 0. */
export function coverageCsv(db: Database, sheet: Coverage, { isSample = false } = {}): string {
	const { municipalities, vocabularies } = names(db);
	const lines = [...sheet].flatMap(([code, row]) =>
		[...row].map(([chapter, cell]) => [
			municipalities.get(code) ?? 'オンライン・市区町村なし',
			label(vocabularies, 'category', chapter),
			cell.total,
			...sheetAudiences.map((audience) => cell[audience])
		])
	);
	const audiences = sheetAudiences.map((audience) => label(vocabularies, 'audience', audience));
	return csv(marked([['市区町村', '章', '件数', ...audiences], ...lines], isSample));
}
