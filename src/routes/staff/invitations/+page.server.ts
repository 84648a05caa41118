import { error, fail } from '@sveltejs/kit';
import { textOf } from '#lib/domain/form.ts';
import { qrOf } from '#lib/domain/qr.ts';
import * as codes from '#lib/server/staff/codes.ts';
import * as invitations from '#lib/server/staff/invitations.ts';
import { join } from '#lib/server/staff/joining.ts';
import type { Actions, PageServerLoad } from './$types';

const gone =
	'このアドレスは、もう使われたか、期限が切れています。招いた人に、新しいアドレスをたのんでください。';

export const load: PageServerLoad = ({ params: { token }, locals: { db, now, entrance } }) => {
	const invitation = invitations.find(db, { token, browser: entrance.browser() }, now);
	if (!invitation) return { invitation: null, gone };
	const { secret } = invitation;
	const uri = codes.uriOf(secret, invitation.staff?.mail ?? '');
	return { invitation, gone, secret, qr: qrOf(uri) };
};

export const actions: Actions = {
	default: async ({ params: { token }, request, locals: { db, now, entrance } }) => {
		const form = await request.formData();
		const [mail, name] = [textOf(form, 'mail'), textOf(form, 'name')];
		const joined = await join(
			db,
			{ token, browser: entrance.browser() },
			{
				mail,
				name,
				password: textOf(form, 'password'),
				again: textOf(form, 'again'),
				code: textOf(form, 'code')
			},
			now
		);
		if (joined === null) error(410, gone);
		if ('issues' in joined) return fail(422, { mail, name, issues: joined.issues });
		entrance.letIn(joined.staffId);
		return { recovery: joined.recovery };
	}
};
