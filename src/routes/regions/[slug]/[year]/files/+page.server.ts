import { error } from '@sveltejs/kit';
import { askedBy } from '#lib/server/exports/public.ts';
import { offerOf } from '#lib/server/exports/offer.ts';
import * as editions from '#lib/server/editions/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db } }) => {
	const asked = askedBy(db, params, url.searchParams);
	if (!asked) error(404, editions.missing(db, params));
	const edition = editions.findByName(db, `${params.slug}-${params.year}`)!;
	const offer = await offerOf(db, asked, url.searchParams);
	return {
		...offer,
		hasLeaflet: !edition.previewed && offer.rows > 0 && offer.condition === null
	};
};
