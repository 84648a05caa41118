import type { RequestEvent } from '@sveltejs/kit';

export const isOfStaff = (event: RequestEvent) => /^\/staff(\/|$)/.test(event.route.id ?? '');

export function cacheControl(event: RequestEvent, status: number): string {
	const { request, locals } = event;
	if (isOfStaff(event)) return 'no-store';
	if (request.method !== 'GET' && request.method !== 'HEAD') return 'no-store';
	if (status >= 400 || locals.failure) return 'no-store';
	return locals.frozen && status === 200 ? 'public, max-age=31536000, immutable' : 'no-cache';
}
