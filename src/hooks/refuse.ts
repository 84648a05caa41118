import type { Refusal } from '#lib/server/web/request-checks.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { escaped } from './escaping.ts';
import { sentenceOf } from './sentences.ts';

const usual = '表示できませんでした';

/**
 * `template`: the page of kit's last resort. Whoever asked for JSON gets that. `words`: what was sent, as
 * HTML to go below.
 */
export function refuse(
	event: RequestEvent,
	{ status, headers, sentence }: Refusal,
	template: string,
	words: string | null = null
): Response {
	const message = sentence ?? sentenceOf(status);
	const accept = event.request.headers.get('accept') ?? '';
	const asData = event.isDataRequest || /^application\/json\b/.test(accept);
	// As `use:enhance` understands it.
	const ofAction = event.request.headers.get('x-sveltekit-action') === 'true';
	const data = () => JSON.stringify(ofAction ? { type: 'error', error: { message } } : { message });
	const page = () =>
		template
			.replaceAll(usual, words ? 'まだ保存していません' : usual)
			.replaceAll('%sveltekit.status%', String(status))
			.replaceAll('%sveltekit.error.message%', () => escaped(message))
			.replaceAll('%words%', () => words ?? '');
	return new Response(asData ? data() : page(), {
		status,
		headers: {
			...headers,
			'content-type': asData ? 'application/json' : 'text/html; charset=utf-8',
			'cache-control': 'no-store'
		}
	});
}
