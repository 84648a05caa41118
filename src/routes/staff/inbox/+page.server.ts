import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/domain/form.ts';
import { reportSections, type ReportSection } from '#lib/domain/report.ts';
import * as inbox from '#lib/server/inbox.ts';
import * as reports from '#lib/server/reports.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, user } }) => ({
	proposals: inbox.waiting(db, user!),
	own: inbox.own(db, user!),
	reports: inbox.reported(db, user!).map((report) => ({
		...report,
		section: reportSections[report.section as ReportSection]
	}))
});

export const actions: Actions = {
	settle: async ({ request, url, locals: { db, user, now } }) => {
		const id = Number(textOf(await request.formData(), 'report'));
		if (!inbox.reachesReport(db, user!, id)) {
			return fail(404, { issue: 'その知らせは、もう片づいています。' });
		}
		reports.settle(db, id, { by: user!.id, at: now });
		redirect(303, url.pathname);
	}
};
