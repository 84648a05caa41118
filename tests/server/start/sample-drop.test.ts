import { eq } from 'drizzle-orm';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseFilter } from '#lib/domain/search/filter.ts';
import * as audit from '#lib/server/audit/index.ts';
import * as backups from '#lib/server/backups/index.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { close, type Database } from '#lib/server/database/client.ts';
import { write } from '#lib/server/database/transaction.ts';
import * as drafts from '#lib/server/editing/drafts/drafts.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { drop, outlook } from '#lib/server/start/sample/drop.ts';
import * as resources from '#lib/server/resources/resources.ts';
import * as schema from '#lib/server/database/schema/index.ts';
import * as triggers from '#lib/server/database/triggers.ts';
import { inspect, proveQuickly } from '#lib/server/start/check.ts';
import { prepare } from '#lib/server/start/seed.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { cast } from '../../support/staff.ts';
import { copy, plant, sample, seed } from '../../support/seeds.ts';
import { content, now, populate, populated } from '../../support/world.ts';

/** The sample with the cast of 群馬県 beside it. */
const both = seed(populate, sample);
const act = { by: 'admin', at: now };

function opened(of = both): Database {
	const db = copy(of);
	onTestFinished(() => close(db));
	return db;
}

const countsOf = (db: Database) => {
	const tables = db.$client
		.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
		.pluck()
		.all();
	const count = (table: string) =>
		db.$client.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get();
	return Object.fromEntries(tables.map((table) => [table, count(table)]));
};

const problems = (db: Database) => inspect(db).filter(({ ok }) => !ok);

test('leaves every table as if there had been no sample, but for the log', () => {
	const db = opened();
	const kept = {
		audit: 0,
		sqlite_sequence: 0,
		audit_anchor: 0,
		search_tail: 0,
		search_postings: 0
	};
	const found = drop(db, act);
	expect(found).toMatchObject({ resources: 81, editions: 3, typed: [], tied: [] });
	expect({ ...countsOf(db), ...kept }).toEqual({ ...countsOf(opened(populated)), ...kept });
	expect(db.$client.pragma('foreign_key_check')).toEqual([]);
	expect(outlook(db)).toBeUndefined();
	expect(drop(db, act)).toBe('not-found');
});

test('takes what staff and readers have left in it too, and says so before', () => {
	const db = opened();
	const { id: regionId } = regions.find(db, 'sakura')!;
	const own = { by: 'editor', at: now };
	const made = resources.create(db, {
		...own,
		...{ regionId, content: content({ name: '駅前の居場所', organization: { name: '駅前の会' } }) }
	});
	const people = cast(db, { at: now, region: 'sakura', other: 'tokyo', organizations: [] });
	const edition = editions.open(db, { ...own, regionId, year: 2027 });
	editions.pin(db, edition, { ...made, verificationId: null });
	const at = now.toISOString();
	write(db, () => {
		db.insert(schema.reports)
			.values({
				resource_id: made.resourceId,
				section: 'other',
				message: '閉まっていた',
				created_at: at
			})
			.run();
		for (const subject of [made.resourceId, `new-${regionId}`, `words-${edition}`]) {
			db.insert(schema.drafts)
				.values({ staff_id: people.editor, subject, fields: {} as never, saved_at: at })
				.run();
		}
		db.update(schema.regions)
			.set({ general_window_id: made.resourceId })
			.where(eq(schema.regions.slug, 'gunma'))
			.run();
	});
	expect(outlook(db)).toMatchObject({
		...{ resources: 82, editions: 4, drafts: 3, editors: 2, typed: ['駅前の居場所'] }
	});
	drop(db, act);
	expect(drafts.of(db, people.editor)).toEqual([]);
	expect(db.$client.pragma('foreign_key_check')).toEqual([]);
	expect(JSON.stringify(db.$client.prepare('SELECT * FROM organizations').all())).not.toContain(
		'駅前の会'
	);
	expect(problems(db)).toEqual([]);
});

test('check, start and search are as ever, and a restart does not bring it back', () => {
	const folder = temporaryFolder();
	const file = path.join(folder, 'bookmark.db');
	plant(both, file);
	const db = openDatabase(file);
	drop(db, act);
	close(db);

	const again = openDatabase(file);
	onTestFinished(() => close(again));
	expect(prepare(again, { now, sample: true })).toEqual([]);
	expect(regions.list(again).some(({ fictional }) => fictional)).toBe(false);
	expect(proveQuickly(again)).toEqual([]);
	expect(problems(again)).toEqual([]);
	expect(audit.verify(again).ok).toBe(true);
	const found = listings.everything(again, parseFilter(new URLSearchParams('q=居場所')), now);
	expect(new Set(found.rows.map(({ region }) => region))).toEqual(new Set(['gunma']));
	expect(
		JSON.stringify(again.$client.prepare('SELECT names FROM search_documents').all())
	).not.toMatch(/架空|さくら市/);

	const backup = backups.make(file, path.join(folder, 'backups'), { at: now, key: null });
	if ('problem' in backup) throw new Error(backup.problem.detail);
	expect(backups.verify(backup.file, null).filter(({ ok }) => !ok)).toEqual([]);
});

test('a part of it that somebody puts back behind our back, or an edition made later, is told apart', () => {
	const db = opened();
	drop(db, act);
	const { id: regionId } = regions.find(db, 'gunma')!;
	const edition = editions.open(db, { ...act, regionId, year: 2027 });
	editions.publish(db, edition, act);
	expect(problems(db)).toEqual([]);
	write(db, () => {
		triggers.lift(db);
		db.run(`UPDATE editions SET foreword = '別のことば' WHERE id = ${edition}`);
		triggers.ensure(db);
	});
	expect(problems(db).map(({ name }) => name)).toEqual(['年度版']);
});

test('editions and places of real regions are still proved afterwards', () => {
	const db = opened();
	drop(db, act);
	write(db, () => {
		triggers.lift(db);
		db.run(
			"DELETE FROM entries WHERE resource_id LIKE '%0' AND edition_id = (SELECT min(id) FROM editions)"
		);
		triggers.ensure(db);
	});
	expect(problems(db).map(({ name }) => name)).toEqual(['年度版']);
});

test('the log says who did it and how much went, and nothing can be changed in it again', () => {
	const db = opened();
	const before = countsOf(db)['audit']!;
	drop(db, act);
	const rows = db.select().from(schema.audit).all();
	expect(rows).toHaveLength(before + 1);
	expect(rows.at(-1)).toMatchObject({
		...{ actor: 'admin', action: 'region.drop', subject: 'region' },
		details: { name: 'さくら地域', places: 81 }
	});
	expect(() => db.$client.exec('DELETE FROM audit')).toThrow('append-only');
	expect(() => db.$client.exec('DELETE FROM revisions')).toThrow('never deleted');
});

test('while a real place rests on one of it, all of it stays', () => {
	const db = opened();
	const one = db.$client
		.prepare<[], string>("SELECT id FROM resources WHERE created_by = 'sample' LIMIT 1")
		.pluck()
		.get()!;
	const real = both().made.ids.hidamari;
	db.update(schema.resources)
		.set({ merged_into_id: one })
		.where(eq(schema.resources.id, real))
		.run();
	const before = countsOf(db);
	expect(drop(db, act)).toEqual({ tied: ['居場所カフェ ひだまり'] });
	expect(countsOf(db)).toEqual(before);
});
