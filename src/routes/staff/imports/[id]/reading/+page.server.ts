import { error, fail, redirect } from '@sveltejs/kit';
import { parseReading, parseWhereTo } from '#lib/domain/formats/preview/form/options.ts';
import * as jobs from '#lib/server/imports/child/jobs.ts';
import { destinations } from '#lib/server/imports/destinations.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { db, user } }) => {
	const preview = previews.find(db, user!, params.id);
	if (!preview) error(404, 'その取り込みは、ここにはありません。');
	return { preview, ...destinations(db, user!) };
};

export const actions: Actions = {
	default: async ({ params, request, locals: { db, user, now } }) => {
		const form = await request.formData();
		const whereTo = user!.role === 'partner' ? {} : parseWhereTo(form);
		if ('issue' in whereTo) return fail(422, { issue: whereTo.issue });
		const chosen = { ...whereTo, choices: parseReading(form) };
		const done = previews.choose(db, user!, params.id, chosen, now);
		if (done === 'not-found' || done === 'ended') {
			return fail(409, { issue: 'この取り込みは、もう終わっています。' });
		}
		if (done !== 'chosen') return fail(422, { issue: done.problem });
		jobs.run(db, user!, params.id, { kind: 'look' }, now);
		redirect(303, `/staff/imports/${params.id}`);
	}
};
