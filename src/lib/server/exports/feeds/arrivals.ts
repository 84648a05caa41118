import { sql } from 'drizzle-orm';
import { atomText, type AtomFeed } from '#lib/domain/formats/feeds/atom.ts';
import { conditionsOf, feedQuery } from '#lib/domain/formats/feeds/list-feeds.ts';
import type { Row } from '#lib/domain/listing/row.ts';
import type { Database } from '#lib/server/database/client.ts';
import { currentIn, wasShown } from '#lib/server/contents/visibility.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { prepare } from '#lib/server/resources/rows.ts';
import type { Asked } from './calendars.ts';
import { listed, type List } from './lists.ts';
import { nameUuid, ofAddresses } from './name-uuid.ts';

const mostEntries = 50;
/** When a feed without entries was updated: always the same moment, so that it is always the same feed. */
const never = '2026-01-01T00:00:00.000Z';

/** The newest places of a list: a saved search, without an account. */
export function arrivals(db: Database, list: List, { origin }: Pick<Asked, 'origin'>): string {
	const { filter, where, path, isSample } = list;
	const arrived = newest(db, listed(db, list));
	const shown = currentIn(
		db,
		sql`r.id IN (SELECT value FROM json_each(${JSON.stringify(arrived.map(({ id }) => id))}))`
	);
	const rows = new Map(prepare(db, shown).map(({ row }) => [row.id, row]));
	const samples = regions.samples(db);
	const query = feedQuery(filter);
	const self = `${origin}${path}/new.atom${query}`;
	const feed: AtomFeed = {
		id: nameUuid(ofAddresses, `${path}/new.atom${query}`),
		title: `${where}の新しい場所${conditionsOf(filter, names(db))}`,
		subtitle: 'この一覧に、あたらしく載ったところです。',
		updated: arrived[0]?.at ?? never,
		self,
		page: `${origin}${path}${query}`,
		isSample,
		entries: arrived.flatMap(({ id, at }) => {
			const row = rows.get(id);
			if (!row) return [];
			return {
				...{ id, updated: at, title: row.name, summary: summaryOf(row) },
				page: `${origin}/resources/${id}`,
				isSample: samples.has(row.region ?? '')
			};
		})
	};
	return atomText(feed);
}

const summaryOf = ({ category, place, summary, when, who, fee, notice }: Row) => {
	const titled = (title: string, words: string | null) => words && `${title}：${words}`;
	return [
		`${category}・${place}`,
		notice,
		summary,
		titled('いつ', when),
		titled('だれが', who),
		titled('費用', fee)
	]
		.filter(Boolean)
		.join('\n');
};

/** Since when each resource has been on the web: its first approved revision with consent. */
const newest = (db: Database, documents: readonly number[]): { id: string; at: string }[] =>
	db.all(sql`
		SELECT v.resource_id AS id, min(v.approved_at) AS at FROM revisions v
		WHERE v.resource_id IN (SELECT resource_id FROM revisions WHERE id IN
				(SELECT value FROM json_each(${JSON.stringify(documents)})))
			AND ${wasShown('v')}
		GROUP BY v.resource_id ORDER BY at DESC, v.resource_id LIMIT ${mostEntries}`);
