import type { RequestEvent } from '@sveltejs/kit';

/**
 * Tells the device that what it keeps of a form (`ui/staff/keeping`) has been taken: a cookie with the
 * name that the form was sent under, read and ended by the next page.
 */
export function takenCookie({ url }: RequestEvent, sent: FormData | null, status: number) {
	const name = sent?.get('sending');
	if (typeof name !== 'string' || !/^[\da-f]{24}$/.test(name) || status >= 400) return null;
	const secure = url.protocol === 'https:' ? '; Secure' : '';
	return `taken=${name}; Path=/staff; Max-Age=120; SameSite=Strict${secure}`;
}
