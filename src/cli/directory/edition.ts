import { editionStateNames } from '#lib/domain/edition/edition.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { needed, read, readReason, readYear, UsageError, type Io } from './io.ts';
import { by, withDatabase } from './database.ts';

export const help = `使いかた: npm run directory -- edition list [--year 年度] [--region 地域] [--json]
          npm run directory -- edition preview --year 年度 [--region 地域] [--hide]
          npm run directory -- edition publish --year 年度 [--region 地域]
          npm run directory -- edition withdraw --year 年度 --region 地域 --reason 理由

--region がなければ、その年度版のあるすべての地域です。

  list      年度版を見る
  preview   公開の前に「編集中」として読む人に見せる（--hide で、見せるのをやめる）
  publish   校了にして公開する。公開した年度版は、もう変わりません
  withdraw  公開をやめる`;

const options = {
	year: { type: 'string' },
	region: { type: 'string' },
	reason: { type: 'string' },
	hide: { type: 'boolean' },
	json: { type: 'boolean' }
} as const;

type Values = ReturnType<typeof read<typeof options>>['values'];

export function run(args: string[], io: Io): number {
	const { values, positionals } = read(args, options, ['list']);
	const acts: Record<string, (db: Database, values: Values, io: Io) => void> = {
		list,
		preview,
		publish,
		withdraw
	};
	const name = needed(positionals[0], 'list・preview・publish・withdraw のどれか');
	const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
	if (!act) {
		throw new UsageError(`「${name}」はできません。${Object.keys(acts).join('・')} のどれかです。`);
	}
	withDatabase((db) => act(db, values, io));
	return 0;
}

function list(db: Database, values: Values, io: Io): void {
	const found = chosen(db, values, false);
	if (values.json) return io.out(JSON.stringify(found));
	for (const { region, regionName, year, state, previewed, entries } of found) {
		const seen = previewed ? '（編集中として見えます）' : '';
		io.out(`${region}-${year}\t${regionName}\t${editionStateNames[state]}${seen}\t${entries}件`);
	}
	if (found.length === 0) io.err('年度版はまだありません。');
}

function preview(db: Database, values: Values, io: Io): void {
	const shown = !values.hide;
	const found = chosen(db, values).filter(
		({ state, previewed }) =>
			!['published', 'superseded', 'withdrawn'].includes(state) && previewed !== shown
	);
	write(db, () => {
		for (const { id } of found) staffView.preview(db, id, { shown, by, at: new Date() });
	});
	io.out(
		`${found.length}件の年度版を、${shown ? '編集中として見えるように' : '見えないように'}しました。`
	);
}

function publish(db: Database, values: Values, io: Io): void {
	const found = chosen(db, values).filter(
		({ state }) => !['published', 'superseded', 'withdrawn'].includes(state)
	);
	const round = found.find(({ state }) => state === 'verifying');
	if (round) {
		throw new UsageError(
			`「${round.regionName} ${round.year}年度」は確認中です。編集室で校了してから、公開してください。`
		);
	}
	write(db, () => {
		for (const { id } of found) editions.publish(db, id, { by, at: new Date() });
	});
	const names = found.map(({ regionName }) => regionName);
	io.out(
		found.length === 0
			? 'その年度版は、もう公開されているか、取り下げられています。'
			: `${values.year}年度版を公開しました: ${names.join('、')}`
	);
}

function withdraw(db: Database, values: Values, io: Io): void {
	needed(values.region, '--region 地域');
	const reason = readReason(values.reason);
	const [edition] = chosen(db, values);
	if (edition!.state === 'withdrawn') throw new UsageError('もう取り下げてあります。');
	editions.withdraw(db, edition!.id, { by, at: new Date(), reason });
	io.out(`${edition!.regionName}の${edition!.year}年度版を取り下げました。`);
}

function chosen(
	db: Database,
	{ year, region }: Values,
	needsYear = true
): staffView.StaffEdition[] {
	if (region !== undefined && !regions.find(db, region)) {
		throw new UsageError(`地域「${region}」はありません。`);
	}
	const found = staffView.all(db, {
		region,
		year: needsYear || year !== undefined ? readYear(year) : undefined
	});
	if (needsYear && found.length === 0) throw new UsageError(`${year}年度版はありません。`);
	return found;
}
