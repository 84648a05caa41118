import { sql } from 'drizzle-orm';
import { introductionOf, type Holdings } from '#lib/domain/region/holdings.ts';
import { countBoth } from '#lib/domain/search/index/bitset.ts';
import { isOnTheWeb, isStillOnTheWeb, newestCheck } from '#lib/server/contents/visibility.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByVersion } from '#lib/server/database/data-version.ts';
import * as editions from '#lib/server/editions/index.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { catalogue, type Scope } from '#lib/server/search/catalogue.ts';

const known = cachedByVersion(() => new Map<string, Holdings>());

/** What readers find in a region now, or in an edition. */
export function holdings(db: Database, scope: Exclude<Scope, 'everything'>): Holdings {
	const all = known(db);
	const key = JSON.stringify(scope);
	let one = all.get(key);
	if (!one) {
		const { scope: documents } = catalogue(db, scope);
		const total = countBoth(documents, documents);
		all.set(key, (one = { total, kinds: kindsIn(db, scope), checked: checkedIn(db, scope) }));
	}
	return one;
}

/** Of all that anybody is shown without asking for it. */
export function introduction(db: Database): string {
	const published = regions
		.open(db)
		.flatMap(({ id }) => editions.list(db, id))
		.some(({ publishedAt }) => publishedAt !== null);
	return introductionOf(kindsIn(db, 'everything'), published);
}

export function kindsIn(db: Database, scope: Scope): Holdings['kinds'] {
	const { values, scope: documents } = catalogue(db, scope);
	const { category } = names(db).vocabularies;
	const counts = values.category.counts(documents);
	return [...category.values()]
		.filter(({ parent }) => parent === null)
		.map(({ code, label: name }) => ({ name, count: counts.get(code) ?? 0 }))
		.filter(({ count }) => count > 0)
		.sort((one, other) => other.count - one.count);
}

/** What was only taken out of public data has been checked by nobody. */
function checkedIn(db: Database, scope: Exclude<Scope, 'everything'>): number {
	const from =
		'edition' in scope
			? sql`entries e
				JOIN resources r ON r.id = e.resource_id
				JOIN revisions v ON v.id = e.revision_id
				JOIN verifications c ON c.id = e.verification_id
				WHERE e.edition_id = ${scope.edition} AND ${isStillOnTheWeb}`
			: sql`resources r
				JOIN revisions v ON v.id = r.current_revision_id
				JOIN verifications c ON c.id = ${newestCheck}
				WHERE r.region_id = ${scope.region} AND r.withdrawn_at IS NULL`;
	return db.get<{ count: number }>(
		sql`SELECT count(*) AS count FROM ${from} AND ${isOnTheWeb} AND c.method <> 'public-data'`
	).count;
}
