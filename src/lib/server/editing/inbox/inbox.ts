import { sql, type SQL } from 'drizzle-orm';
import { regionsOf, type User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as reports from './reports.ts';

export type Proposal = {
	revision: number;
	resourceId: string;
	name: string;
	region: string;
	/** Who proposed it. */
	by: string;
	/** ISO instant. */
	at: string;
	reason: string | null;
	state: 'waiting' | 'accepted' | 'rejected' | 'taken-back';
	/** Why it was not taken, or not all of it. */
	answer: string | null;
	isNew: number;
};

export type Reported = {
	id: number;
	resourceId: string;
	name: string;
	section: string;
	message: string;
	at: string;
};

/** Of resources `r`, those that somebody edits. */
function edits(user: User): SQL {
	const regions = regionsOf(user);
	return regions === 'all'
		? sql`1`
		: sql`r.region_id IN (SELECT value FROM json_each(${JSON.stringify(regions)}))`;
}

export const perPage = 50;

const proposalsWhere = (db: Database, condition: SQL, order: SQL, page: number) =>
	db.all<Proposal>(sql`
		SELECT v.id AS revision, v.resource_id AS resourceId, v.name, g.name AS region,
			coalesce(s.name, v.created_by) AS "by", v.proposed_at AS at, v.reason,
			CASE WHEN v.approved_at IS NOT NULL THEN 'accepted'
				WHEN v.rejected_by = v.created_by THEN 'taken-back'
				WHEN v.rejected_at IS NOT NULL THEN 'rejected' ELSE 'waiting' END AS state,
			v.rejected_reason AS answer, r.current_revision_id IS NULL AS isNew
		FROM revisions v JOIN resources r ON r.id = v.resource_id
		JOIN regions g ON g.id = r.region_id LEFT JOIN staff s ON s.id = v.created_by
		WHERE v.proposed_at IS NOT NULL AND ${condition} ORDER BY ${order}, v.id
		LIMIT ${perPage} OFFSET ${perPage * (page - 1)}`);

const countProposals = (db: Database, condition: SQL): number =>
	db.get<{ count: number }>(sql`
		SELECT count(*) AS count FROM revisions v JOIN resources r ON r.id = v.resource_id
		WHERE v.proposed_at IS NOT NULL AND ${condition}`).count;

/** What waits for an editor, the longest first. */
export const waiting = (db: Database, user: User, page = 1): Proposal[] =>
	user.role === 'partner' ? [] : proposalsWhere(db, isWaiting(user), sql`v.proposed_at`, page);

export const countWaiting = (db: Database, user: User): number =>
	user.role === 'partner' ? 0 : countProposals(db, isWaiting(user));

const isWaiting = (user: User): SQL =>
	sql`v.approved_at IS NULL AND v.rejected_at IS NULL AND ${edits(user)}`;

/** What somebody has proposed, and what became of it. */
export const own = (db: Database, user: User, page = 1): Proposal[] =>
	proposalsWhere(db, isOwn(user), sql`v.proposed_at DESC`, page);

export const countOwn = (db: Database, user: User): number => countProposals(db, isOwn(user));

const isOwn = ({ id }: User): SQL => sql`v.created_by = ${id}`;

/** `place`: of one resource only. */
type Of = { place?: string | null };

const openReports = (user: User, { place = null }: Of): SQL => sql`
	FROM reports p JOIN resources r ON r.id = p.resource_id
	JOIN revisions v ON v.id = r.current_revision_id
	WHERE p.settled_at IS NULL AND ${user.role === 'partner' ? sql`0` : edits(user)}
		AND (${place} IS NULL OR p.resource_id = ${place})`;

/** What readers say is wrong and nobody has settled, the oldest first. */
export const reported = (
	db: Database,
	user: User,
	{ page = 1, ...of }: Of & { page?: number } = {}
) =>
	db.all<Reported>(sql`
		SELECT p.id, p.resource_id AS resourceId, v.name, p.section, p.message, p.created_at AS at
		${openReports(user, of)} ORDER BY p.id LIMIT ${perPage} OFFSET ${perPage * (page - 1)}`);

export const countReported = (db: Database, user: User, of: Of = {}): number =>
	db.get<{ count: number }>(sql`SELECT count(*) AS count ${openReports(user, of)}`).count;

/** Places that more is said of than one reads through, the most first. */
export const loudest = (db: Database, user: User) =>
	db.all<{ id: string; name: string; count: number }>(sql`
		SELECT p.resource_id AS id, v.name, count(*) AS count ${openReports(user, {})}
		GROUP BY p.resource_id HAVING count(*) >= 5 ORDER BY count(*) DESC, v.name LIMIT 10`);

type Act = { at: Date };

/** Those of them that somebody may settle; how many they were. */
export function settle(db: Database, user: User, ids: readonly number[], { at }: Act): number {
	const asked = JSON.stringify(ids);
	const own = db.all<{ id: number }>(sql`
		SELECT p.id ${openReports(user, {})} AND p.id IN (SELECT value FROM json_each(${asked}))`);
	return reports.settleAll(
		db,
		own.map(({ id }) => id),
		{ by: user.id, at }
	);
}

/** All of a place that somebody has seen the number of: `until` is the last of them. */
export function settlePlace(
	db: Database,
	user: User,
	{ place, until }: { place: string; until: number },
	{ at }: Act
): number {
	const seen = db.all<{ id: number }>(sql`
		SELECT p.id ${openReports(user, { place })} AND p.id <= ${until}`);
	return reports.settleAll(
		db,
		seen.map(({ id }) => id),
		{ by: user.id, at }
	);
}

/** The last report of a place, as of now. */
export const lastOf = (db: Database, user: User, place: string): number =>
	db.get<{ id: number | null }>(sql`SELECT max(p.id) AS id ${openReports(user, { place })}`).id ??
	0;
