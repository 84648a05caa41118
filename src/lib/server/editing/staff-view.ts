import { sql, type SQL } from 'drizzle-orm';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import type { ResourceFilter } from '#lib/domain/editing/resource-filter.ts';
import { regionsOf, type User } from '#lib/domain/staff/staff.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database/client.ts';
import { newestCheck, hasWebConsent } from '#lib/server/contents/visibility.ts';
import type { WithdrawalCause } from '#lib/domain/resource/withdrawal.ts';

export const perPage = 100;

export type DeskRow = {
	id: string;
	name: string;
	kana: string | null;
	organization: string | null;
	municipality: string | null;
	category: string;
	region: string;
	operation: Content['operation'];
	withdrawnAt: string | null;
	checkedOn: string | null;
	isOnTheWeb: number;
	proposals: number;
	hasDraft: number;
};

/** The revision the editors work on: the current one, or the newest of what was only proposed. */
const newest = sql`coalesce(r.current_revision_id,
	(SELECT max(id) FROM revisions WHERE resource_id = r.id))`;

const waiting = sql`(SELECT count(*) FROM revisions p WHERE p.resource_id = r.id
	AND p.proposed_at IS NOT NULL AND p.approved_at IS NULL AND p.rejected_at IS NULL)`;

/** The resources that are somebody's to see, by kana. */
export function list(
	db: Database,
	user: User,
	filter: ResourceFilter,
	now: Date
): { rows: DeskRow[]; total: number } {
	const from = matching(user, filter, now);
	const { total } = db.get<{ total: number }>(sql`SELECT count(*) AS total ${from}`);
	const rows = db.all<DeskRow>(sql`
		SELECT r.id, v.name, v.kana, v.organization_name AS organization,
			v.municipality_code AS municipality, g.name AS region, v.operation,
			(SELECT code FROM revision_terms t WHERE t.revision_id = v.id AND t.vocabulary = 'category'
				AND t.position = 0) AS category,
			r.withdrawn_at AS withdrawnAt,
			(SELECT verified_on FROM verifications WHERE id = ${newestCheck}) AS checkedOn,
			${hasWebConsent} AS isOnTheWeb, ${waiting} AS proposals, ${draftOf(user)} AS hasDraft
		${from}
		ORDER BY coalesce(v.kana, v.name), r.id
		LIMIT ${perPage} OFFSET ${(filter.page - 1) * perPage}`);
	return { rows, total };
}

/** All of the same list, on whatever page. */
export const ids = (db: Database, user: User, filter: ResourceFilter, now: Date): string[] =>
	db.all<{ id: string }>(sql`SELECT r.id ${matching(user, filter, now)}`).map(({ id }) => id);

const matching = (user: User, filter: ResourceFilter, now: Date) => sql`FROM resources r
	JOIN revisions v ON v.id = ${newest}
	JOIN regions g ON g.id = r.region_id
	WHERE ${sql.join([reach(user), ...conditions(user, filter, now)], sql` AND `)}`;

const draftOf = (user: User) =>
	sql`EXISTS (SELECT 1 FROM drafts d WHERE d.staff_id = ${user.id} AND d.subject = r.id)`;

function reach(user: User): SQL {
	if (user.role === 'partner') {
		return sql`r.current_revision_id IS NOT NULL
			AND r.id IN (SELECT value FROM json_each(${JSON.stringify(user.resources)}))`;
	}
	const regions = regionsOf(user);
	if (regions === 'all') return sql`true`;
	return sql`r.region_id IN (SELECT value FROM json_each(${JSON.stringify(regions)}))`;
}

function conditions(user: User, filter: ResourceFilter, now: Date): SQL[] {
	const found: SQL[] = [];
	if (filter.region) found.push(sql`g.slug = ${filter.region}`);
	if (filter.municipality) found.push(sql`v.municipality_code = ${filter.municipality}`);
	if (filter.category) {
		found.push(sql`EXISTS (SELECT 1 FROM revision_terms t WHERE t.revision_id = v.id
			AND t.vocabulary = 'category' AND t.code = ${filter.category})`);
	}
	for (const word of filter.words.normalize('NFKC').split(/\s+/).slice(0, 5).filter(Boolean)) {
		const kana = word.replace(/[ァ-ヶ]/g, (letter) =>
			String.fromCharCode(letter.charCodeAt(0) - 0x60)
		);
		found.push(sql`(${like(sql`v.name`, word)} OR ${like(sql`coalesce(v.kana, '')`, kana)}
			OR ${like(sql`coalesce(v.plain_name, '')`, word)}
			OR ${like(sql`coalesce(v.organization_name, '')`, word)})`);
	}
	found.push(inState(user, filter.state, now));
	return found;
}

const like = (column: SQL, word: string) =>
	sql`${column} LIKE ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`;

function inState(user: User, state: ResourceFilter['state'], now: Date): SQL {
	const live = sql`r.withdrawn_at IS NULL`;
	switch (state) {
		case '':
			return live;
		case 'withdrawn':
			return sql`r.withdrawn_at IS NOT NULL`;
		case 'due':
			return sql`${live} AND (SELECT next_due_on FROM verifications WHERE id = ${newestCheck})
				<= ${japanDate(now)}`;
		case 'proposed':
			return sql`${waiting} > 0`;
		case 'draft':
			return draftOf(user);
		case 'hidden':
			return sql`${live} AND NOT ${hasWebConsent}`;
		default:
			return sql`${live} AND v.operation = ${state}`;
	}
}

export type StaffResource = {
	id: string;
	regionId: number;
	region: string;
	regionName: string;
	/** The current revision; that of a resource that was only proposed is not current. */
	revision: number;
	isCurrent: boolean;
	number: number;
	content: Content;
	withdrawn: { at: string; by: string; reason: string; cause: WithdrawalCause } | null;
	mergedInto: string | null;
	proposals: number;
};

/** Everything of one resource, for those who may see it: reach is checked before. */
export function find(db: Database, id: string): StaffResource | undefined {
	const found = db.get<Record<string, string | number | null> | undefined>(sql`
		SELECT r.id, r.region_id, g.slug, g.name, v.id AS revision, v.number, r.current_revision_id,
			r.withdrawn_at, r.withdrawn_by, r.withdrawn_reason,
			r.withdrawn_cause, r.merged_into_id,
			${waiting} AS proposals
		FROM resources r JOIN regions g ON g.id = r.region_id JOIN revisions v ON v.id = ${newest}
		WHERE r.id = ${id}`);
	if (!found) return undefined;
	const revision = Number(found['revision']);
	return {
		id,
		regionId: Number(found['region_id']),
		region: String(found['slug']),
		regionName: String(found['name']),
		revision,
		isCurrent: found['current_revision_id'] !== null,
		number: Number(found['number']),
		content: contents(db, [revision]).get(revision)!,
		withdrawn:
			found['withdrawn_at'] === null
				? null
				: {
						at: String(found['withdrawn_at']),
						by: String(found['withdrawn_by']),
						reason: String(found['withdrawn_reason']),
						cause: found['withdrawn_cause'] as WithdrawalCause
					},
		mergedInto: found['merged_into_id'] as string | null,
		proposals: Number(found['proposals'])
	};
}
