import { error, redirect } from '@sveltejs/kit';
import { isResourceId } from '#lib/domain/reader/profile/public-resource.ts';
import * as calendars from '#lib/server/exports/feeds/calendars.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import { feedFile } from '#lib/server/web/feed-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals: { db, now, origin } }) => {
	const found = isResourceId(params.id) ? resourcePages.find(db, params.id, { now }) : undefined;
	if (!found) error(404, 'ここには、いまは何も載っていません。');
	const { gone } = found;
	if (gone?.mergedInto) redirect(308, `/resources/${gone.mergedInto}/calendar.ics`);
	if (gone) error(410, 'ここの掲載は終わりました。');
	return feedFile('calendar', calendars.ofResource(db, found, { now, origin }));
};
