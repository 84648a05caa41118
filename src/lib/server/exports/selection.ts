import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import type { About } from '#lib/domain/formats/export/about.ts';
import { select } from '#lib/domain/listing/catalogue.ts';
import { filterWords, type Filter } from '#lib/domain/search/filter.ts';
import { besideToday, hasWebConsent, isStillOnTheWeb } from '#lib/server/contents/visibility.ts';
import type { Database } from '#lib/server/database/client.ts';
import { editions } from '#lib/server/database/schema/index.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { catalogue, type Scope } from '#lib/server/search/catalogue.ts';

/** What somebody wants as a file. */
export type Asked = {
	regionId: number;
	/** As it is printed there; null: as it is now. */
	editionId: number | null;
	/** With all that only staff may see: who asks is checked before. */
	staff: boolean;
	/** Only what a reader's list shows of it, in its order, or these resources; null: all. */
	within?: Filter | ReadonlySet<string> | null;
};

export type Chosen = {
	id: string;
	/** Document of the search too. */
	revision: number;
	/** Of the resource: 1, 2, … */
	number: number;
	beside: string | null;
	source: string | null;
	sourceNumber: string | null;
	createdAt: string;
	isClosed: boolean;
	/** Readers may see it today. */
	isShown: boolean;
};

export type Selection = { chosen: Chosen[]; about: About };

/** Whether a list is narrowed as readers narrow it. */
export const isFilter = (within: Asked['within']): within is Filter =>
	within != null && 'chosen' in within;

export const scopeOf = ({ regionId, editionId }: Pick<Asked, 'regionId' | 'editionId'>): Scope =>
	editionId === null ? { region: regionId } : { edition: editionId };

/** Which resources are in the file, and what is to be said of them. */
export function selectionOf(db: Database, asked: Asked): Selection {
	const { staff, within = null } = asked;
	const all = asked.editionId === null ? current(db, asked.regionId) : printed(db, asked.editionId);
	const open = staff ? all : all.filter(({ isShown }) => isShown);
	const chosen = narrowed(db, open, asked);
	const isOfReaders = isFilter(within);
	const hidden = isOfReaders && !staff ? 0 : all.filter(({ isShown }) => !isShown).length;
	return {
		chosen,
		about: {
			...aboutOf(db, asked, chosen),
			rows: chosen.length,
			leftOut: staff && !isOfReaders ? 0 : hidden,
			closed: staff ? 0 : chosen.filter(({ isClosed }) => isClosed).length,
			condition: conditionOf(db, within),
			staff
		}
	};
}

function conditionOf(db: Database, within: NonNullable<Asked['within']> | null): string | null {
	if (within === null) return null;
	if (!isFilter(within)) return '一覧で絞り込んだものだけです。';
	const words = filterWords(within, names(db));
	return words ? `条件：${words}` : null;
}

function narrowed(db: Database, open: Chosen[], asked: Asked): Chosen[] {
	const { within } = asked;
	if (!within) return open;
	if (!isFilter(within)) return open.filter(({ id }) => within.has(id));
	const { first, total } = select(catalogue(db, scopeOf(asked)), { ...within, page: 1 }, [], 1);
	const byDocument = new Map(open.map((one) => [one.revision, one]));
	return first(total).flatMap((document) => byDocument.get(document) ?? []);
}

function aboutOf(db: Database, { regionId, editionId }: Asked, chosen: readonly Chosen[]) {
	const { name, fictional } = regions.identify(db, regionId);
	const edition =
		editionId === null
			? undefined
			: db.select().from(editions).where(eq(editions.id, editionId)).get();
	return {
		title: edition ? `${name} ${edition.year}年度版` : name,
		isSample: fictional,
		imprint: edition?.imprint ?? null,
		licence: (edition ?? newestOfRegion(db, regionId))?.licence ?? null,
		on: edition?.published_at ? japanDate(new Date(edition.published_at)) : newestOf(chosen)
	};
}

/** What is not of an edition may be used as the newest that was published says. */
const newestOfRegion = (db: Database, regionId: number) =>
	db
		.select({ licence: editions.licence })
		.from(editions)
		.where(
			and(
				eq(editions.region_id, regionId),
				isNotNull(editions.published_at),
				isNull(editions.withdrawn_at)
			)
		)
		.orderBy(desc(editions.year))
		.get();

function newestOf(chosen: readonly Chosen[]): string | null {
	const newest = chosen.reduce((last, { createdAt }) => (createdAt > last ? createdAt : last), '');
	return newest ? japanDate(new Date(newest)) : null;
}

type Read = Omit<Chosen, 'isShown' | 'isClosed'> & { isShown: number; isClosed: number };

const chosenOf = ({ isShown, isClosed, ...row }: Read): Chosen => ({
	...row,
	isShown: isShown === 1,
	isClosed: isClosed === 1
});

/** Of the resource `r`: the first of its sources names it. */
const first = (column: 'source' | 'number') => sql`(SELECT s.${sql.identifier(column)}
	FROM resource_sources s WHERE s.resource_id = r.id ORDER BY s.source, s.number LIMIT 1)`;

const columns = sql`r.id, v.id AS revision, v.number, v.created_at AS createdAt,
	v.operation = 'closed' AS isClosed,
	${first('source')} AS source, ${first('number')} AS sourceNumber`;

const current = (db: Database, regionId: number): Chosen[] =>
	db
		.all<Read>(
			sql`
			SELECT ${columns}, NULL AS beside, ${hasWebConsent} AS isShown
			FROM resources r JOIN revisions v ON v.id = r.current_revision_id
			WHERE r.region_id = ${regionId} AND r.withdrawn_at IS NULL
			ORDER BY r.created_at, r.id`
		)
		.map(chosenOf);

const printed = (db: Database, editionId: number): Chosen[] =>
	db
		.all<Read>(
			sql`
			SELECT ${columns}, ${besideToday} AS beside, ${isStillOnTheWeb} AND ${hasWebConsent} AS isShown
			FROM entries e JOIN resources r ON r.id = e.resource_id JOIN revisions v ON v.id = e.revision_id
			WHERE e.edition_id = ${editionId} ORDER BY e.number`
		)
		.map(chosenOf);
