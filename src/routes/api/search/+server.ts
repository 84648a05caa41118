import { json } from '@sveltejs/kit';
import { answerOf } from '#lib/domain/answer.ts';
import { parseFilter, perPage } from '#lib/domain/filter.ts';
import * as editions from '#lib/server/editions.ts';
import * as listings from '#lib/server/listings.ts';
import type { RequestHandler } from './$types';

const mostResults = 100;

export const GET: RequestHandler = ({ url, locals: { db, now } }) => {
	const filter = parseFilter(url.searchParams);
	const asked = Number(url.searchParams.get('limit') ?? perPage);
	const limit = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, mostResults) : perPage;
	const extent = { limit, withPoints: true };
	const [slug, ...others] = filter.chosen.region;
	const edition =
		filter.year !== null && slug && others.length === 0
			? editions.find(db, { region: slug, year: filter.year })
			: undefined;
	const listing = edition
		? listings.edition(db, edition, filter, extent)
		: listings.everything(db, { ...filter, year: null }, now, extent);
	return json(answerOf(listing, limit));
};
