import type { Filter } from '#lib/domain/search/filter.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import { nationwide } from './listings.ts';
import type { Scope } from '#lib/server/search/catalogue.ts';

/** A year means something for one region only; elsewhere it is as if nobody had said it. */
export function ofFilter(
	db: Database,
	filter: Filter
): { scope: Scope; filter: Filter; edition: editions.Edition | undefined } {
	const [slug, ...others] = filter.chosen.region;
	const edition =
		filter.year !== null && slug && others.length === 0
			? editions.find(db, { region: slug, year: filter.year })
			: undefined;
	return edition
		? { scope: { edition: edition.id }, filter, edition }
		: { scope: nationwide(db, filter), filter: { ...filter, year: null }, edition };
}
