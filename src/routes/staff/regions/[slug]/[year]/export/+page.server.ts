import { offerOf } from '#lib/server/exports/offer.ts';
import { askedByStaff } from '#lib/server/exports/staff.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { db, user, now } }) => {
	const query = url.searchParams;
	return offerOf(db, askedByStaff(db, params, { user: user!, now, query }), query);
};
