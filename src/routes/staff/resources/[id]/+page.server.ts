import { error } from '@sveltejs/kit';
import * as desk from '#lib/server/resources/desk.ts';
import { open, options } from '#lib/server/resources/editor.ts';
import * as past from '#lib/server/resources/history.ts';
import { look } from '#lib/server/resources/look.ts';
import { names } from '#lib/server/names.ts';
import * as editing from '../editing.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { db, user, now } }) => {
	const found = desk.find(db, params.id);
	if (!found) error(404, 'この資源はありません。');
	const { content, ...resource } = found;
	const target = { resourceId: found.id, regionId: found.regionId };
	const opened = open(db, user!.id, target, found);
	const { method } = names(db).vocabularies;
	return {
		resource: { ...resource, name: content.name },
		opened,
		look: look(db, opened.fields, { ...target, now }),
		options: options(db, found.regionId),
		done: url.searchParams.get('done') ?? '',
		proposes: user!.role === 'partner',
		checks: past
			.checks(db, found.id)
			.map((check) => ({ ...check, method: method.get(check.method)?.label ?? check.method })),
		editions: user!.role === 'partner' ? [] : past.openEditions(db, found.id)
	};
};

const act = async (event: RequestEvent) => {
	const { id, regionId } = desk.find(event.locals.db, event.params.id)!;
	return { form: await event.request.formData(), target: { resourceId: id, regionId } };
};

export const actions: Actions = {
	look: async (event) => {
		const { form, target } = await act(event);
		return editing.look(event, target, form);
	},
	draft: async (event) => {
		const { form, target } = await act(event);
		editing.keepDraft(event, target, form);
		return { ...editing.look(event, target, form), isKept: true };
	},
	discard: async (event) => {
		const { target } = await act(event);
		return editing.discard(event, target);
	},
	save: async (event) => {
		const { form, target } = await act(event);
		return editing.save(event, target, form);
	},
	reconcile: async (event) => {
		const { form, target } = await act(event);
		return editing.reconcile(event, target, form);
	}
};
