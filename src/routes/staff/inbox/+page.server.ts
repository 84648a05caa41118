import { fail, redirect } from '@sveltejs/kit';
import { textOf, textsOf } from '#lib/domain/input/form.ts';
import { reportSections, type ReportSection } from '#lib/domain/editing/report.ts';
import { isResourceId } from '#lib/domain/reader/profile/public-resource.ts';
import * as inbox from '#lib/server/editing/inbox/inbox.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import { takeBack } from '#lib/server/editing/proposals/decision.ts';
import { addressAfter, canUndo, pageOf } from './address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url: { searchParams }, locals: { db, user, now } }) => {
	const asked = searchParams.get('place') ?? '';
	const place = isResourceId(asked) ? asked : null;
	const page = {
		reports: pageOf(searchParams, 'page'),
		waiting: pageOf(searchParams, 'proposals')
	};
	const own = pageOf(searchParams, 'own');
	const shown = inbox.reported(db, user!, { page: page.reports, place });
	const settled = searchParams.get('settled') ?? '';
	return {
		perPage: inbox.perPage,
		page: { ...page, own },
		proposals: inbox.waiting(db, user!, page.waiting),
		waiting: inbox.countWaiting(db, user!),
		own: inbox.own(db, user!, own),
		owned: inbox.countOwn(db, user!),
		place: place && { id: place, until: inbox.lastOf(db, user!, place) },
		loudest: inbox.loudest(db, user!),
		reported: inbox.countReported(db, user!, { place }),
		reports: shown.map((report) => ({
			...report,
			section: reportSections[report.section as ReportSection]
		})),
		settled: canUndo(settled, now)
			? { at: settled, count: reports.countSettled(db, user!.id, settled) }
			: null
	};
};

const none = 'その知らせは、もう片づいています。';

export const actions: Actions = {
	settle: async ({ request, url, locals: { db, user, now } }) => {
		const form = await request.formData();
		const ids = textsOf(form, form.has('all') ? 'shown' : 'report').map(Number);
		if (ids.length === 0) return fail(422, { issue: '片づける知らせを、選んでください。' });
		if (inbox.settle(db, user!, ids, { at: now }) === 0) return fail(404, { issue: none });
		redirect(303, addressAfter(url, now));
	},
	settlePlace: async ({ request, url, locals: { db, user, now } }) => {
		const form = await request.formData();
		const seen = { place: textOf(form, 'place'), until: Number(textOf(form, 'until')) };
		if (inbox.settlePlace(db, user!, seen, { at: now }) === 0) return fail(404, { issue: none });
		redirect(303, `${url.pathname}?settled=${now.toISOString()}`);
	},
	unsettle: async ({ request, url, locals: { db, user, now } }) => {
		const at = textOf(await request.formData(), 'at');
		if (!canUndo(at, now) || reports.unsettle(db, user!.id, at) === 0) {
			return fail(404, { issue: 'もう戻せません。片づけてから1時間のあいだ、戻せます。' });
		}
		redirect(303, url.pathname);
	},
	takeBack: async ({ request, url, locals: { db, user, now } }) => {
		const revision = Number(textOf(await request.formData(), 'revision'));
		if (!takeBack(db, revision, { by: user!.id, at: now })) {
			return fail(404, { issue: 'その提案には、もう返事があります。' });
		}
		redirect(303, url.pathname);
	}
};
