import { sql } from 'drizzle-orm';
import type { Catalogue } from '#lib/domain/listing/catalogue.ts';
import { bitset, has, set } from '#lib/domain/search/index/bitset.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { weekdays } from '#lib/domain/calendar/weekday.ts';
import {
	columnOf,
	columnValues,
	memberValues,
	type FacetValues
} from '#lib/domain/listing/facet-values.ts';
import type { Facet } from '#lib/domain/search/filter.ts';
import type { Point } from '#lib/domain/map/bounds.ts';
import { placeOf } from '#lib/domain/resource/precision.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import type { SearchIndex } from '#lib/domain/search/index.ts';
import { overlaid } from '#lib/domain/search/index/overlaid.ts';
import { branch } from '#lib/domain/labels/vocabulary.ts';
import type { Database } from '#lib/server/database/client.ts';
import { dataVersion } from '#lib/server/database/data-version.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { names } from '#lib/server/regions/names.ts';
import { isSampleApart } from '#lib/server/regions/regions.ts';
import { besideToday, isStillOnTheWeb, type Shown } from '#lib/server/contents/visibility.ts';
import { narrowedAmong } from '#lib/server/contents/telling.ts';
import { lexicon } from './lexicon.ts';
import { pointsOf } from './points.ts';
import { index } from './read.ts';
import * as readings from './readings.ts';
import { documentOf } from './write.ts';

/** What is looked through: everything now, a region now, or what an edition printed. */
export type Scope = { region: number } | { edition: number } | 'everything';

type Values = Record<Exclude<Facet, 'region'>, FacetValues>;
type Told = Pick<Shown, 'revision' | 'beside'>;
type Kept = {
	dataVersion: string;
	catalogues: Map<string, Catalogue>;
	regions: FacetValues | null;
};

const shelves = cachedByDatabase(() => ({ current: null as Kept | null }));
const valuesByIndex = new WeakMap<SearchIndex, { values: Values; words: unknown }>();
const noRank = 0xffffffff;
/** A day in the thirtieth century, counted from 1970. */
const afterAll = 400_000;
const dayLength = 86_400_000;

export function catalogue(db: Database, scope: Scope): Catalogue {
	const shelf = shelves(db);
	const now = dataVersion(db);
	if (shelf.current?.dataVersion !== now) {
		shelf.current = { dataVersion: now, catalogues: new Map(), regions: null };
	}
	const { catalogues } = shelf.current;
	const key = JSON.stringify(scope);
	let known = catalogues.get(key);
	if (!known) catalogues.set(key, (known = made(db, scope, shelf.current)));
	return known;
}

function made(db: Database, scope: Scope, kept: Kept): Catalogue {
	const shown = revisionsIn(db, scope);
	const narrowed = narrowedAmong(db, shown);
	const search = narrowed.size === 0 ? index(db) : withNarrowed(db, narrowed);
	const { ranks } = search;
	const bits = bitset(ranks.length);
	for (const { revision } of shown) {
		if (revision < ranks.length && ranks[revision] !== noRank) set(bits, revision);
	}
	const values = valuesOf(db, search);
	const last = names(db).municipalities.size + 1;
	let towns: Uint16Array | undefined;
	let days: Uint32Array | undefined;
	let points: ReadonlyMap<number, Point> | undefined;
	let entries: ReadonlyMap<number, number> | undefined;
	return {
		index: search,
		lexicon: lexicon(db),
		scope: bits,
		values: {
			...values,
			get region() {
				if (isEdition(scope)) return regionValues(db, scope, ranks.length);
				return (kept.regions ??= regionValues(db, 'everything', ranks.length));
			}
		},
		places: {
			municipality(document) {
				towns ??= townsOf(db, search);
				return towns[document]! || last;
			},
			checked(document) {
				days ??= daysOf(db, scope, ranks.length);
				return afterAll - days[document]!;
			}
		},
		...(isEdition(scope) && {
			entryOf(number: number) {
				entries ??= entriesOf(db, scope);
				const document = entries.get(number);
				return document !== undefined && has(bits, document) ? document : null;
			}
		}),
		point(document) {
			const left = narrowed.get(document);
			if (left) return pointOf(left);
			points ??= pointsOf(db);
			return points.get(document) ?? null;
		}
	};
}

/** Revisions by the numbers that are printed beside their names. */
const entriesOf = (db: Database, { edition }: { edition: number }) =>
	new Map(
		db
			.all<{ number: number; revision: number }>(
				sql`
			SELECT number, revision_id AS revision FROM entries WHERE edition_id = ${edition}`
			)
			.map(({ number, revision }) => [number, revision])
	);

