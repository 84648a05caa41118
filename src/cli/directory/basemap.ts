import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '#lib/server/database/client.ts';
import {
	maxBytes,
	plan,
	replace,
	usualCredit,
	type Plan
} from '#lib/server/regions/maps/outlines/loading.ts';
import { fromHere, settings, withDatabase } from './database.ts';
import { needed, read, UsageError, type Io } from './io.ts';

export const help = `使いかた: npm run directory -- basemap ファイル [--credit 出典] [--dry-run]

市区町村の輪郭を取り込みます。背景の地図（タイル）が届かないときの地図と、場所が市区町村の
中にあるかの確かめに使います。はじめから入っている輪郭（2021年・簡略）と、前に取り込んだ輪郭は、
すべて置きかえます。
読めないところがあれば、何も書き込みません。

  ファイル       国土数値情報の行政区域（N03）の TopoJSON か GeoJSON。経度・緯度、UTF-8、200MBまで。
                 大きなファイルは、使う都道府県だけのものにするか、先に簡略化してください
  --credit 出典  地図に添える出典。なければ「${usualCredit}」
  --dry-run      書き込まずに、どうなるかだけを見る

終了コード: 0 取り込んだ（試しなら、取り込める）・2 取り込めない・1 思いがけない失敗`;

const options = { credit: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;

export function run(args: string[], io: Io): number {
	const { values, positionals } = read(args, options, ['ファイル']);
	const file = fromHere(needed(positionals[0], '取り込むファイル'));
	const credit = (values.credit ?? usualCredit).trim();
	if (credit === '' || credit.length > 200 || /\p{Cc}/u.test(credit)) {
		throw new UsageError('出典は 1 文字から 200 文字までの 1 行で書きます。');
	}
	const bytes = readBytes(file);
	const store = settings();
	const isNew = !existsSync(store.file);
	const prepare = (db: Database) => plan(db, bytes);
	const planned = withDatabase(prepare, isNew ? { ...store, file: ':memory:' } : store);
	if ('problem' in planned) {
		io.err(`${path.basename(file)}: ${planned.problem}\n何も書き込んでいません。`);
		return 2;
	}
	const isTrial = values['dry-run'] ?? false;
	if (!isTrial) {
		const source = { credit, fileName: path.basename(file), at: new Date() };
		withDatabase((db) => replace(db, planned, source), store);
	}
	tell(planned, isTrial, io);
	io.out(`出典: ${credit}`);
	return 0;
}

function tell(planned: Plan, isTrial: boolean, io: Io): void {
	const { prefectures, municipalities, unassigned, unknown } = planned;
	const outcome = isTrial ? '取り込めます（まだ書き込んでいません）' : '取り込みました';
	io.out(`${prefectures}都道府県・${municipalities}市区町村の輪郭を${outcome}。`);
	if (unassigned > 0)
		io.out(`どの市区町村でもない所（所属未定地） ${unassigned}か所は入れません。`);
	if (unknown.length > 0) {
		const some = unknown.slice(0, 5).join('・') + (unknown.length > 5 ? '…' : '');
		io.out(`市区町村の表にないコード ${unknown.length}件（${some}）は、輪郭だけを入れます。`);
	}
}

function readBytes(file: string): Uint8Array {
	try {
		const about = statSync(file);
		if (!about.isFile()) throw new UsageError(`${file} はファイルではありません。`);
		if (about.size > maxBytes) {
			throw new UsageError(
				`${file} は大きすぎます（200MBまでです）。使う都道府県だけのファイルにするか、先に簡略化してください。`
			);
		}
		return readFileSync(file);
	} catch (error) {
		if (error instanceof UsageError) throw error;
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT') throw new UsageError(`${file} が見つかりません。`);
		if (code === 'EACCES') throw new UsageError(`${file} を読む権限がありません。`);
		throw new UsageError(`${file} を読めません（${code}）。`);
	}
}
