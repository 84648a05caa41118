import type { RequestEvent } from '@sveltejs/kit';
import { goneWords } from './sentences.ts';

/** By what has gone wrong. */
export const statuses = { busy: 503, erased: 410, revoked: 401, broken: 500 };

/** What was sent comes to nothing, and the page that says so does not show it. */
export const isLost = ({ locals, isDataRequest }: RequestEvent, status: number) =>
	!isDataRequest && locals.failure !== 'erased' && [401, 404, 410, 500, 503].includes(status);

export const lostRefusal = ({ locals }: RequestEvent, status: number) => ({
	status: status as 401 | 404 | 410 | 500 | 503,
	sentence: locals.failureSentence ?? goneWords,
	...(status === 503 ? { headers: { 'retry-after': '5' } } : {})
});
