import { perPage } from '#lib/domain/search/conditions.ts';
import { json } from '@sveltejs/kit';
import { searchResponse } from '#lib/domain/listing/search-response.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import * as listings from '#lib/server/listings/listings.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as scopes from '#lib/server/listings/scopes.ts';
import type { RequestHandler } from './$types';

const mostResults = 100;

export const GET: RequestHandler = ({ url, locals: { db, now } }) => {
	const filter = parseFilter(url.searchParams);
	const asked = Number(url.searchParams.get('limit') ?? perPage);
	const limit = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, mostResults) : perPage;
	const extent = { limit, withPoints: true };
	const { filter: meant, edition } = scopes.ofFilter(db, filter);
	const listing = edition
		? listings.edition(db, edition, meant, extent)
		: listings.everything(db, meant, now, extent);
	return json(searchResponse(listing, limit, regions.samples(db)));
};