/** Entries that readers may not see any more are in no list, count or map. */
function revisionsIn(db: Database, scope: Scope): Told[] {
	if (isEdition(scope)) {
		return db.all<Told>(sql`
			SELECT e.revision_id AS revision, ${besideToday} AS beside FROM entries e
			JOIN resources r ON r.id = e.resource_id
			WHERE e.edition_id = ${scope.edition} AND ${isStillOnTheWeb}`);
	}
	const within =
		scope !== 'everything'
			? sql`region_id = ${scope.region}`
			: isSampleApart(db)
				? sql`region_id NOT IN (SELECT id FROM regions WHERE fictional)`
				: sql`TRUE`;
	return db.all<Told>(sql`
		SELECT current_revision_id AS revision, NULL AS beside FROM resources
		WHERE ${within} AND withdrawn_at IS NULL AND current_revision_id IS NOT NULL`);
}

/** What an edition printed is found by what of it may still be told. */
function withNarrowed(db: Database, narrowed: ReadonlyMap<number, Content>): SearchIndex {
	const made = readings.of(db, [...narrowed.keys()]);
	const documents = [...narrowed].map(([revision, content]) => {
		const { search } = documentOf(db, publicContent(content), made.get(revision) ?? null);
		return [revision, search] as const;
	});
	return overlaid(index(db), new Map(documents));
}

function pointOf(content: Content): Point | null {
	const { latitude, longitude } = placeOf(content.location, content.precision);
	return latitude === null || longitude === null ? null : { latitude, longitude };
}

function valuesOf(db: Database, search: SearchIndex): Values {
	const { vocabularies } = names(db);
	const words = lexicon(db);
	const known = valuesByIndex.get(search);
	if (known?.words === words) return known.values;
	const { postings } = search;
	const terms = (facet: 'category' | 'need' | 'audience' | 'ease' | 'fee') =>
		memberValues(postings, facet, vocabularies[facet].keys(), (code) =>
			branch(vocabularies[facet], code)
		);
	const values: Values = {
		category: terms('category'),
		need: terms('need'),
		audience: terms('audience'),
		ease: terms('ease'),
		fee: terms('fee'),
		day: memberValues(postings, 'day', weekdays),
		online: memberValues(postings, 'online', ['yes']),
		municipality: columnValues([...names(db).municipalities.keys()], townsOf(db, search))
	};
	valuesByIndex.set(search, { values, words });
	return values;
}

const townColumns = new WeakMap<SearchIndex, Uint16Array>();

function townsOf(db: Database, search: SearchIndex): Uint16Array {
	let column = townColumns.get(search);
	if (!column) {
		const codes = [...names(db).municipalities.keys()];
		column = columnOf(search.postings, 'municipality', codes);
		townColumns.set(search, column);
	}
	return column;
}

const isEdition = (scope: Scope): scope is { edition: number } =>
	scope !== 'everything' && 'edition' in scope;

/** The region of what is current, or of what an edition printed. */
function regionValues(db: Database, scope: Scope, size: number): FacetValues {
	const rows = db.$client
		.prepare<unknown[], { slug: string; revision: number }>(
			isEdition(scope)
				? `SELECT g.slug, e.revision_id AS revision FROM entries e
					JOIN editions d ON d.id = e.edition_id
					JOIN regions g ON g.id = d.region_id WHERE e.edition_id = ?`
				: `SELECT g.slug, r.current_revision_id AS revision FROM resources r
					JOIN regions g ON g.id = r.region_id WHERE r.current_revision_id IS NOT NULL`
		)
		.all(...(isEdition(scope) ? [scope.edition] : []));
	const codes = [...names(db).regions.keys()];
	const numbers = new Map(codes.map((code, at) => [code, at + 1]));
	const column = new Uint16Array(size);
	for (const { slug, revision } of rows) {
		if (revision < size) column[revision] = numbers.get(slug)!;
	}
	return columnValues(codes, column);
}

/** The day of the newest check, counted from 1970; 0 without one. */
function daysOf(db: Database, scope: Scope, size: number): Uint32Array {
	const rows = db.$client
		.prepare<unknown[], { revision: number; day: string | null }>(
			isEdition(scope)
				? `SELECT e.revision_id AS revision, c.verified_on AS day FROM entries e
					JOIN verifications c ON c.id = e.verification_id WHERE e.edition_id = ?`
				: `SELECT r.current_revision_id AS revision, max(c.verified_on) AS day
					FROM verifications c JOIN resources r ON r.id = c.resource_id
					WHERE c.result <> 'unreachable' AND c.revoked_at IS NULL AND r.current_revision_id IS NOT NULL GROUP BY r.id`
		)
		.all(...(isEdition(scope) ? [scope.edition] : []));
	const days = new Uint32Array(size);
	for (const { revision, day } of rows) {
		if (revision < size) days[revision] = day === null ? 0 : Date.parse(day) / dayLength;
	}
	return days;
}
