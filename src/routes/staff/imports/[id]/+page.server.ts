import { error, fail, redirect } from '@sveltejs/kit';
import { instantWords } from '#lib/domain/calendar/calendar.ts';
import { parseDecision, placesIn } from '#lib/domain/formats/preview/form/decision.ts';
import { outlookOf } from '#lib/domain/formats/preview/outlook.ts';
import * as rowFilter from '#lib/domain/formats/preview/row-filter.ts';
import { numberIn } from '#lib/domain/input/form.ts';
import * as jobs from '#lib/server/imports/child/jobs.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { watch } from '#lib/server/imports/watching.ts';
import { names } from '#lib/server/regions/names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { db, user, now } }) => {
	const isPatient = !url.searchParams.has('at-once');
	const watched = await watch(db, user!, params.id, { at: now, isPatient });
	if (!watched) error(404, 'その取り込みは、ここにはありません。');
	const { preview, progress, trouble } = watched;
	if (preview.state === 'mapping') redirect(303, `/staff/imports/${preview.id}/columns`);
	const filter = rowFilter.parseRowFilter(url.searchParams);
	const wanted = rowFilter.wantedOf(filter, preview.result?.repeated);
	const asked = { ...wanted, after: filter.after ?? -1, limit: rowFilter.rowsPerPage };
	const standing = previews.outlook(db, preview.id);
	return {
		...{ preview, progress, trouble, filter, standing },
		page: previews.rows(db, user!, preview.id, asked)!,
		startedAt: instantWords(preview.startedAt),
		outlook: outlookOf(standing),
		regionNames: Object.fromEntries(names(db).regions),
		decided: numberIn(url.searchParams, 'decided')
	};
};

const gone = 'この取り込みは、もう終わっています。';
const busy =
	'いま、ほかの取り込みが進んでいます。少し待ってから、もう一度押してください。まだ何も取り込んでいません。';

export const actions: Actions = {
	decide: async ({ params, request, url, locals: { db, user } }) => {
		const form = await request.formData();
		const filter = rowFilter.parseRowFilter(url.searchParams);
		const pressed = parseDecision(form);
		if ('issue' in pressed) return fail(422, { issue: pressed.issue });
		const places = placesIn(form);
		const repeated = previews.find(db, user!, params.id)?.result?.repeated;
		const which = places === null ? rowFilter.wantedOf(filter, repeated) : { places };
		const done = await previews.decideInSlices(db, user!, params.id, which, pressed);
		if (done === 'not-found' || done === 'ended') return fail(409, { issue: gone });
		if ('problem' in done) return fail(422, { issue: done.problem });
		const back = new URLSearchParams(rowFilter.rowAddress(filter));
		back.set('decided', String(done.decided));
		// Where it still stands there, it is what somebody goes on from.
		const isThere = places?.length === 1 && filter.show !== 'open';
		redirect(303, `${url.pathname}?${back}#${isThere ? `row-${places[0]}` : 'rows'}`);
	},
	commit: async ({ params, request, url, locals: { db, user, now } }) => {
		const isRest = (await request.formData()).has('rest');
		if (!previews.find(db, user!, params.id)) return fail(409, { issue: gone });
		const open = previews.openRows(db, params.id);
		if (open > 0 && !isRest) {
			return fail(422, {
				issue: `まだ決めていない行が${open}件あります。決めてから取り込みます。`
			});
		}
		const work = { kind: 'commit' as const, ...(isRest ? { undecided: 'skip' as const } : {}) };
		if (jobs.run(db, user!, params.id, work, now) === 'busy') return fail(409, { issue: busy });
		redirect(303, url.pathname);
	},
	read: async ({ params, url, locals: { db, user, now } }) => {
		jobs.run(db, user!, params.id, { kind: 'look' }, now);
		redirect(303, url.pathname);
	},
	cancel: async ({ params, url, locals: { db, user, now } }) => {
		if (!previews.find(db, user!, params.id)) return fail(409, { issue: gone });
		jobs.stop(db, params.id);
		const done = await previews.cancel(db, user!, params.id, now);
		if (done === 'ended') return fail(409, { issue: gone });
		redirect(303, url.pathname);
	}
};
