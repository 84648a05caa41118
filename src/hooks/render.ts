import type { Handle, RequestEvent } from '@sveltejs/kit';
import { dataVersion } from '#lib/server/database/data-version.ts';
import { patiently } from '#lib/server/database/waiting/patience.ts';
import { isSafe } from '#lib/server/web/request-checks.ts';
import { withHead } from './head.ts';

/** Milliseconds that a form waits for another process that is writing. */
const patience = 8000;
/** Somebody may write between two statements of a reader, and what they say then does not fit together. */
const rereadings = 2;

/** What the routes answer, and the text of a page, which the response itself then lacks. */
export async function render(
	event: RequestEvent,
	resolve: Parameters<Handle>[0]['resolve']
): Promise<{ response: Response; page: string }> {
	const { request, locals } = event;
	// kit hashes and copies a page for an ETag of its own: it is given nothing to do so with.
	let page = '';
	const attempt = async () => {
		page = '';
		delete locals.failure;
		delete locals.head;
		delete locals.cover;
		locals.faults = [];
		if (request.body) event.request = request.clone();
		return resolve(event, {
			transformPageChunk({ html }) {
				page += html;
				return '';
			}
		});
	};
	const writes = !isSafe(request);
	for (let left = rereadings; ; left--) {
		const before = dataVersion(locals.db);
		const response = await patiently(locals.db, attempt, {
			writes,
			hasFailed: () => locals.failure === 'busy',
			atMost: patience
		});
		const isTorn = locals.failure === 'broken' && dataVersion(locals.db) !== before;
		if (!writes && isTorn && left > 0) continue;
		// What kit has made for a request outlives it until the next full collection, and this with it.
		const whole = withHead(page, locals);
		page = '';
		return { response, page: whole };
	}
}
