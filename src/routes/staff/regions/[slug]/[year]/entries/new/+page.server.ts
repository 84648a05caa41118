import { fail, redirect } from '@sveltejs/kit';
import { isBeingMade } from '#lib/domain/edition/edition.ts';
import { textOf } from '#lib/domain/input/form.ts';
import { parseReason } from '#lib/domain/input/reason.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { absent, add, takeOut } from '#lib/server/editions/membership.ts';
import * as editions from '#lib/server/editions/index.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ parent, url, locals: { db } }) => {
	const { edition } = await parent();
	const out = absent(db, edition.id);
	const entries = editions
		.board(db, edition.id)
		.map(({ resourceId, number, name }) => ({ resourceId, number, name }));
	return {
		absent: out,
		entries,
		added: entries.find(({ resourceId }) => resourceId === url.searchParams.get('added'))?.name,
		removed: out.find(({ id }) => id === url.searchParams.get('removed'))?.name
	};
};

const locked = '校了しているので、掲載は変えられません。';

function found({ params, locals: { db, user, now } }: RequestEvent) {
	const edition = staffView.find(db, params)!;
	const isOpen = isBeingMade(edition.state);
	return { db, edition, isOpen, act: { by: user!.id, at: now } };
}

export const actions: Actions = {
	add: async (event) => {
		const { db, edition, isOpen, act } = found(event);
		if (!isOpen) return fail(409, { issue: locked });
		const id = textOf(await event.request.formData(), 'resource');
		const name = add(db, edition.id, id, act);
		if (!name) return fail(422, { issue: '加える資源を選んでください。' });
		redirect(303, `${event.url.pathname}?added=${id}`);
	},
	remove: async (event) => {
		const { db, edition, isOpen, act } = found(event);
		if (!isOpen) return fail(409, { issue: locked });
		const form = await event.request.formData();
		const reason = parseReason(form.get('reason'));
		if ('issue' in reason) return fail(422, { issue: reason.issue });
		const id = textOf(form, 'resource');
		const name = takeOut(db, edition.id, id, { ...act, reason: reason.value });
		if (!name) return fail(422, { issue: '外す掲載を選んでください。' });
		redirect(303, `${event.url.pathname}?removed=${id}`);
	}
};
