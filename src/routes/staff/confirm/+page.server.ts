import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/domain/input/form.ts';
import { waitWords, wayBack } from '#lib/domain/edition/way-back.ts';
import * as sessions from '#lib/server/staff/sessions.ts';
import { confirm } from '#lib/server/staff/entering.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, locals, url, getClientAddress }) => {
		const password = textOf(await request.formData(), 'password');
		const address = getClientAddress();
		const entry = await confirm(locals.db, locals.user!.id, { password, address });
		if ('refused' in entry) {
			return entry.refused === 'wrong'
				? fail(422, { issue: 'パスワードが違います。もう一度お試しください。' })
				: fail(429, { issue: waitWords(entry.seconds) });
		}
		sessions.confirm(locals.db, locals.entrance.token, locals.now);
		redirect(303, wayBack(url.searchParams.get('to')));
	}
};
