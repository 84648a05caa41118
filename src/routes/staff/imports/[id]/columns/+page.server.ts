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
	const earlier = preview.mapping || isAnew ? null : previews.earlierMapping(db, user!, preview);
	const { result } = preview;
	return {
		...{ id: preview.id, fileName: preview.fileName, state: preview.state },
		...{ rows: result.counts.rows, detected: result.detected },
		earlier: earlier && {
			fileName: earlier.fileName,
			at: dateWords(japanDate(new Date(earlier.at)))
		},
		...columnsToMap(result, preview.mapping ?? earlier?.mapping ?? null, names(db).vocabularies)
	};
};

export const actions: Actions = {
	default: async ({ params, request, locals: { db, user, now } }) => {
		const form = await request.formData();
		const header = previews.find(db, user!, params.id)?.result?.header;
		if (!header) error(404, 'その取り込みは、ここにはありません。');
		const parsed = parseColumns(form, header);
		if ('issue' in parsed) return fail(422, parsed);
		const done = previews.choose(db, user!, params.id, { mapping: parsed.value }, now);
		if (done === 'not-found' || done === 'ended') {
			return fail(409, { issue: 'この取り込みは、もう終わっています。', given: parsed.value });
		}
		if (done !== 'chosen') return fail(422, { issue: done.problem, given: parsed.value });
		jobs.run(db, user!, params.id, { kind: 'look' }, now);
		redirect(303, `/staff/imports/${params.id}`);
	}
};
