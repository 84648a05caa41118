import { error, fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/domain/input/form.ts';
import { parseReason } from '#lib/domain/input/reason.ts';
import { formOf } from '#lib/domain/editing/form.ts';
import { isResourceId } from '#lib/domain/reader/profile/public-resource.ts';
import { reaches } from '#lib/server/staff/reach.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import { duplicates } from '#lib/server/resources/duplicates.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import { editionsOf } from '#lib/server/editing/save.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { db } }) => {
	const found = staffView.find(db, params.id);
	if (!found) error(404, 'この資源はありません。');
	return {
		resource: { id: found.id, name: found.content.name },
		editions: editionsOf(db, found.id),
		candidates: duplicates(db, found.regionId, formOf(found.content), found.id)
	};
};

const sentences = {
	same: '自分自身とは1つにできません。',
	'not-found': '相手の資源が見つかりません。ページのアドレスを、そのまま貼ってください。',
	gone: 'どちらかの資源が取り下げられています。先に公開に戻してください。',
	opens:
		'この資源で「職員だけ」にしてある連絡先が、相手の資源では公開されています。どちらにするか決めて、先にそろえてください。'
};

export const actions: Actions = {
	default: async ({ params, request, locals: { db, user, now } }) => {
		const form = await request.formData();
		const given = { into: textOf(form, 'into'), reason: textOf(form, 'reason') };
		const into = /[0-9a-f-]{36}/.exec(given.into)?.[0] ?? '';
		const reason = parseReason(given.reason);
		if ('issue' in reason) return fail(422, { given, issue: reason.issue });
		// Another region's resource is not found, never forbidden.
		const isTheirs = isResourceId(into) && reaches(db, user!, 'resource', { id: into });
		const act = { by: user!.id, at: now, reason: reason.value };
		const merged = isTheirs ? life.merge(db, params.id, into, act) : 'not-found';
		if (merged !== 'merged') return fail(422, { given, issue: sentences[merged] });
		redirect(303, `/staff/resources/${params.id}?done=withdrawn`);
	}
};
