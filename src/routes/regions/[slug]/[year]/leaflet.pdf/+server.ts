import { error } from '@sveltejs/kit';
import { editionName } from '#lib/domain/edition/edition.ts';
import { leafletOf } from '#lib/server/booklet/papers/papers.ts';
import * as editions from '#lib/server/editions/index.ts';
import { opened } from '#lib/server/web/download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { db, now, origin, care } }) => {
	const name = `${params.slug}-${params.year}`;
	const edition = editions.findByName(db, name);
	if (!edition) error(404, editions.missing(db, params));
	if (edition.previewed) error(404, 'この年度版は、まだできあがっていません。');
	const means = { origin, now, contacts: care.contacts };
	const leaflet = await leafletOf(db, { editionId: edition.id }, means);
	if (!leaflet) error(404, 'この年度版には、いま見られる掲載がありません。');
	return opened({
		name: `${editionName(edition.region.slug, edition.year)}-leaflet.pdf`,
		type: 'application/pdf',
		body: leaflet.pdf
	});
};
