import { pagesFor } from '#lib/server/policy.ts';
import * as readOnly from '#lib/server/read-only.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { db, user, geocoder } }) => ({
	/** Whom a form may ask where an address is; null where nobody is asked. */
	geocoder: geocoder.host,
	closed: readOnly.sentenceOf(db),
	user: user && { id: user.id, name: user.name, role: user.role },
	pages: user ? pagesFor(user.role) : []
});
