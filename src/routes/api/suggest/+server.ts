import { json } from '@sveltejs/kit';
import { maxWords } from '#lib/domain/search/filter.ts';
import * as suggestions from '#lib/server/listings/suggestions.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url, locals }) => {
	const query = (url.searchParams.get('q') ?? '').toWellFormed().slice(0, maxWords);
	return json({
		suggestions: suggestions.list(locals.db, query),
		urgent: locals.care.find(query)
	});
};
