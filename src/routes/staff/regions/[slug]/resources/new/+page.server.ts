import { open, options } from '#lib/server/resources/editor.ts';
import { look } from '#lib/server/resources/look.ts';
import * as regions from '#lib/server/regions.ts';
import * as editing from '../../../../resources/editing.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ params, locals: { db, user, now } }) => {
	const region = regions.find(db, params.slug)!;
	const target = { resourceId: null, regionId: region.id };
	const opened = open(db, user!.id, target, null);
	return {
		region: { slug: region.slug, name: region.name },
		opened,
		look: look(db, opened.fields, { ...target, now }),
		options: options(db, region.id)
	};
};

const act = async (event: RequestEvent) => ({
	form: await event.request.formData(),
	target: { resourceId: null, regionId: regions.find(event.locals.db, event.params.slug)!.id }
});

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
	}
};
