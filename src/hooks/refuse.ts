import type { Refusal } from '#lib/server/refusal.ts';
import type { RequestEvent } from '@sveltejs/kit';
import template from '../error.html?raw';
import { sentenceOf } from './sentences.ts';

/** The page of kit's last resort, or JSON for whoever asked for it. */
export function refuse(event: RequestEvent, { status, headers }: Refusal): Response {
	const message = sentenceOf(status);
	const accept = event.request.headers.get('accept') ?? '';
	const asData = event.isDataRequest || /^application\/json\b/.test(accept);
	return new Response(asData ? JSON.stringify({ message }) : page(status, message), {
		status,
		headers: {
			...headers,
			'content-type': asData ? 'application/json' : 'text/html; charset=utf-8',
			'cache-control': 'no-store'
		}
	});
}

const page = (status: number, message: string) =>
	template
		.replaceAll('%sveltekit.status%', String(status))
		.replaceAll('%sveltekit.error.message%', message);
