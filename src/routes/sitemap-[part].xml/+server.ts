import { error } from '@sveltejs/kit';
import { parseSitemapPart } from '#lib/domain/formats/feeds/sitemap.ts';
import { sitemap } from '#lib/server/exports/feeds/sitemaps.ts';
import { feedFile } from '#lib/server/web/feed-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals: { db, origin } }) => {
	const part = parseSitemapPart(params.part);
	const text = part && sitemap(db, part, origin);
	if (!text) error(404, 'そのサイトマップは、ここにはありません。');
	return feedFile('sitemap', text);
};
