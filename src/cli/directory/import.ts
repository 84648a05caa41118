import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { encodings } from '#lib/domain/formats/file/detection.ts';
import { maxBytes } from '#lib/domain/formats/file/table.ts';
import { parseMapping, type Mapping } from '#lib/domain/formats/mapping/mapping.ts';
import { readTableApart } from '#lib/server/imports/child/table.ts';
import { importFile, policies, type Input, type Report } from '#lib/server/imports/index.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { readingOf } from '#lib/server/search/kana-reading.ts';
import { documentOf } from './import-document.ts';
import { preview, proposalWords } from './import-preview.ts';
import { needed, read, readChoice, readDate, readYear, UsageError, type Io } from './io.ts';
import { progressBar } from './progress.ts';
import { by, fromHere, settings, withDatabase } from './database.ts';

export const help = `使いかた: npm run directory -- import ファイル --year 年度 [--region 地域] [--as-of 日付]
                                  [--category 区分] [--mapping ファイル] [--decide new|skip|ask]
                                  [--sheet シート] [--encoding 文字コード] [--header-line 行]
                                  [--dry-run] [--json] [--propose]

ファイルを年度版に取り込みます。1行でも読めないところがあれば、何も書き込みません。

  ファイル          CSV・TSV・XLSX・JSON。地域資源ブックマークのもの（docs/formats/resource-csv.md）、
                    WAM NET、推奨データセットなどは、見出しの行で見分けます
  --year 2026       どの年度版に入れるか。なければ作り、「編集中」として見えるようにします
  --no-edition      --year の代わりに。年度版には入れず、いまの資源だけを直します
  --region sakura   すべての行をこの地域に入れる。なければ市区町村の地域に分けます
  --as-of 2026-03-31  公的データがいつのものか。その日に「公的データ」で確認したことになります
  --category 区分   区分のわからない行の区分（data/vocabulary/category.json の code）
  --mapping a.json  どの列が何かを書いたファイル（docs/formats/mapping.md）
  --propose         どの列が何かの案を書き出すだけ。直して --mapping で渡せます
  --decide new      同じところかもしれない行を、新しいところとして入れる（書かないときも同じ）
  --decide skip     そういう行と、読めない行を取り込まず、ほかの行だけを入れる
  --decide ask      そういう行があれば書き出して、何も書き込まない
  --sheet 一覧      XLSXのどのシートか
  --encoding cp932  文字コード（utf-8・cp932・utf-16le・utf-16be）
  --header-line 3   見出しが何行目か（0 は、見出しがない）
  --dry-run         書き込まずに、どうなるかだけを見る
  --json            結果をJSONで書く

終了コード: 0 取り込んだ（試しなら、取り込める）・2 取り込めない・1 思いがけない失敗`;

const options = {
	year: { type: 'string' },
	'no-edition': { type: 'boolean' },
	region: { type: 'string' },
	'as-of': { type: 'string' },
	category: { type: 'string' },
	mapping: { type: 'string' },
	decide: { type: 'string' },
	sheet: { type: 'string' },
	encoding: { type: 'string' },
	'header-line': { type: 'string' },
	propose: { type: 'boolean' },
	'dry-run': { type: 'boolean' },
	json: { type: 'boolean' }
} as const;

type Values = ReturnType<typeof read<typeof options>>['values'];

export async function run(args: string[], io: Io): Promise<number> {
	const { values, positionals } = read(args, options, ['ファイル']);
	const file = fromHere(needed(positionals[0], '取り込むファイル'));
	const bar = progressBar(io, { parse: '読む', compare: '比べる', write: '書く' });
	const dryRun = Boolean(values['dry-run'] ?? values.propose);
	const input: Input = {
		fileName: path.basename(file),
		year: values['no-edition'] ? null : readYear(values.year),
		region: values.region,
		category: values.category,
		asOf: values['as-of'] === undefined ? undefined : readDate(values['as-of']),
		choices: choicesIn(values),
		mapping: values.mapping === undefined ? null : readMapping(fromHere(values.mapping)),
		undecided: readChoice('--decide', policies, values.decide),
		...{ dryRun, bytes: readBytes(file), by, at: new Date(), readingOf, apart: readTableApart },
		progress: (stage, done, total) => bar.step(stage, done, total)
	};
	const report = await importInto(input);
	bar.clear();
	if (values.propose) return proposed(report, io);
	if (values.json) io.out(JSON.stringify(documentOf(report)));
	else {
		const { shown, refused } = preview(report);
		if (shown) io.out(shown);
		if (refused) io.err(refused);
	}
	return report.accepted ? 0 : 2;
}

/** The mapping alone goes out, so that it can be put into a file. */
function proposed({ proposal, problems, format }: Report, io: Io): number {
	if (proposal) {
		io.out(JSON.stringify(proposal.mapping, null, '\t'));
		io.err(proposalWords(proposal));
		return 0;
	}
	io.err(
		format === null
			? problems.map(({ message }) => message).join('\n')
			: '見出しの行で見分けられるファイルなので、対応づけは要りません。'
	);
	return format === null ? 2 : 0;
}

function choicesIn(values: Values): NonNullable<Input['choices']> {
	const { sheet, 'header-line': line } = values;
	const encoding = readChoice('--encoding', encodings, values.encoding);
	if (line !== undefined && !/^\d{1,6}$/.test(line)) {
		throw new UsageError(`--header-line は行の番号です（いまは「${line}」）。`);
	}
	return {
		...(encoding ? { encoding } : {}),
		...(sheet === undefined ? {} : { sheet }),
		...(line === undefined ? {} : { headerLine: Number(line) })
	};
}

function readMapping(file: string): Mapping {
	let json: unknown;
	try {
		json = JSON.parse(
			Buffer.from(readBytes(file))
				.toString('utf8')
				.replace(/^\uFEFF/, '')
		);
	} catch (error) {
		if (error instanceof UsageError) throw error;
		throw new UsageError(`${file} はJSONとして読めません（${(error as Error).message}）。`);
	}
	const parsed = parseMapping(json);
	if ('value' in parsed) return parsed.value;
	const issues = parsed.issues.map(({ path, message }) => `  ${path || '全体'}：${message}`);
	throw new UsageError(`${file} の対応づけが読めません。\n${issues.join('\n')}`);
}

/** A file that is refused leaves no trace, not even a database that was not there before. */
async function importInto(input: Input): Promise<Report> {
	const store = settings();
	if (!existsSync(store.file)) {
		const tried = await withDatabase((db) => importFile(db, { ...input, dryRun: true }), {
			...store,
			file: ':memory:'
		});
		if (input.dryRun || !tried.accepted) return { ...tried, dryRun: input.dryRun ?? false };
	}
	return withDatabase(async (db) => {
		const report = await importFile(db, input);
		if (report.accepted && !report.dryRun) {
			previews.prune(db, { days: store.importKeepDays, at: input.at });
		}
		return report;
	}, store);
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
