import path from 'node:path';
import { encodings, forms, type Encoding, type Form } from '#lib/domain/formats/export/about.ts';
import { facets } from '#lib/domain/search/filter.ts';
import { noteExport } from '#lib/server/audit/exporting.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { exportFile, type ExportFile, type Lost } from '#lib/server/exports/file.ts';
import { filterIn } from '#lib/server/exports/public.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { readEnvironment } from '#lib/server/start/environment.ts';
import { needed, read, readChoice, readYear, UsageError, type Io } from './io.ts';
import { by, fromHere, withDatabase } from './database.ts';
import { writeNew } from './new-file.ts';

export const help = `使いかた: npm run directory -- export --region 地域 [--year 年度] [--format 形] [--encoding 文字コード]
                                  [--out ファイル] [--staff] [絞り込み]

地域の資源を、取り込みと同じ形のファイル（docs/formats/resource-csv.md、workbook.md）に書き出します。
そのまま取り込めば「変わらない」になり、直した列だけが変わります。

  --region sakura    どの地域か
  --year 2026        その年度版に載っている内容。なければ、いまの内容
  --format xlsx      csv・xlsx・json・geojson。なければ、--out の名前のとおり（わからなければ csv）
  --encoding cp932   CSVの文字コード。utf-8（ふつう）か cp932。cp932 で書けない文字は「〓」にして、並べて知らせます
  --out ファイル     書く先。なければ画面に書きます（xlsx と cp932 では要ります）。すでにあるファイルには書きません
  --staff            非公開の住所・電話・職員メモ・掲載の同意も書く。人に渡さないでください。
                     書き出したことは、監査記録に残ります

サイトの一覧と同じ絞り込み（同じものを何度も書くと、そのどれか）:
  --q ことば  --category ibasho  --need …  --audience …  --ease …  --municipality 102024
  --fee …  --day sa  --online yes`;

const text = { type: 'string' } as const;
const choice = { type: 'string', multiple: true } as const;
const options = {
	region: text,
	year: text,
	out: text,
	format: text,
	encoding: text,
	staff: { type: 'boolean' },
	q: text,
	category: choice,
	need: choice,
	audience: choice,
	ease: choice,
	municipality: choice,
	fee: choice,
	day: choice,
	online: choice
} as const;

type Values = ReturnType<typeof read<typeof options>>['values'];

export async function run(args: string[], io: Io): Promise<number> {
	const { values } = read(args, options);
	const slug = needed(values.region, '--region 地域');
	const year = values.year === undefined ? undefined : readYear(values.year);
	const form = formOf(values);
	const encoding = encodingOf(values, form);
	if (values.out === undefined && (form === 'xlsx' || encoding === 'cp932')) {
		throw new UsageError('--out ファイル を書いてください。画面には出せない形です。');
	}
	const file = await withDatabase((db) => made(db, { slug, year, form, encoding, values }));
	if (values.out === undefined) io.out(String(file.body).replace(/\n$/, ''));
	else writeNew(fromHere(values.out), file.body, values.staff ? 0o600 : 0o644);
	io.err(sentenceOf(file));
	for (const line of file.lost.map(lostWords)) io.err(line);
	return 0;
}

type Wanted = {
	slug: string;
	year: number | undefined;
	form: Form;
	encoding: Encoding;
	values: Values;
};

async function made(
	db: Database,
	{ slug, year, form, encoding, values }: Wanted
): Promise<ExportFile> {
	const region = regions.find(db, slug);
	if (!region) throw new UsageError(`地域「${slug}」はありません。`);
	const edition = year === undefined ? null : staffView.all(db, { region: slug, year })[0];
	if (edition === undefined) throw new UsageError(`${region.name}の${year}年度版はありません。`);
	const staff = values.staff ?? false;
	const asked = {
		...{ regionId: region.id, editionId: edition?.id ?? null, staff },
		within: filterIn(queryOf(values))
	};
	const origin = readEnvironment().ORIGIN ?? '';
	const wanted = { ...asked, form, encoding, origin, year: edition?.year ?? null };
	const file = await exportFile(db, wanted);
	if (staff) {
		const noted = { by, at: new Date(), rows: file.rows };
		if (edition) noteExport(db, 'edition', { id: edition.id, ...noted });
		else noteExport(db, 'region', { id: slug, ...noted });
	}
	return file;
}

function formOf({ format, out = '' }: Values): Form {
	const ending = path.extname(out).slice(1).toLowerCase();
	const asked = readChoice('--format', forms, format);
	return asked ?? forms.find((one) => one === ending) ?? 'csv';
}

function encodingOf({ encoding }: Values, form: Form): Encoding {
	const found = readChoice('--encoding', encodings, encoding) ?? 'utf-8';
	if (found !== 'utf-8' && form !== 'csv') {
		throw new UsageError('--encoding cp932 は CSV だけに使えます。');
	}
	return found;
}

function queryOf(values: Values): URLSearchParams {
	const pairs = facets.flatMap((facet) =>
		facet === 'region' ? [] : (values[facet] ?? []).map((code) => [facet, code])
	);
	return new URLSearchParams([...pairs, ...(values.q ? [['q', values.q]] : [])]);
}

function sentenceOf({ rows, selection: { about } }: ExportFile): string {
	const { leftOut, staff } = about;
	const left =
		leftOut === 0
			? ''
			: staff
				? `サイトに載せていない${leftOut}件は、条件で選べないので入っていません。`
				: `ウェブ掲載の同意がない${leftOut}件は除きました（--staff で書けます）。`;
	return `${rows}件を書き出しました。${left}`;
}

const lostWords = ({ letter, times, names }: Lost): string =>
	`「${letter}」はシフトJISで書けません（${times}か所：${names.slice(0, 5).join('、')}${
		names.length > 5 ? `、ほか${names.length - 5}件` : ''
	}）。`;
