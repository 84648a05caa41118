import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/domain/input/form.ts';
import { waitWords, wayBack } from '#lib/domain/edition/way-back.ts';
import { enter } from '#lib/server/staff/entering.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, locals, url, getClientAddress }) => {
		const form = await request.formData();
		const mail = textOf(form, 'mail');
		const entry = await enter(locals.db, {
			mail,
			password: textOf(form, 'password'),
			code: textOf(form, 'code'),
			address: getClientAddress(),
			at: locals.now
		});
		if ('staffId' in entry) {
			locals.entrance.letIn(entry.staffId);
			redirect(303, wayBack(url.searchParams.get('to')));
		}
		if (entry.refused === 'wrong') return fail(422, { mail, issue: wrong });
		return fail(429, { mail, issue: waitWords(entry.seconds) });
	}
};

const wrong =
	'メールアドレス・パスワード・確認コードのどれかが違います。確認コードは30秒ごとに変わり、一度使うと使えません。新しいものを見て、もう一度お試しください。続けてうまくいかないときは、回復コードを使うか、管理の人に相談してください。';
