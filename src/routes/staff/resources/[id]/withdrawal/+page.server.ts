import { error, fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/domain/input/form.ts';
import { parseReason } from '#lib/domain/input/reason.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import { history } from '#lib/server/resources/history.ts';
import * as life from '#lib/server/editing/withdrawal.ts';
import { editionsOf } from '#lib/server/editing/save.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ params, locals: { db } }) => {
	const found = staffView.find(db, params.id);
	if (!found) error(404, 'この資源はありません。');
	return {
		resource: { id: found.id, name: found.content.name, withdrawn: found.withdrawn },
		isAbsent: found.withdrawn?.cause === 'absence',
		isErased: found.withdrawn?.cause === 'erasure',
		editions: editionsOf(db, found.id),
		revisions: history(db, found.id).length
	};
};

type Change = typeof life.withdraw;

const unchanged = '変えていません。このページを開いたあとに、ほかの人が変えました。';

async function change(event: RequestEvent, apply: Change, done: string) {
	const { params, locals } = event;
	const form = await event.request.formData();
	const reason = parseReason(form.get('reason'));
	if ('issue' in reason) return fail(422, { issue: reason.issue, given: textOf(form, 'reason') });
	const act = { by: locals.user!.id, at: locals.now, reason: reason.value };
	if (!apply(locals.db, params['id'], act)) {
		return fail(409, { issue: unchanged, given: reason.value });
	}
	redirect(303, `/staff/resources/${params['id']}?done=${done}`);
}

export const actions: Actions = {
	withdraw: (event) => change(event, life.withdraw, 'withdrawn'),
	reinstate: (event) => change(event, life.reinstate, 'reinstated')
};
