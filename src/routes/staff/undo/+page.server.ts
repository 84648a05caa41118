import { fail, redirect } from '@sveltejs/kit';
import { idIn } from '#lib/domain/input/form.ts';
import { readingOf } from '#lib/server/search/kana-reading.ts';
import { undo } from '#lib/server/editing/undo/undo.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ isDone: url.searchParams.has('done') });

export const actions: Actions = {
	default: async ({ request, locals: { db, user, now } }) => {
		const id = idIn(await request.formData(), 'record');
		const undone = id === null ? null : undo(db, user!, { id, at: now, readingOf });
		if (!undone) return fail(409, { isGone: true });
		redirect(303, '/staff/undo?done');
	}
};
