import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { propose } from '#lib/domain/formats/mapping/proposal/propose.ts';
import { readTable } from '#lib/server/imports/file/table.ts';
import { gazetteer } from '#lib/domain/region/municipality.ts';
import type { Database } from '#lib/server/database/client.ts';
import { importFile } from '#lib/server/imports/index.ts';
import * as shapes from '#lib/server/imports/shapes.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import { names } from '#lib/server/regions/names.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { prepare } from '#lib/server/start/seed.ts';

const folder = process.env['REAL_DATA'] ?? '';
const bytes = (name: string) => readFileSync(path.join(folder, name));

let db: Database;
const take = (name: string) =>
	importFile(db, {
		...{ fileName: path.basename(name), bytes: bytes(name), year: 2026 },
		...{ by: 'operator', at: new Date() }
	});

beforeAll(() => {
	db = openDatabase(':memory:');
	prepare(db, { now: new Date(), sample: false });
});

describe.each([
	['municipal/172120_public-facility.csv', 'public-facility', 189],
	['municipal/202142_public_facility.csv', 'public-facility', 93],
	['municipal/takamatsu_0046_shogai.csv', 'linkdata', 8],
	['messy/yanai_tourism_sjis.csv', 'tourism', 18]
])('%s', (name, format, rows) => {
	it(`is ${format} with ${rows} places, and the same again changes nothing`, async () => {
		const first = await take(name);
		expect(first.problems).toEqual([]);
		expect([first.format, first.rows, first.counts.new]).toEqual([format, rows, rows]);
		expect(first.warnings.filter(({ kind }) => kind === 'municipality')).toEqual([]);
		expect((await take(name)).counts).toMatchObject({ new: 0, changed: 0, unchanged: rows });
	});
});

/** What the published standards say of each column, by the names that the product gives. */
const right: Record<string, string> = {
	...{
		名称: 'name',
		名称_カナ: 'kana',
		住所: 'address',
		所在地_連結表記: 'address',
		電話番号: 'phone'
	},
	...{ 緯度: 'latitude', 経度: 'longitude', 団体名: 'organization', 法人番号: 'corporate_number' },
	...{
		利用可能曜日: 'weekdays',
		開始時間: 'opens',
		終了時間: 'closes',
		説明: 'description',
		URL: 'url'
	},
	...{
		都道府県名: 'prefecture',
		市区町村名: 'municipality',
		方書: 'building',
		内線番号: 'extension'
	},
	...{ 所在地_都道府県: 'prefecture', 所在地_市区町村: 'municipality', 郵便番号: 'postal_code' },
	...{ アクセス方法: 'access', 連絡先電話番号: 'phone', 連絡先メールアドレス: 'mail' },
	...{ バリアフリー情報: 'accessibility', '料金(詳細)': 'fee_note', 連絡先名称: 'phone_label' }
};

describe('The columns of published lists', () => {
	it.each([
		'municipal/172120_public-facility.csv',
		'municipal/202142_public_facility.csv',
		'messy/yanai_tourism_sjis.csv'
	])('of %s are proposed right by name and values', async (name) => {
		const read = await readTable(bytes(name), { isHeader: (header) => header.includes('名称') });
		if ('problems' in read) throw new Error(read.problems[0]?.message);
		const { vocabularies } = names(db);
		const context = {
			...{ gazetteer: gazetteer(municipalities.list(db)), vocabularies, category: null },
			shapes: shapes.list()
		};
		const { columns } = propose(read.table.header, read.table.rows, context);
		const wrong = columns.filter(({ from, to }) => from in right && right[from] !== to);
		expect(wrong).toEqual([]);
	});
});
