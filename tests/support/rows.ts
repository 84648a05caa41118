import type { Database } from '#lib/server/database/client.ts';
import * as schema from '#lib/server/database/schema/index.ts';

const at = '2026-04-01T00:00:00.000Z';
const by = 'editor';

/** One bare row in most tables: a region, a resource with one revision and its lists, an edition with its entry. */
export function plantRows(db: Database): void {
	const insert = <T extends keyof typeof schema>(table: T, values: object) =>
		db
			.insert(schema[table])
			.values(values as never)
			.run();
	insert('prefectures', { code: '99', name: '見本県', kana: 'みほんけん', romaji: 'mihon' });
	insert('municipalities', {
		code: '990019',
		prefecture_code: '99',
		name: 'さくら市',
		kana: 'さくらし'
	});
	insert('regions', { id: 1, slug: 'mihon', name: '見本', kana: 'みほん', created_at: at });
	insert('terms', {
		vocabulary: 'category',
		code: 'place',
		label: '居場所',
		plain: 'いられるところ',
		kana: 'いばしょ',
		synonyms: []
	});
	insert('resources', { id: 'r1', region_id: 1, created_at: at, created_by: by });
	insert('revisions', {
		id: 1,
		resource_id: 'r1',
		number: 1,
		content_hash: 'abc',
		created_at: at,
		created_by: by,
		name: 'ひだまり',
		precision: 'exact'
	});
	insert('revision_terms', { revision_id: 1, vocabulary: 'category', code: 'place' });
	insert('revision_service_areas', { revision_id: 1, municipality_code: '990019' });
	insert('revision_schedules', {
		id: 1,
		revision_id: 1,
		text: '毎週月曜',
		days: ['mo'],
		positions: [],
		month_days: [],
		months: []
	});
	insert('schedule_exceptions', { schedule_id: 1, on: '2026-05-04', kind: 'closed' });
	insert('revision_phones', {
		revision_id: 1,
		kind: 'voice',
		number: '000-111-2222',
		visibility: 'public'
	});
	insert('revision_contacts', {
		revision_id: 1,
		kind: 'mail',
		value: 'a@example.jp',
		visibility: 'public'
	});
	insert('revision_links', { revision_id: 1, url: 'https://example.jp/' });
	insert('revision_sources', { revision_id: 1, name: '見本' });
	insert('revision_consents', {
		revision_id: 1,
		channel: 'web',
		given_by: '代表',
		how: '書面'
	});
	insert('editions', { id: 1, region_id: 1, year: 2026, created_at: at, created_by: by });
	insert('entries', {
		id: 1,
		edition_id: 1,
		resource_id: 'r1',
		revision_id: 1,
		number: 1,
		chapter: 'place',
		position: 0,
		state: 'new'
	});
}

/** Every table's rows and the schema itself, to compare a database with itself. */
export function everything(db: Database): Record<string, unknown[]> {
	const tables = db.$client
		.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
		.pluck()
		.all() as string[];
	return Object.fromEntries(
		['sqlite_schema', ...tables].map((table) => [
			table,
			db.$client.prepare(`SELECT * FROM "${table}"`).all()
		])
	);
}
