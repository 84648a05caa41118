import type { RequestEvent } from '@sveltejs/kit';
import { refuse } from './refuse.ts';

const again =
	'だいじな操作なので、先にもう一度パスワードをたずねます。まだ何もしていません。別のタブで確かめてから、もう一度お送りください。';

const pages = { 'sign-in': '/staff/login', confirm: '/staff/confirm' };

/**
 * To where one signs in, or is asked for the password once more, and back from there. What was sent
 * by a form cannot be sent again from there, so that is said instead.
 */
export function sendTo(
	event: RequestEvent,
	what: keyof typeof pages,
	{ template, words }: { template: string; words: string | null }
): Response {
	const { url, request } = event;
	const ofAction = request.headers.get('x-sveltekit-action') === 'true';
	if (request.method !== 'GET' && request.method !== 'HEAD' && !ofAction) {
		const sentence = what === 'confirm' && words ? again : undefined;
		if (what === 'sign-in' || sentence) {
			return refuse(event, { status: 401, ...(sentence ? { sentence } : {}) }, template, words);
		}
	}
	const back = request.method === 'GET' ? url.pathname + url.search : url.pathname;
	const location = `${pages[what]}?to=${encodeURIComponent(back)}`;
	const headers = { 'cache-control': 'no-store' };
	// As kit's own client understands it.
	if (event.isDataRequest) return Response.json({ type: 'redirect', location }, { headers });
	if (ofAction) return Response.json({ type: 'redirect', status: 303, location }, { headers });
	return new Response(null, { status: 303, headers: { ...headers, location } });
}
