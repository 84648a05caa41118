import { perPage } from '#lib/domain/search/conditions.ts';
import { sql } from 'drizzle-orm';
import { japanMoment, type Moment } from '#lib/domain/calendar/calendar.ts';
import {
	facets,
	isFiltered,
	withinRegion,
	type Facet,
	type Filter
} from '#lib/domain/search/filter.ts';
import {
	listingOf,
	relaxedSearch,
	termsOf,
	type Listing,
	type RelaxedSearch,
	type TermsOf
} from '#lib/domain/listing/listing.ts';
import { boundsAround } from '#lib/domain/map/bounds.ts';
import { select, type Selection } from '#lib/domain/listing/catalogue.ts';
import { mapView, onPage, type MapView } from '#lib/domain/listing/map-view.ts';
import type { Region } from '#lib/domain/region/region.ts';
import type { Row } from '#lib/domain/listing/row.ts';
import { explain } from '#lib/domain/search/explanation.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByVersion } from '#lib/server/database/data-version.ts';
import { names } from '#lib/server/regions/names.ts';
import { dated, prepare, type Prepared } from '#lib/server/resources/rows.ts';
import { catalogue, type Scope } from '#lib/server/search/catalogue.ts';
import { towns } from '#lib/server/regions/towns.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { currentIn, printedIn, type Shown } from '#lib/server/contents/visibility.ts';

/** As what a revision is shown in a scope, until the database changes. The rows themselves are kept by `prepare`. */
const shownIn = cachedByVersion(() => new Map<string, Shown>());
const mostShown = 20_000;

/** 1,900 municipalities are no choice; they come once a region is chosen. */
const everywhere: Facet[] = facets.filter((facet) => facet !== 'municipality');

/** How many to a page, and whether rows say where exact places are. */
export type Extent = { limit?: number; withPoints?: boolean };

/** The current revisions of a region. */
export function region(db: Database, region: Region, filter: Filter, now: Date): Listing {
	return listing(db, { region: region.id }, filter, withinRegion, japanMoment(now));
}

/** What an edition prints: nothing in it depends on the day. */
export function edition(
	db: Database,
	{ id }: { id: number },
	filter: Filter,
	extent?: Extent
): Listing {
	return listing(db, { edition: id }, filter, withinRegion, null, extent);
}

/** All regions; the invented one, where it is kept apart, for those who ask for it alone. */
export function nationwide(db: Database, filter: Filter): Scope {
	const [slug, ...others] = filter.chosen.region;
	const asked = slug && others.length === 0 ? regions.find(db, slug) : undefined;
	return asked?.fictional && regions.isSampleApart(db) ? { region: asked.id } : 'everything';
}

/** The current revisions of all regions. */
export function everything(db: Database, filter: Filter, now: Date, extent?: Extent): Listing {
	const shown = filter.chosen.region.length > 0 ? [...facets] : everywhere;
	return listing(db, nationwide(db, filter), filter, shown, japanMoment(now), extent);
}

/** Where else the same question finds something, when a region has nothing. */
export function neighbours(db: Database, filter: Filter): RelaxedSearch[] {
	if (!isFiltered(filter)) return [];
	const all = catalogue(db, 'everything');
	const anywhere = {
		...filter,
		page: 1,
		year: null,
		chosen: { ...filter.chosen, municipality: [], region: [] }
	};
	const online = { ...anywhere, chosen: { ...anywhere.chosen, online: ['yes'] } };
	return [
		relaxedSearch(all, 'ほかの地域もふくめて探す', anywhere),
		relaxedSearch(all, 'オンラインで参加できるところ', online)
	]
		.filter((step) => step.total > 0)
		.map((step) => ({ ...step, address: `/search${step.address}` }));
}

function listing(
	db: Database,
	scope: Scope,
	filter: Filter,
	shown: readonly Facet[],
	now: Moment | null,
	{ limit = perPage, withPoints = false }: Extent = {}
): Listing {
	const all = catalogue(db, scope);
	const selection = select(all, filter, shown, limit);
	const rows = rowsOf(db, scope, selection.page, termsOf(selection), { now, withPoints });
	const map = filter.view === 'map' ? mapOf(db, scope, selection, now) : null;
	return listingOf(all, { filter, names: names(db), shown, selection, rows, map }, limit);
}

function mapOf(
	db: Database,
	scope: Scope,
	{ first, total }: Selection,
	now: Moment | null
): MapView {
	const { values, scope: everyone, point } = catalogue(db, scope);
	const home = scope === 'everything' ? [] : values.municipality.counts(everyone).keys();
	const documents = first(onPage(total));
	const map = mapView(readyOf(db, scope, documents, now), total, towns(db), home);
	if (map.more === 0) return map;
	const points = first(total).flatMap((document) => point(document) ?? []);
	return { ...map, around: boundsAround(points) };
}

/** What a map and GeoJSON need of documents of a scope, with nothing that depends on the day. */
export const placed = (db: Database, scope: Scope, documents: readonly number[]): Prepared[] =>
	readyOf(db, scope, documents, null);

function rowsOf(
	db: Database,
	scope: Scope,
	documents: readonly number[],
	explainedBy: TermsOf | null,
	{ now, withPoints }: { now: Moment | null; withPoints: boolean }
): Row[] {
	const all = readyOf(db, scope, documents, now);
	if (!explainedBy && !withPoints) return all.map(({ row }) => row);
	return all.map(({ row, explained, point }, at) => ({
		...row,
		...(explainedBy && { found: explain(explainedBy(documents[at]!), explained) }),
		...(withPoints ? { point } : {})
	}));
}

function readyOf(
	db: Database,
	scope: Scope,
	documents: readonly number[],
	now: Moment | null
): Prepared[] {
	const all = prepare(db, shownAs(db, scope, documents));
	return now === null ? all : dated(db, all, now);
}

function shownAs(db: Database, scope: Scope, documents: readonly number[]): Shown[] {
	const known = shownIn(db);
	if (known.size > mostShown) known.clear();
	const within = JSON.stringify(scope);
	const keyOf = (document: number) => `${within} ${document}`;
	const missing = documents.filter((document) => !known.has(keyOf(document)));
	if (missing.length > 0) {
		for (const one of shownOf(db, scope, missing)) known.set(keyOf(one.revision), one);
	}
	return documents.map((document) => known.get(keyOf(document))!);
}

function shownOf(db: Database, scope: Scope, documents: readonly number[]): Shown[] {
	const numbers = sql`(SELECT value FROM json_each(${JSON.stringify(documents)}))`;
	if (scope !== 'everything' && 'edition' in scope) {
		return printedIn(db, scope.edition, sql`v.id IN ${numbers}`);
	}
	return currentIn(db, sql`r.id IN (SELECT resource_id FROM revisions WHERE id IN ${numbers})`);
}
