import { robotsText } from '#lib/domain/formats/feeds/robots.ts';
import { feedFile } from '#lib/server/web/feed-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { origin } }) =>
	feedFile('robots', robotsText(origin));
