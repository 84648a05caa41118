import { error } from '@sveltejs/kit';
import { dateWords } from '#lib/domain/calendar/calendar.ts';
import { correspondenceOf } from '#lib/domain/reader/handout/correspondence.ts';
import { isSpeaker } from '#lib/domain/reader/handout/opening.ts';
import * as handouts from '#lib/server/listings/handouts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { db, now, origin } }) => {
	const found = handouts.find(db, params.id, { now, origin });
	if (!found) error(404, 'ここには、いまは何も載っていません。');
	if ('goneOn' in found) error(410, `${dateWords(found.goneOn)}に、ここの掲載は終わりました。`);
	const asked = url.searchParams.get('from');
	const speaker = isSpeaker(asked) ? asked : found.speaker;
	const { id, title, region, isSample, notices } = found;
	return {
		isSample,
		isSheet: true,
		id,
		title,
		region,
		speaker,
		notices,
		correspondence: correspondenceOf(found, speaker)
	};
};
