import { sql, type SQL } from 'drizzle-orm';
import { calendarText, type CalendarPlace } from '#lib/domain/formats/feeds/calendar.ts';
import { conditionsOf, feedQuery, mostPlaces } from '#lib/domain/formats/feeds/list-feeds.ts';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import type { PublicResource } from '#lib/domain/reader/profile/public-resource.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import type { Database } from '#lib/server/database/client.ts';
import { currentIn } from '#lib/server/contents/visibility.ts';
import { tellable } from '#lib/server/contents/telling.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { prepare } from '#lib/server/resources/rows.ts';
import { listed, type List } from './lists.ts';

/** `origin`: as readers see it. */
export type Asked = { now: Date; origin: string };

/** Of one resource, as it is now. */
export function ofResource(
	db: Database,
	{ id, content, row, region }: PublicResource,
	{ now, origin }: Asked
): string {
	return calendarText(
		placesOf(db, sql`r.id = ${id}`),
		{
			name: content.name,
			sentences: sentencesOf(content, row.notice),
			address: `${origin}/resources/${id}/calendar.ics`,
			pageOf: (one) => `${origin}/resources/${one}`,
			isSample: region.fictional
		},
		{ today: japanDate(now), names: names(db) }
	);
}

const sentencesOf = (
	{ operation, schedules }: PublicResource['content'],
	notice: string | null
) => [
	...(notice ? [`${notice}。`] : []),
	...(operation === 'open' && schedules.length === 0 ? ['日時は未確認です。'] : [])
];

/** Of the first places of a list, as they are now. */
export function ofList(db: Database, list: List, { now, origin }: Asked): string {
	const { filter, where, path, isSample } = list;
	const documents = listed(db, list);
	const isCut = documents.length > mostPlaces;
	const first = JSON.stringify(documents.slice(0, mostPlaces));
	const ids = sql`SELECT resource_id FROM revisions WHERE id IN (SELECT value FROM json_each(${first}))`;
	const places = placesOf(db, sql`r.id IN (${ids})`);
	const cut = `はじめの${mostPlaces}か所`;
	return calendarText(
		places,
		{
			name: `${where}の予定${conditionsOf(filter, names(db))}${isCut ? `・${cut}` : ''}`,
			sentences: isCut
				? [`${documents.length}か所のうち、${cut}を入れています。条件をしぼると、すべて入ります。`]
				: [],
			address: `${origin}${path}/calendar.ics${feedQuery(filter)}`,
			pageOf: (id) => `${origin}/resources/${id}`,
			isSample
		},
		{ today: japanDate(now), names: names(db) }
	);
}

/** What the live lists show of the resources `r` and revisions `v` that meet a condition. */
function placesOf(db: Database, condition: SQL): CalendarPlace[] {
	const shown = currentIn(db, condition);
	const revisions = shown.map(({ revision }) => revision);
	const read = tellable(db, shown);
	const prepared = prepare(db, shown);
	const samples = regions.samples(db);
	const approved = approvals(db, revisions);
	return shown.map((one, at) => ({
		row: prepared[at]!.row,
		// Whether rules still hold for their words takes milliseconds each, and is known from the lists.
		content: {
			...publicContent({ ...read.get(one.revision)!, schedules: [] }),
			...prepared[at]!.dates
		},
		...approved.get(one.revision)!,
		isSample: samples.has(one.region)
	}));
}

type Approval = Pick<CalendarPlace, 'approvedAt' | 'revision'>;

const approvals = (db: Database, ids: readonly number[]): Map<number, Approval> =>
	new Map(
		db
			.all<Approval & { id: number }>(
				sql`SELECT id, number AS revision, coalesce(approved_at, created_at) AS approvedAt
				FROM revisions WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
			)
			.map(({ id, revision, approvedAt }) => [id, { revision, approvedAt }])
	);
