import { sitemapIndex } from '#lib/server/exports/feeds/sitemaps.ts';
import { feedFile } from '#lib/server/web/feed-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { db, origin } }) =>
	feedFile('sitemap', sitemapIndex(db, origin));
