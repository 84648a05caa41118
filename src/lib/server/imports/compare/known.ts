import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '#lib/server/database/client.ts';
import type { WithdrawalCause } from '#lib/domain/resource/withdrawal.ts';

export type Pin = {
	edition: number;
	year: number;
	region: number;
	revision: number;
	locked: boolean;
};

/** A resource as the importer needs to know it. */
export type Known = {
	id: string;
	region: number;
	current: number | null;
	withdrawn: boolean;
	/** The year whose public data no longer had it. */
	absentYear: number | null;
	withdrawnCause: WithdrawalCause | null;
	/** The newest revision that an import made. */
	imported: number | null;
	/** In editions that were not withdrawn, oldest first. */
	pins: Pin[];
	sources: { source: string; number: string }[];
	/** The newest check. */
	check: { id: number; on: string; revision: number } | null;
};

export const bySources = (db: Database, sources: string[]): Known[] =>
	sources.length === 0
		? []
		: load(db, sql`r.id IN (SELECT resource_id FROM resource_sources WHERE source IN ${sources})`);

export const byIds = (db: Database, ids: string[]): Known[] =>
	pages(ids).flatMap((page) => load(db, sql`r.id IN ${page}`));

/** Those that no publisher numbers. */
export const unnumbered = (db: Database, regions: number[]): Known[] =>
	regions.length === 0
		? []
		: load(
				db,
				sql`r.region_id IN ${regions}
					AND NOT EXISTS (SELECT 1 FROM resource_sources s WHERE s.resource_id = r.id)`
			);

function load(db: Database, condition: SQL): Known[] {
	const rows = db.all<
		Omit<Known, 'withdrawn' | 'pins' | 'sources' | 'check'> & { withdrawn: number }
	>(sql`
		SELECT r.id, r.region_id AS region, r.current_revision_id AS current,
			r.withdrawn_at IS NOT NULL AS withdrawn, r.absent_year AS absentYear, r.withdrawn_cause AS withdrawnCause,
			(SELECT max(v.id) FROM revisions v
				WHERE v.resource_id = r.id AND v.import_id IS NOT NULL) AS imported
		FROM resources r WHERE ${condition} ORDER BY r.created_at, r.rowid`);
	const pins = db.all<Omit<Pin, 'locked'> & { resource: string; locked: number }>(sql`
		SELECT e.resource_id AS resource, d.id AS edition, d.year, d.region_id AS region,
			e.revision_id AS revision, d.locked_at IS NOT NULL AS locked
		FROM resources r JOIN entries e ON e.resource_id = r.id JOIN editions d ON d.id = e.edition_id
		WHERE d.withdrawn_at IS NULL AND ${condition} ORDER BY d.year`);
	const sources = db.all<{ resource: string; source: string; number: string }>(sql`
		SELECT s.resource_id AS resource, s.source, s.number
		FROM resources r JOIN resource_sources s ON s.resource_id = r.id WHERE ${condition}`);
	const checks = db.all<NonNullable<Known['check']> & { resource: string }>(sql`
		SELECT c.resource_id AS resource, c.id, c.verified_on AS "on", c.revision_id AS revision
		FROM resources r JOIN verifications c ON c.resource_id = r.id
		WHERE c.revoked_at IS NULL AND c.result <> 'unreachable' AND ${condition} ORDER BY c.verified_on, c.id`);
	const checkOf = new Map(checks.map((check) => [check.resource, check]));
	const pinsOf = Map.groupBy(pins, (pin) => pin.resource);
	const sourcesOf = Map.groupBy(sources, (source) => source.resource);
	return rows.map((row) => ({
		...row,
		withdrawn: Boolean(row.withdrawn),
		pins: (pinsOf.get(row.id) ?? []).map(({ locked, ...pin }) => ({
			...pin,
			locked: Boolean(locked)
		})),
		sources: sourcesOf.get(row.id) ?? [],
		check: checkOf.get(row.id) ?? null
	}));
}

function pages<T>(list: T[], size = 500): T[][] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, page) =>
		list.slice(page * size, (page + 1) * size)
	);
}
