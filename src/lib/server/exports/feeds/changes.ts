import { sql } from 'drizzle-orm';
import { atomText, type AtomFeed } from '#lib/domain/formats/feeds/atom.ts';
import { changeSummary, changeTitle, type Change } from '#lib/domain/formats/feeds/changes.ts';
import type { Region } from '#lib/domain/region/region.ts';
import type { Database } from '#lib/server/database/client.ts';
import { currentPagesIn, wasShown, webConsentOf } from '#lib/server/contents/visibility.ts';
import { fieldChanges } from '#lib/server/editions/comparison/pins.ts';
import { prepare } from '#lib/server/resources/rows.ts';
import type { Asked } from './calendars.ts';
import { nameUuid, ofAddresses } from './name-uuid.ts';

const mostEntries = 100;
/** Some of them change nothing that a reader sees. */
const mostRead = 200;

type Operation = 'open' | 'paused' | 'closed';
type Step = {
	resource: string;
	revision: number;
	current: number;
	number: number;
	at: string;
	operation: Operation;
	/** The revision that readers saw before; null: they saw none. */
	previous: number | null;
	was: Operation | null;
};

/** What became of the places of a region: only of those that are public today, and beside what is told today. */
export function changes(
	db: Database,
	{ id, slug, name, fictional }: Region,
	{ origin }: Pick<Asked, 'origin'>
): string {
	const told = [...revised(db, id), ...withdrawn(db, id)]
		.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
		.slice(0, mostEntries);
	const path = `/regions/${slug}/changes.atom`;
	const feed: AtomFeed = {
		id: nameUuid(ofAddresses, path),
		title: `${name}で変わったこと`,
		subtitle: 'あたらしく載ったところ、内容が変わったところ、お休みや終わりのお知らせです。',
		updated: told[0]?.at ?? createdAt(db, id),
		self: origin + path,
		page: `${origin}/regions/${slug}`,
		isSample: fictional,
		entries: told.map((change) => ({
			id: nameUuid(
				change.resource,
				'revision' in change ? `revision ${change.revision}` : change.at
			),
			title: changeTitle(change),
			summary: changeSummary(change),
			updated: change.at,
			page: `${origin}/resources/${change.resource}`,
			isSample: fictional
		}))
	};
	return atomText(feed);
}

function revised(db: Database, regionId: number): Change[] {
	const steps = stepsIn(db, regionId);
	const ids = JSON.stringify([...new Set(steps.map(({ resource }) => resource))]);
	const shown = currentPagesIn(db, sql`r.id IN (SELECT value FROM json_each(${ids}))`);
	const names = new Map(prepare(db, shown).map(({ row }) => [row.id, row.name]));
	const pairs = steps.flatMap(({ revision, current, previous }) => {
		const beside = JSON.stringify([current]);
		return previous === null
			? []
			: [{ before: { revision: previous, beside }, after: { revision, beside } }];
	});
	const changed = fieldChanges(db, pairs);
	return steps.flatMap((step): Change[] => {
		const { resource, number, at } = step;
		const name = names.get(resource);
		const fields = (changed.get(step.revision) ?? []).map(({ title }) => title);
		const kind = kindOf(step);
		if (!name || (kind === 'changed' && fields.length === 0)) return [];
		return [{ resource, at, kind, revision: number, name, fields: [...new Set(fields)] }];
	});
}

function kindOf({ previous, was, operation }: Step) {
	if (previous === null) return 'new';
	return was === operation ? 'changed' : operation;
}

/** The newest revisions that readers saw, of places that they see today. */
const stepsIn = (db: Database, regionId: number): Step[] =>
	db.all<Step>(sql`
		WITH newest AS (
			SELECT v.id, v.resource_id, v.number, v.approved_at, v.operation, r.current_revision_id
			FROM resources r
			JOIN revisions v ON v.resource_id = r.id
			WHERE r.region_id = ${regionId} AND r.withdrawn_at IS NULL AND v.id <= r.current_revision_id
				AND ${wasShown('v')} AND ${webConsentOf(sql`r.current_revision_id`)}
			ORDER BY v.approved_at DESC, v.id DESC LIMIT ${mostRead}
		)
		SELECT n.resource_id AS resource, n.id AS revision, n.current_revision_id AS current, n.number,
			n.approved_at AS at, n.operation, p.id AS previous, p.operation AS was
		FROM newest n
		LEFT JOIN revisions p ON p.id = (
			SELECT max(o.id) FROM revisions o WHERE o.resource_id = n.resource_id AND o.id < n.id
				AND ${wasShown('o')})
		ORDER BY n.approved_at DESC, n.id DESC`);

/** Of these their page says the same, and as little. */
const withdrawn = (db: Database, regionId: number): Change[] =>
	db.all<Change>(sql`
		SELECT r.id AS resource, r.withdrawn_at AS at,
			CASE WHEN r.merged_into_id IS NULL THEN 'withdrawn' ELSE 'merged' END AS kind
		FROM resources r
		WHERE r.region_id = ${regionId} AND r.withdrawn_at IS NOT NULL
			AND ${webConsentOf(sql`r.current_revision_id`)}
		ORDER BY r.withdrawn_at DESC LIMIT ${mostEntries}`);

const createdAt = (db: Database, regionId: number): string =>
	db.get<{ at: string }>(sql`SELECT created_at AS at FROM regions WHERE id = ${regionId}`).at;
