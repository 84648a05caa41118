import { pagesFor } from '#lib/server/policy.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { user } }) => ({
	user: user && { id: user.id, name: user.name, role: user.role },
	pages: user ? pagesFor(user.role) : []
});
