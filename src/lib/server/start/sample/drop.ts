import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { rangesOf } from '#lib/domain/input/ranges.ts';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as pictures from '#lib/server/editions/pictures.ts';
import * as schema from '#lib/server/database/schema/index.ts';
import * as triggers from '#lib/server/database/triggers.ts';
import * as search from '#lib/server/search/index.ts';
import { draftsOf, outlook, partsOf, type SampleOutlook } from './outlook.ts';

export { outlook, type SampleOutlook } from './outlook.ts';

type Act = { by: string; at: Date };

/** The lists of a revision, each with its `revision_id`. */
const lists = Object.values(schema)
	.filter((value) => value instanceof SQLiteTable)
	.map((table) => getTableConfig(table).name)
	.filter((name) => name.startsWith('revision_'));

/**
 * Takes the invented region away with its places and editions, the published ones too, and nothing
 * else. The log keeps that they were there, and says that they are gone.
 */
export function drop(
	db: Database,
	{ by, at }: Act
): SampleOutlook | 'not-found' | Pick<SampleOutlook, 'tied'> {
	return write(db, () => {
		const found = outlook(db);
		if (!found) return 'not-found';
		if (found.tied.length > 0) return { tied: found.tied };
		const gone = idsIn(db, found.id);
		triggers.lift(db);
		search.removeAll(db, gone.revisions);
		dropEditions(db, found.id);
		const parties = dropPlaces(db, found.id);
		dropOrganizations(db, parties);
		dropRegion(db, found.id);
		triggers.ensure(db);
		audit.record(db, {
			...{ at: at.toISOString(), actor: by, action: 'region.drop' },
			...{ subject: 'region', subjectId: found.id },
			details: {
				name: found.name,
				...{ places: found.resources, entries: found.entries },
				// What the log says of these holds no more (`audit/claims.ts`).
				resources: gone.resources.join(' '),
				editions: rangesOf(gone.editions),
				checks: rangesOf(gone.checks)
			}
		});
		return found;
	});
}

function idsIn({ $client }: Database, regionId: number) {
	const ids = <T>(query: string) => $client.prepare<[number], T>(query).pluck().all(regionId);
	const places = '(SELECT id FROM resources WHERE region_id = ?)';
	return {
		resources: ids<string>(`SELECT id FROM resources WHERE id IN ${places} ORDER BY id`),
		revisions: ids<number>(`SELECT id FROM revisions WHERE resource_id IN ${places} ORDER BY id`),
		editions: ids<number>('SELECT id FROM editions WHERE region_id = ? ORDER BY id'),
		checks: ids<number>(`SELECT id FROM verifications WHERE resource_id IN ${places} ORDER BY id`)
	};
}

function dropEditions(db: Database, regionId: number): void {
	const { volumes } = partsOf(regionId);
	db.run(sql`DELETE FROM drafts WHERE ${draftsOf(regionId)}`);
	for (const table of [
		'booklet_pictures',
		'entries',
		'waivers',
		'edition_prints',
		'edition_words'
	]) {
		db.run(sql`DELETE FROM ${sql.identifier(table)} WHERE edition_id IN ${volumes}`);
	}
	pictures.dropUnused(db);
	db.run(sql`DELETE FROM editions WHERE id IN ${volumes}`);
}

/** Returns the organizations that they named. */
function dropPlaces(db: Database, regionId: number): string[] {
	const { places, versions } = partsOf(regionId);
	const parties = db.all<{ id: string }>(
		sql`SELECT DISTINCT organization_id AS id FROM revisions
			WHERE id IN ${versions} AND organization_id IS NOT NULL`
	);
	db.run(sql`UPDATE regions SET general_window_id = NULL WHERE general_window_id IN ${places}`);
	db.run(sql`UPDATE resources SET current_revision_id = NULL, merged_into_id = NULL
		WHERE region_id = ${regionId}`);
	for (const table of ['reports', 'verifications']) {
		db.run(sql`DELETE FROM ${sql.identifier(table)} WHERE resource_id IN ${places}`);
	}
	db.run(sql`DELETE FROM schedule_exceptions WHERE schedule_id IN (
		SELECT id FROM revision_schedules WHERE revision_id IN ${versions})`);
	for (const table of lists) {
		db.run(sql`DELETE FROM ${sql.identifier(table)} WHERE revision_id IN ${versions}`);
	}
	db.run(sql`UPDATE revisions SET base_revision_id = NULL WHERE id IN ${versions}`);
	db.run(sql`DELETE FROM revisions WHERE resource_id IN ${places}`);
	db.run(sql`DELETE FROM resources WHERE region_id = ${regionId}`);
	return parties.map(({ id }) => id);
}

/** Those that nothing else names; what a partner was let into by them goes with them. */
function dropOrganizations(db: Database, ids: string[]): void {
	db.run(sql`DELETE FROM organizations WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
		AND NOT EXISTS (SELECT 1 FROM revisions WHERE organization_id = organizations.id)`);
}

/** With the invented towns, but for those that a real place names. */
function dropRegion(db: Database, regionId: number): void {
	const towns = db.all<{ code: string; prefecture: string }>(
		sql`SELECT m.code, m.prefecture_code AS prefecture FROM municipalities m
			JOIN region_municipalities g ON g.municipality_code = m.code WHERE g.region_id = ${regionId}`
	);
	db.run(sql`DELETE FROM regions WHERE id = ${regionId}`);
	const codes = JSON.stringify(towns.map(({ code }) => code));
	db.run(sql`DELETE FROM municipalities WHERE code IN (SELECT value FROM json_each(${codes}))
		AND NOT EXISTS (SELECT 1 FROM revisions WHERE municipality_code = municipalities.code)
		AND NOT EXISTS (SELECT 1 FROM revision_service_areas WHERE municipality_code = municipalities.code)
		AND NOT EXISTS (SELECT 1 FROM region_municipalities WHERE municipality_code = municipalities.code)`);
	const prefectures = JSON.stringify(towns.map(({ prefecture }) => prefecture));
	db.run(sql`DELETE FROM prefectures WHERE code IN (SELECT value FROM json_each(${prefectures}))
		AND NOT EXISTS (SELECT 1 FROM municipalities WHERE prefecture_code = prefectures.code)`);
}
