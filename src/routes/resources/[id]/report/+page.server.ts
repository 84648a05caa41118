import { error, fail, redirect } from '@sveltejs/kit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { rateLimitKey } from '#lib/domain/staff/rate-limit-key.ts';
import { parseReport, type Report } from '#lib/domain/editing/report.ts';
import { isResourceId } from '#lib/domain/reader/profile/public-resource.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import type { Actions, PageServerLoad } from './$types';

/** Ten an hour from one line, which is forgotten after that hour and written down nowhere. */
const limiter = new RateLimiterMemory({ points: 10, duration: 3600 });

const noIssues: Partial<Record<keyof Report, string>> = {};

function find({ db, now }: App.Locals, id: string) {
	const found = isResourceId(id) ? resourcePages.find(db, id, { now }) : undefined;
	return found && !found.gone ? found : error(404, 'ここには、いまは何も載っていません。');
}

export const load: PageServerLoad = ({ params, locals }) => {
	const { id, content, region } = find(locals, params.id);
	return { isSample: region.fictional, id, name: content.name };
};

export const actions: Actions = {
	default: async ({ params, request, locals, getClientAddress }) => {
		const { id } = find(locals, params.id);
		const report = parseReport(await request.formData());
		if ('issues' in report) return fail(422, { ...report, isTooMany: false });
		try {
			await limiter.consume(rateLimitKey(getClientAddress()));
		} catch {
			return fail(429, { issues: noIssues, given: report.value, isTooMany: true });
		}
		const received = reports.receive(locals.db, {
			...report.value,
			resourceId: id,
			at: locals.now
		});
		if (received === 'full') {
			return fail(429, { issues: noIssues, given: report.value, isTooMany: true, isFull: true });
		}
		redirect(303, `/resources/${id}/report/thanks`);
	}
};
