import { error, fail, redirect } from '@sveltejs/kit';
import { dateWords, japanDate } from '#lib/domain/calendar/calendar.ts';
import { columnsToMap } from '#lib/domain/formats/preview/columns.ts';
import { parseColumns } from '#lib/domain/formats/preview/form/columns.ts';
import * as jobs from '#lib/server/imports/child/jobs.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { names } from '#lib/server/regions/names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { db, user } }) => {
	const preview = previews.find(db, user!, params.id);
	if (!preview?.result) error(404, 'その取り込みは、ここにはありません。');
	const isAnew = url.searchParams.get('from') === 'proposal';
	const shaped = isAnew ? null : previews.shapeMapping(preview);
	const isUnknown = !preview.mapping && !isAnew && !shaped;
	const earlier = isUnknown ? previews.earlierMapping(db, user!, preview) : null;
	const { result } = preview;
	const chosen = preview.mapping ?? shaped ?? earlier?.mapping ?? null;
	const because = shaped ? `「${shaped.name}」の形で、決まっています。` : undefined;
	return {
		...{ id: preview.id, fileName: preview.fileName, state: preview.state },
		...{ rows: result.counts.rows, detected: result.detected },
		earlier: earlier && {
			fileName: earlier.fileName,
			at: dateWords(japanDate(new Date(earlier.at)))
		},
		shape: shaped?.name ?? null,
		...columnsToMap(result, chosen, names(db).vocabularies, because)
	};
};

export const actions: Actions = {
	default: async ({ params, request, url, locals: { db, user, now } }) => {
		const form = await request.formData();
		const preview = previews.find(db, user!, params.id);
		const header = preview?.result?.header;
		if (!preview || !header) error(404, 'その取り込みは、ここにはありません。');
		const parsed = parseColumns(form, header);
		if ('issue' in parsed) return fail(422, parsed);
		const isAnew = url.searchParams.get('from') === 'proposal';
		// No form tells whose numbers those are.
		const source = isAnew ? undefined : (preview.mapping ?? previews.shapeMapping(preview))?.source;
		const mapping = { ...parsed.value, ...(source ? { source } : {}) };
		const done = previews.choose(db, user!, params.id, { mapping }, now);
		if (done === 'not-found' || done === 'ended') {
			return fail(409, { issue: 'この取り込みは、もう終わっています。', given: parsed.value });
		}
		if (done !== 'chosen') return fail(422, { issue: done.problem, given: parsed.value });
		jobs.run(db, user!, params.id, { kind: 'look' }, now);
		redirect(303, `/staff/imports/${params.id}`);
	}
};
