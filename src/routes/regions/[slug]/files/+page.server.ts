import { error } from '@sveltejs/kit';
import { askedBy } from '#lib/server/exports/public.ts';
import { offerOf } from '#lib/server/exports/offer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db } }) => {
	const asked = askedBy(db, params, url.searchParams);
	if (!asked) error(404, 'その地域は、ここにはありません。');
	const offer = await offerOf(db, asked, url.searchParams);
	return { ...offer, hasLeaflet: offer.rows > 0 && offer.condition === null };
};
