import { error, fail, redirect } from '@sveltejs/kit';
import { outlookOf } from '#lib/domain/formats/preview/outlook.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { db, user } }) => {
	const preview = previews.find(db, user!, params.id);
	if (!preview) error(404, 'その取り込みは、ここにはありません。');
	return {
		...{ id: preview.id, fileName: preview.fileName, state: preview.state },
		way: preview.options.way,
		outlook: outlookOf(previews.outlook(db, preview.id))
	};
};

export const actions: Actions = {
	default: async ({ params, locals: { db, user, now } }) => {
		const importId = previews.find(db, user!, params.id)?.importId ?? null;
		const done = importId === null ? null : previews.undo(db, user!, importId, { at: now });
		if (done?.state === 'built-upon') return fail(409, { on: done.on });
		if (done?.state !== 'undone') return fail(409, { on: [] });
		redirect(303, `/staff/imports/${params.id}`);
	}
};
