import { error, fail, redirect } from '@sveltejs/kit';
import type { Database } from '#lib/server/database/client.ts';
import * as sample from '#lib/server/start/sample/drop.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { db } }) => ({
	outlook: outlookOf(db, params.slug)
});

export const actions: Actions = {
	default: async ({ params, request, locals: { db, user, now } }) => {
		const form = await request.formData();
		outlookOf(db, params.slug);
		if (form.get('sure') !== 'yes') {
			return fail(422, { issue: '「元に戻せないことを、確かめた」に印をつけてください。' });
		}
		const dropped = sample.drop(db, { by: user!.id, at: now });
		if (dropped === 'not-found') error(404, none);
		if (!('resources' in dropped)) {
			return fail(409, {
				issue:
					'ほかの地域の場所が、見本の場所とつながっているので、消せません。下の一覧を見てください。'
			});
		}
		redirect(303, '/staff/regions?removed=sample');
	}
};

function outlookOf(db: Database, slug: string) {
	const found = sample.outlook(db);
	if (found?.slug !== slug) error(404, none);
	return found;
}

const none = '架空の見本の地域は、ここにはありません。';
