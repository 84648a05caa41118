import { getTableName } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import * as schema from '#lib/server/database/schema/index.ts';
import { sources } from '../support/import-graph.ts';

/** The room of `src/lib/server` that writes a table; the lists of a revision are written with contents. */
const writers: Record<string, string> = {
	...{ audit: 'audit', audit_anchor: 'audit' },
	...{ basemaps: 'regions', outlines: 'regions' },
	booklets: 'booklet',
	...{ drafts: 'editing', reports: 'editing' },
	...{ editions: 'editions', edition_prints: 'editions', edition_words: 'editions' },
	...{ booklet_pictures: 'editions', picture_files: 'editions' },
	...{ entries: 'editions', entry_progress: 'editions', waivers: 'editions' },
	...{ imports: 'imports', import_files: 'imports', import_previews: 'imports' },
	...{ import_rows: 'imports', read_only: 'web', synonyms: 'start', terms: 'start' },
	...{ sayings: 'start' },
	...{ municipalities: 'regions', prefectures: 'regions' },
	...{ region_municipalities: 'regions', regions: 'regions' },
	...{ organizations: 'resources', resource_sources: 'resources', resources: 'resources' },
	...{ revisions: 'resources', verifications: 'resources' },
	...{ revision_consents: 'contents', revision_contacts: 'contents', revision_links: 'contents' },
	...{ revision_phones: 'contents', revision_schedules: 'contents', revision_terms: 'contents' },
	...{ revision_service_areas: 'contents', revision_sources: 'contents' },
	schedule_exceptions: 'contents',
	...{ search_documents: 'search', search_postings: 'search', search_readings: 'search' },
	...{ search_state: 'search', search_tail: 'search' },
	...{ invitations: 'staff', passkeys: 'staff', recovery_codes: 'staff', sessions: 'staff' },
	...{ staff: 'staff', staff_organizations: 'staff', staff_regions: 'staff' },
	staff_resources: 'staff'
};

/** They write what others own: erasing words wherever they are, a restore, the sample, migrating. */
const exceptions = [
	'src/lib/server/editing/erasure/',
	'src/lib/server/backups/accounts.ts',
	'src/lib/server/start/sample/',
	'src/lib/server/database/'
];

const tables = new Map<string, string>(
	Object.entries(schema).flatMap(([name, table]) =>
		table instanceof SQLiteTable ? [[name, getTableName(table)] as const] : []
	)
);

/** The tables that a file writes, by drizzle or in SQL. */
function written(text: string): string[] {
	const names = new Map(tables);
	for (const [, list] of text.matchAll(/import \{([^}]*)\} from '[^']*\/schema\/index\.ts'/g)) {
		for (const [, name, alias] of list!.matchAll(/(\w+) as (\w+)/g)) {
			names.set(alias!, tables.get(name!)!);
		}
	}
	const byDrizzle = [
		...text.matchAll(/\.(?:insert|update|delete)\(\s*(?:schema\.)?(\w+)\s*\)/g),
		...text.matchAll(/\binsertInto\(\s*\w+,\s*(?:schema\.)?(\w+)/g)
	].flatMap(([, name]) => (text.includes('schema/index.ts') && names.get(name!)) || []);
	const bySql = [
		...text.matchAll(
			/\b(?:INSERT(?: OR \w+)? INTO|REPLACE INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+["`]?(\w+)/g
		)
	].flatMap(([, name]) => ([...tables.values()].includes(name!) ? name! : []));
	return [...new Set([...byDrizzle, ...bySql])];
}

function strangers(texts: Iterable<[string, string]>): string[] {
	return [...texts]
		.filter(([file]) => /\.ts$/.test(file) && !exceptions.some((one) => file.startsWith(one)))
		.flatMap(([file, text]) =>
			written(text)
				.filter((table) => !file.startsWith(`src/lib/server/${writers[table]}/`))
				.map((table) => `${file}: ${table}`)
		);
}

describe('A table', () => {
	it('has a room that writes it', () => {
		expect(Object.keys(writers).sort()).toEqual([...tables.values()].sort());
	});

	it('is written in that room alone', () => {
		const all = sources();
		expect([...all.values()].flatMap(written).length).toBeGreaterThan(60);
		expect(strangers(all)).toEqual([]);
	});

	it.each([
		`import { entries } from '#lib/server/database/schema/index.ts';\ndb.update(entries).set({});`,
		`import { entries as rows } from '#lib/server/database/schema/index.ts';\ndb.delete(rows);`,
		`import * as schema from '#lib/server/database/schema/index.ts';\ndb.insert(schema.entries);`,
		`import { entries } from '#lib/server/database/schema/index.ts';\ninsertInto(db, entries, {});`,
		'db.run(sql`UPDATE entries SET position = 1`);',
		"db.$client.exec('DELETE FROM entries');"
	])('that is written elsewhere is found: %s', (text) => {
		expect(strangers([['src/lib/server/imports/sample.ts', text]])).toHaveLength(1);
		expect(strangers([['src/lib/server/editions/sample.ts', text]])).toEqual([]);
	});

	it('of editions is asked in one place whether an edition is still made', () => {
		const askers = [...sources()]
			.filter(([, text]) => /locked_at\s*\)? IS NULL|isNull\([^)]*locked_at/.test(text))
			.map(([file]) => file);
		expect(askers).toEqual(['src/lib/server/contents/still-made.ts']);
	});
});
