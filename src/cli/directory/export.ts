import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { noteExport } from '#lib/server/audit/exporting.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { exportCsv } from '#lib/server/exports/resource-csv.ts';
import { unexpected } from '#lib/server/database/faults.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { needed, read, readYear, UsageError, type Io } from './io.ts';
import { by, fromHere, withDatabase } from './database.ts';

export const help = `使いかた: npm run directory -- export --region 地域 [--year 年度] [--out ファイル] [--staff]

地域の資源を、取り込みと同じ形のCSV（docs/formats/resource-csv.md）に書き出します。
そのまま取り込めば「変わらない」になり、直した列だけが変わります。

  --region sakura  どの地域か
  --year 2026      その年度版に載っている内容。なければ、いまの内容
  --out ファイル   書く先。なければ画面に書きます。すでにあるファイルには書きません
  --staff          非公開の住所・電話・職員メモ・掲載の同意も書く。人に渡さないでください。
                   書き出したことは、監査記録に残ります`;

const options = {
	region: { type: 'string' },
	year: { type: 'string' },
	out: { type: 'string' },
	staff: { type: 'boolean' }
} as const;

export function run(args: string[], io: Io): number {
	const { values } = read(args, options);
	const slug = needed(values.region, '--region 地域');
	const year = values.year === undefined ? undefined : readYear(values.year);
	const { text, rows, leftOut } = withDatabase((db) => {
		const region = regions.find(db, slug);
		if (!region) throw new UsageError(`地域「${slug}」はありません。`);
		const edition = year === undefined ? null : staffView.all(db, { region: slug, year })[0];
		if (edition === undefined) throw new UsageError(`${region.name}の${year}年度版はありません。`);
		const written = exportCsv(db, {
			regionId: region.id,
			editionId: edition?.id ?? null,
			staff: values.staff ?? false
		});
		if (values.staff) {
			noteExport(db, 'region', { id: slug, by, at: new Date(), rows: written.rows });
		}
		return written;
	});
	if (values.out === undefined) io.out(text.slice(0, -'\n'.length));
	else writeNew(fromHere(values.out), text, values.staff ? 0o600 : 0o644);
	io.err(
		`${rows}件を書き出しました。` +
			(leftOut > 0 ? `ウェブ掲載の同意がない${leftOut}件は除きました（--staff で書けます）。` : '')
	);
	return 0;
}

/** All of it or nothing: half a list looks like a list. */
function writeNew(file: string, text: string, mode: number): void {
	let isOurs = false;
	try {
		closeSync(openSync(file, 'wx', mode));
		isOurs = true;
		writeFileSync(file, text, { flush: true });
	} catch (error) {
		if (isOurs) rmSync(file, { force: true });
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
			throw new UsageError(`${file} はもうあります。別の名前にしてください。`);
		}
		throw new UsageError(unexpected(file, error));
	}
}
