import type { RequestEvent } from '@sveltejs/kit';

export const isOfStaff = (event: RequestEvent) => /^\/staff(\/|$)/.test(event.route.id ?? '');
