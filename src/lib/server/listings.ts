import { sql } from 'drizzle-orm';
import { japanDate } from '#lib/domain/calendar.ts';
import { catalogueOf, type Catalogue, type CatalogueDocument } from '#lib/domain/catalogue.ts';
import { facets, isFiltered, type Facet, type Filter } from '#lib/domain/filter.ts';
import { listingOf, stepOf, type Listing, type Step } from '#lib/domain/listing.ts';
import type { Region } from '#lib/domain/region.ts';
import { nextWords, type Row } from '#lib/domain/row.ts';
import type { Database } from './database.ts';
import { generation } from './generation.ts';
import { names } from './names.ts';
import { prepare, type Prepared } from './prepared.ts';
import { currentIn, printedIn, type Shown } from './shown.ts';

/** Catalogues by scope, until the database changes; next dates in words by revision, for one day. */
type Shelf = {
	generation: string;
	catalogues: Map<string, { catalogue: Catalogue; prepared: Map<CatalogueDocument, Prepared> }>;
	next: { today: string; words: Map<number, string[]> };
};

const shelves = new WeakMap<Database, Shelf>();
const datesInRow = 2;

const withinRegion: Facet[] = facets.filter((facet) => facet !== 'region');
/** 1,900 municipalities are no choice; they come once a region is chosen. */
const everywhere: Facet[] = facets.filter((facet) => facet !== 'municipality');

/** The current revisions of a region. */
export function region(db: Database, region: Region, filter: Filter, now: Date): Listing {
	return listing(db, regionScope(db, region), filter, withinRegion, japanDate(now));
}

/** What an edition prints: nothing in it depends on the day. */
export function edition(db: Database, edition: { id: number }, filter: Filter): Listing {
	const scope = { key: `edition ${edition.id}`, shown: () => printedIn(db, edition.id) };
	return listing(db, scope, filter, withinRegion, null);
}

/** The current revisions of all regions. */
export function everything(db: Database, filter: Filter, now: Date): Listing {
	const shown = filter.chosen.region.length > 0 ? [...facets] : everywhere;
	return listing(db, everythingScope(db), filter, shown, japanDate(now));
}

/** Where else the same question finds something, when a region has nothing. */
export function neighbours(db: Database, filter: Filter): Step[] {
	if (!isFiltered(filter)) return [];
	const { catalogue } = shelved(db, everythingScope(db));
	const anywhere = {
		...filter,
		page: 1,
		year: null,
		chosen: { ...filter.chosen, municipality: [], region: [] }
	};
	const online = { ...anywhere, chosen: { ...anywhere.chosen, online: ['yes'] } };
	return [
		stepOf(catalogue, 'ほかの地域もふくめてさがす', anywhere),
		stepOf(catalogue, 'オンラインで参加できるところ', online)
	]
		.filter((step) => step.total > 0)
		.map((step) => ({ ...step, address: `/search${step.address}` }));
}

type Scope = { key: string; shown: () => Shown[] };

const regionScope = (db: Database, { id }: Region): Scope => ({
	key: `region ${id}`,
	shown: () => currentIn(db, sql`r.region_id = ${id}`)
});

const everythingScope = (db: Database): Scope => ({
	key: 'everything',
	shown: () => currentIn(db, sql`true`)
});

function listing(
	db: Database,
	scope: Scope,
	filter: Filter,
	shownFacets: readonly Facet[],
	today: string | null
): Listing {
	const { catalogue, prepared } = shelved(db, scope);
	const { next } = shelfOf(db);
	if (today !== null && next.today !== today) Object.assign(next, { today, words: new Map() });
	return listingOf(catalogue, filter, names(db), shownFacets, (documents) =>
		documents.map((document) => rowFor(prepared.get(document)!, today, next.words))
	);
}

function rowFor(prepared: Prepared, today: string | null, words: Map<number, string[]>): Row {
	if (today === null) return prepared.row;
	const { revision } = prepared.document;
	let next = words.get(revision);
	if (!next) words.set(revision, (next = nextWords(prepared.dates, today, datesInRow)));
	return { ...prepared.row, next };
}

function shelved(db: Database, scope: Scope) {
	const { catalogues } = shelfOf(db);
	let kept = catalogues.get(scope.key);
	if (!kept) {
		const all = prepare(db, scope.shown());
		kept = {
			catalogue: catalogueOf(all.map(({ document }) => document)),
			prepared: new Map(all.map((one) => [one.document, one]))
		};
		catalogues.set(scope.key, kept);
	}
	return kept;
}

function shelfOf(db: Database): Shelf {
	const now = generation(db);
	let shelf = shelves.get(db);
	if (shelf?.generation !== now) {
		shelf = {
			generation: now,
			catalogues: new Map(),
			next: shelf?.next ?? { today: '', words: new Map() }
		};
		shelves.set(db, shelf);
	}
	return shelf;
}
