import { asc } from 'drizzle-orm';
import type { FilterNames } from '#lib/domain/search/filter.ts';
import { vocabularyNames, type Vocabularies } from '#lib/domain/labels/vocabulary.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByVersion } from '#lib/server/database/data-version.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import { municipalities, regions, terms } from '#lib/server/database/schema/index.ts';

/**
 * All words that codes are called by, as one: names are made anew only when one of them has changed.
 * Places are only ever added; terms and synonyms are few.
 */
const words = cachedByVersion((db) =>
	String(
		db.$client
			.prepare(
				`SELECT (SELECT count(*) FROM municipalities)
				|| (SELECT coalesce(group_concat(slug || name || kana), '') FROM regions)
				|| (SELECT coalesce(group_concat(position || vocabulary || code || label || plain || kana || coalesce(parent, '') || coalesce(symbol, '') || coalesce(opposite, '') || synonyms), '') FROM terms)
				|| (SELECT coalesce(group_concat("from" || "to" || weight), '') FROM synonyms)
				|| (SELECT coalesce(max(hash), '') FROM sayings)`
			)
			.pluck()
			.get()
	)
);

/** `make(db)`, kept until a term, a synonym, a place or a region is called something else. */
export function cachedByWords<T>(make: (db: Database) => T): (db: Database) => T {
	const kept = cachedByDatabase(() => ({ words: null as string | null, value: null as T }));
	return (db) => {
		const known = kept(db);
		const now = words(db);
		if (known.words !== now) Object.assign(known, { words: now, value: make(db) });
		return known.value;
	};
}

/** What every code is called. */
export const names = cachedByWords((db): FilterNames => ({
	vocabularies: vocabularies(db),
	municipalities: new Map(
		db
			.select()
			.from(municipalities)
			.orderBy(asc(municipalities.code))
			.all()
			.map(({ code, name }) => [code, name])
	),
	regions: new Map(
		db
			.select()
			.from(regions)
			.orderBy(asc(regions.id))
			.all()
			.map(({ slug, name }) => [slug, name])
	)
}));

function vocabularies(db: Database): Vocabularies {
	const all = Map.groupBy(
		db.select().from(terms).orderBy(asc(terms.position)).all(),
		(term) => term.vocabulary
	);
	return Object.fromEntries(
		vocabularyNames.map((name) => [
			name,
			new Map(
				(all.get(name) ?? []).map(({ vocabulary: _, position: __, ...term }) => [term.code, term])
			)
		])
	) as Vocabularies;
}
