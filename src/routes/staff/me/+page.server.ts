import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/domain/input/form.ts';
import { parseName } from '#lib/domain/staff/staff.ts';
import { waitWords } from '#lib/domain/edition/way-back.ts';
import * as sessions from '#lib/server/staff/sessions.ts';
import { countRecovery } from '#lib/server/staff/codes.ts';
import { confirm } from '#lib/server/staff/entering.ts';
import { hashFor, passwordIssues } from '#lib/server/staff/invitations/joining.ts';
import * as own from '#lib/server/staff/own.ts';
import * as passkeys from '#lib/server/staff/passkeys.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, user, entrance, now } }) => {
	const { id } = user!;
	return {
		own: own.find(db, id),
		sessions: sessions.list(db, id, { token: entrance.token, at: now }),
		passkeys: passkeys.list(db, id),
		recovery: countRecovery(db, id)
	};
};

export const actions: Actions = {
	name: async ({ request, url, locals: { db, user, now } }) => {
		const name = parseName((await request.formData()).get('name'));
		if ('issue' in name) return fail(422, { nameIssue: name.issue });
		own.rename(db, user!.id, { name: name.value, at: now });
		redirect(303, url.pathname);
	},
	password: async ({ request, locals: { db, user, entrance, now }, getClientAddress }) => {
		const { id } = user!;
		const form = await request.formData();
		const known = await confirm(db, id, {
			password: textOf(form, 'current'),
			address: getClientAddress()
		});
		if ('refused' in known) {
			const issue =
				known.refused === 'wrong' ? 'いまのパスワードが違います。' : waitWords(known.seconds);
			return fail(422, { passwordIssues: { current: issue } });
		}
		const password = textOf(form, 'password');
		const issues = passwordIssues({ password, again: textOf(form, 'again') }, own.find(db, id));
		if (Object.keys(issues).length > 0) return fail(422, { passwordIssues: issues });
		const hashed = await hashFor(password);
		if ('issues' in hashed) return fail(422, { passwordIssues: hashed.issues });
		own.setPassword(db, id, { ...hashed, token: entrance.token, at: now });
		return { done: 'パスワードを変えました。ほかの端末では、入り直しになります。' };
	},
	recovery: ({ locals: { db, user, now } }) => ({
		recovery: own.setRecovery(db, user!.id, now)
	}),
	passkey: async ({ request, url, locals: { db, user, entrance, now } }) => {
		const id = textOf(await request.formData(), 'id');
		passkeys.remove(db, user!.id, { id, token: entrance.token, at: now });
		redirect(303, url.pathname);
	},
	session: async ({ request, url, locals: { db, user, now } }) => {
		const which = { id: textOf(await request.formData(), 'id') };
		own.endSession(db, user!.id, { which, at: now });
		redirect(303, url.pathname);
	},
	others: ({ url, locals: { db, user, entrance, now } }) => {
		own.endSession(db, user!.id, { which: { but: entrance.token }, at: now });
		redirect(303, url.pathname);
	}
};
