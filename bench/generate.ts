import { readFileSync } from 'node:fs';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import { weekdays } from '#lib/domain/calendar/weekday.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import { write } from '#lib/server/database/transaction.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import { prepare } from '#lib/server/start/seed.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/resources/resources.ts';
import {
	municipalities as municipalitiesTable,
	region_municipalities
} from '#lib/server/database/schema/index.ts';
import { eq } from 'drizzle-orm';

/** One region with everything in it: the longest list there can be. */
export const region = 'tokyo';
export const year = 2025;

const at = new Date('2026-01-01T00:00:00Z');
const by = 'bench';

type Term = { code: string; parent: string | null };
export const codes = (name: string) =>
	(JSON.parse(readFileSync(`data/vocabulary/${name}.json`, 'utf8')) as Term[]).map(
		(term) => term.code
	);

/** The same numbers every time (mulberry32). */
export function dice(seed: number) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

const syllables =
	'あ か さ た な は ま や ら わ い き し ち に ひ み う く す つ ふ む ゆ え け せ て ね め お こ そ と の ほ も よ'.split(
		' '
	);
const kinds = [
	'居場所',
	'家族会',
	'相談室',
	'クリニック',
	'しごと広場',
	'学びの家',
	'フリースペース',
	'サロン'
];
const towns = ['見本町', '桜木', '若葉台', '緑が丘', '本町', '栄町', '泉', '川端'];

/** Contents of places that do not exist: much is known of some, little of others. */
export function* contents(count: number, municipalities: string[]): Generator<ContentInput> {
	const random = dice(20260401);
	const chance = (share: number) => random() < share;
	const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
	const some = <T>(list: readonly T[], most: number): T[] => [
		...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => one(list)))
	];
	const vocabulary = {
		category: codes('category'),
		need: codes('need'),
		audience: codes('audience'),
		ease: codes('ease'),
		fee: codes('fee')
	};
	for (let number = 1; number <= count; number += 1) {
		const kana = Array.from({ length: 3 + Math.floor(random() * 4) }, () => one(syllables)).join(
			''
		);
		const kind = one(kinds);
		const day = one(weekdays);
		const ordinal = one([1, 2, 3, 4] as const);
		yield {
			name: `${kind} ${kana} ${number}`,
			kana: `${kana} ${number}`,
			organization: chance(0.9) ? { name: `一般社団法人${kana}` } : null,
			categories: some(vocabulary.category, 2),
			needs: some(vocabulary.need, 3),
			audiences: some(vocabulary.audience, 2),
			eases: Object.fromEntries(
				some(vocabulary.ease, 5).map((code) => [code, chance(0.8) ? 'yes' : 'no'] as const)
			),
			ageMin: chance(0.3) ? 15 : null,
			ageOpen: chance(0.4),
			summary: chance(0.8)
				? `${kana}は、だれかと話しても、ひとりで過ごしてもよい${kind}です。`
				: null,
			description: chance(0.6) ? `${kana}の説明です。`.repeat(20) : null,
			firstVisit: chance(0.5) ? { meets: '担当の者が入口でお迎えします。', people: '5人ほど' } : {},
			approach: chance(0.7) ? 'メールか電話でお知らせください。' : null,
			fee: chance(0.8) ? one(vocabulary.fee) : null,
			intake: null,
			schedules: chance(0.6)
				? [
						{
							text: `毎月第${ordinal} 14時から16時`,
							frequency: 'monthly',
							days: [day],
							positions: [ordinal],
							startsAt: '14:00',
							endsAt: '16:00'
						}
					]
				: [],
			phones: [{ number: `000-${String(number).padStart(4, '0')}-0000` }],
			contacts: chance(0.5) ? [{ kind: 'mail', value: `place${number}@example.jp` }] : [],
			precision: one(['exact', 'exact', 'exact', 'town', 'municipality', 'private', 'online']),
			location: {
				municipality: one(municipalities),
				town: one(towns),
				street: `${1 + Math.floor(random() * 9)}-${1 + Math.floor(random() * 30)}`,
				latitude: 35.5 + random() * 0.4,
				longitude: 139.2 + random() * 0.7
			},
			sources: [{ name: '計測のための作り物' }],
			consents: [
				{ channel: 'web', givenBy: '代表', how: 'メール' },
				{ channel: 'paper', givenBy: '代表', how: 'メール' }
			]
		};
	}
}

/** Fills a new database with `count` resources, all of them in one published edition. */
export function generate(file: string, count: number): void {
	const db = openDatabase(file);
	prepare(db, { now: at, sample: false });
	write(db, () => {
		const regionId = regions.find(db, region)!.id;
		const editionId = editions.open(db, { regionId, year, by, at });
		let number = 0;
		for (const input of contents(count, municipalitiesOf(db, regionId))) {
			const parsed = parseContent(input);
			if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
			number += 1;
			const created = resources.create(db, {
				id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
				regionId,
				content: parsed.value,
				by,
				at
			});
			editions.pin(db, editionId, created);
		}
		editions.publish(db, editionId, { by, at });
	});
	close(db);
}

function municipalitiesOf(db: Database, regionId: number): string[] {
	return db
		.select({ code: municipalitiesTable.code })
		.from(municipalitiesTable)
		.innerJoin(
			region_municipalities,
			eq(region_municipalities.municipality_code, municipalitiesTable.code)
		)
		.where(eq(region_municipalities.region_id, regionId))
		.all()
		.map(({ code }) => code);
}
