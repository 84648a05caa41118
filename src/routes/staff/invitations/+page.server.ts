import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/domain/input/form.ts';
import { invitationCodeOf } from '#lib/domain/staff/invitation-code.ts';
import { qrOf } from '#lib/domain/reader/profile/qr.ts';
import * as codes from '#lib/server/staff/codes.ts';
import * as invitations from '#lib/server/staff/invitations/invitations.ts';
import { join } from '#lib/server/staff/invitations/joining.ts';
import type { Actions, PageServerLoad } from './$types';

const gone =
	'この招待コードは、もう使われたか、期限が切れています。招いた人に、新しい招待をたのんでください。';
const wrong =
	'招待コードは43文字の英数字です。招待のアドレスの # のあとを、そのまま貼ってください。アドレスを丸ごと貼ってもかまいません。';

export const load: PageServerLoad = ({ locals: { db, now, entrance } }) => {
	const opening = entrance.invitation;
	const invitation = opening && invitations.find(db, opening, now);
	if (!invitation) return { invitation: null, gone: opening && gone };
	const { secret } = invitation;
	const uri = codes.uriOf(secret, invitation.staff?.mail ?? '');
	return { invitation, secret, qr: qrOf(uri) };
};

export const actions: Actions = {
	open: async ({ request, url, locals: { db, now, entrance } }) => {
		const token = invitationCodeOf(textOf(await request.formData(), 'invitation'));
		if (!token) return fail(422, { invitationIssue: wrong });
		// Any browser will do to see whether it is there.
		if (!invitations.find(db, { token, browser: '' }, now)) {
			entrance.closeInvitation();
			return fail(410, { invitationIssue: gone });
		}
		entrance.openInvitation(token);
		redirect(303, url.pathname);
	},
	join: async ({ request, locals }) => {
		const { db, now, entrance } = locals;
		const form = await request.formData();
		const [mail, name] = [textOf(form, 'mail'), textOf(form, 'name')];
		const given = {
			mail,
			name,
			password: textOf(form, 'password'),
			again: textOf(form, 'again'),
			code: textOf(form, 'code')
		};
		const joined = entrance.invitation && (await join(db, entrance.invitation, given, now));
		if (joined === null) {
			locals.failureSentence = gone;
			return fail(410, { invitationIssue: gone });
		}
		if ('issues' in joined) return fail(422, { mail, name, issues: joined.issues });
		entrance.closeInvitation();
		entrance.letIn(joined.staffId);
		return { recovery: joined.recovery };
	}
};
