import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { maxBytes } from '#lib/domain/formats/file/table.ts';
import { importFile, type Input, type Report } from '#lib/server/imports/index.ts';
import { readingOf } from '#lib/server/search/kana-reading.ts';
import { preview } from './import-preview.ts';
import { needed, read, readDate, readYear, UsageError, type Io } from './io.ts';
import { progressBar } from './progress.ts';
import { by, fromHere, settings, withDatabase } from './database.ts';

export const help = `使いかた: npm run directory -- import ファイル --year 年度 [--region 地域] [--as-of 日付]
                                  [--category 区分] [--dry-run] [--json]

ファイルを年度版に取り込みます。1行でも読めないところがあれば、何も書き込みません。

  ファイル          地域資源ブックマークのCSV（docs/formats/resource-csv.md）か、
                    WAM NET 障害福祉サービス等情報のCSV。見出しの行で見分けます
  --year 2026       どの年度版に入れるか。なければ作り、「編集中」として見えるようにします
  --region sakura   すべての行をこの地域に入れる。なければ市区町村の地域に分けます
  --as-of 2026-03-31  公的データがいつのものか。その日に「公的データ」で確認したことになります
  --category 区分   区分のわからない行の区分（data/vocabulary/category.json の code）
  --dry-run         書き込まずに、どうなるかだけを見る
  --json            結果をJSONで書く

終了コード: 0 取り込んだ（試しなら、取り込める）・2 取り込めない・1 思いがけない失敗`;

const options = {
	year: { type: 'string' },
	region: { type: 'string' },
	'as-of': { type: 'string' },
	category: { type: 'string' },
	'dry-run': { type: 'boolean' },
	json: { type: 'boolean' }
} as const;

export function run(args: string[], io: Io): number {
	const { values, positionals } = read(args, options, ['ファイル']);
	const file = fromHere(needed(positionals[0], '取り込むファイル'));
	const bar = progressBar(io, { parse: '読む', compare: '比べる', write: '書く' });
	const input: Input = {
		fileName: path.basename(file),
		year: readYear(values.year),
		region: values.region,
		category: values.category,
		asOf: values['as-of'] === undefined ? undefined : readDate(values['as-of']),
		dryRun: values['dry-run'] ?? false,
		bytes: readBytes(file),
		by,
		at: new Date(),
		readingOf,
		progress: (stage, done, total) => bar.step(stage, done, total)
	};
	const report = importInto(input);
	bar.clear();
	if (values.json) io.out(JSON.stringify(report));
	else {
		const { shown, refused } = preview(report);
		if (shown) io.out(shown);
		if (refused) io.err(refused);
	}
	return report.accepted ? 0 : 2;
}

/** A file that is refused leaves no trace, not even a database that was not there before. */
function importInto(input: Input): Report {
	const store = settings();
	if (!existsSync(store.file)) {
		const tried = withDatabase((db) => importFile(db, { ...input, dryRun: true }), {
			...store,
			file: ':memory:'
		});
		if (input.dryRun || !tried.accepted) return { ...tried, dryRun: input.dryRun ?? false };
	}
	return withDatabase((db) => importFile(db, input), store);
}

function readBytes(file: string): Uint8Array {
	try {
		const { size } = statSync(file);
		if (size > maxBytes) throw new UsageError(`${file} は大きすぎます（50MBまでです）。`);
		return readFileSync(file);
	} catch (error) {
		if (error instanceof UsageError) throw error;
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT') throw new UsageError(`${file} が見つかりません。`);
		if (code === 'EISDIR')
			throw new UsageError(`${file} はフォルダーです。ファイルを書いてください。`);
		if (code === 'EACCES') throw new UsageError(`${file} を読む権限がありません。`);
		throw new UsageError(`${file} を読めません（${code}）。`);
	}
}
