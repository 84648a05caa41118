import { sql } from 'drizzle-orm';
import type { ActivityFilter } from '#lib/domain/staff/activity.ts';
import { wordsOf, subjects, type Subject } from '#lib/domain/labels/acts.ts';
import { instantWords } from '#lib/domain/calendar/calendar.ts';
import { regionsOf, type User } from '#lib/domain/staff/staff.ts';
import { csv } from '#lib/domain/formats/csv.ts';
import type { Database } from '#lib/server/database/client.ts';
import { editionTitle } from './edition-title.ts';

/** A record of the log as people read it. */
export type Activity = {
	id: number;
	/** ISO instant. */
	at: string;
	/** Id of an account, or what else acted. */
	actor: string;
	who: string;
	action: string;
	subject: string;
	subjectId: string;
	/** What the subject is called now; null where it has no name or is no more. */
	name: string | null;
	reason: string | null;
};

export const perPage = 100;

/**
 * The newest first. An editor sees what concerns the resources and editions of their regions, an
 * admin all of it.
 */
export function list(
	db: Database,
	user: User,
	{ kind, person, before }: ActivityFilter,
	limit = perPage
): Activity[] {
	const own = regionsOf(user);
	const regions = own === 'all' ? null : JSON.stringify(own);
	const within =
		user.role === 'admin'
			? sql`1`
			: sql`a.subject <> 'staff' AND (${regions} IS NULL OR coalesce(r.region_id, d.region_id)
				IN (SELECT value FROM json_each(${regions})))`;
	return db.all<Activity>(sql`
		SELECT a.id, a.at, a.actor, coalesce(s.name, a.actor) AS who, a.action, a.subject,
			a.subject_id AS subjectId, a.reason,
			CASE a.subject WHEN 'resource' THEN v.name
				WHEN 'edition' THEN coalesce(${editionTitle}, a.details ->> 'name')
			WHEN 'region' THEN a.details ->> 'name'
				WHEN 'staff' THEN t.name END AS name
		FROM audit a
		LEFT JOIN staff s ON s.id = a.actor
		LEFT JOIN resources r ON a.subject = 'resource' AND r.id = a.subject_id
		LEFT JOIN revisions v ON v.id = r.current_revision_id
		LEFT JOIN editions d ON a.subject = 'edition' AND d.id = CAST(a.subject_id AS INTEGER)
		LEFT JOIN regions g ON g.id = d.region_id
		LEFT JOIN staff t ON a.subject = 'staff' AND t.id = a.subject_id
		WHERE ${within} AND (${kind} IS NULL OR a.subject = ${kind})
			AND (${person} IS NULL OR a.actor = ${person}) AND (${before} IS NULL OR a.id < ${before})
		ORDER BY a.id DESC LIMIT ${limit}`);
}

/** One line for a record; time in Japan. */
export const activityCsv = (records: readonly Activity[]): string =>
	csv([
		['記録', 'いつ', 'だれが', '何を', '名前', '何をした', '理由'],
		...records.map(({ id, at, who, action, subject, name, reason }) => [
			...[id, instantWords(at), who],
			...[subject in subjects ? subjects[subject as Subject] : subject, name],
			...[wordsOf(action), reason]
		])
	]);
