import { fail } from '@sveltejs/kit';
import { textOf } from '#lib/domain/input/form.ts';
import { qrOf } from '#lib/domain/reader/profile/qr.ts';
import * as codes from '#lib/server/staff/codes.ts';
import { codeIssue } from '#lib/server/staff/invitations/joining.ts';
import * as own from '#lib/server/staff/own.ts';
import type { Actions, PageServerLoad } from './$types';

const secretOf = ({ db, user, entrance }: App.Locals) =>
	codes.nextSecret(db, user!.id, entrance.token);

export const load: PageServerLoad = ({ locals }) => {
	const secret = secretOf(locals);
	const { mail } = own.find(locals.db, locals.user!.id);
	return { secret, qr: qrOf(codes.uriOf(secret, mail)) };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const secret = secretOf(locals);
		const code = textOf(await request.formData(), 'code');
		const step = codes.stepOf(secret, code, locals.now);
		if (step === null) return fail(422, { issues: { code: codeIssue } });
		const { token } = locals.entrance;
		own.setAuthenticator(locals.db, locals.user!.id, { secret, step, token, at: locals.now });
		return { done: true };
	}
};
