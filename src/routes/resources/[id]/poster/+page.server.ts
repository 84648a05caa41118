import { error } from '@sveltejs/kit';
import { dateWords } from '#lib/domain/calendar/calendar.ts';
import { parsePosterStyle, posterOf } from '#lib/domain/reader/handout/poster.ts';
import * as handouts from '#lib/server/listings/handouts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { db, now, origin } }) => {
	const found = handouts.find(db, params.id, { now, origin });
	if (!found) error(404, 'ここには、いまは何も載っていません。');
	if ('goneOn' in found) error(410, `${dateWords(found.goneOn)}に、ここの掲載は終わりました。`);
	return {
		isSample: found.isSample,
		isSheet: true,
		id: found.id,
		region: found.region,
		poster: posterOf(found),
		style: parsePosterStyle(url.searchParams.get('style'))
	};
};
