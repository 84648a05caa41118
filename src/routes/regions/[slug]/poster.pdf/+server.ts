import { error } from '@sveltejs/kit';
import { parsePaperSize } from '#lib/domain/booklet/papers/paper-size.ts';
import { posterPdf } from '#lib/server/booklet/papers/papers.ts';
import { regionPoster } from '#lib/server/listings/region-poster.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { opened } from '#lib/server/web/download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { db, origin } }) => {
	const region = regions.find(db, params.slug);
	if (!region) error(404, 'その地域は、ここにはありません。');
	const paper = parsePaperSize(url.searchParams.get('paper'));
	const { poster, total } = regionPoster(db, region, { origin });
	if (total === 0) error(404, 'この地域には、まだ載せている場所がありません。');
	const { pdf } = await posterPdf(db, poster, { paper });
	return opened({ name: `${region.slug}-poster-${paper}.pdf`, type: 'application/pdf', body: pdf });
};
