import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/domain/input/form.ts';
import { open, options } from '#lib/server/editing/editor.ts';
import { look } from '#lib/server/editing/preview.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { mayPreview, tooManyPreviews } from '#lib/server/editing/previews.ts';
import * as submission from '#lib/server/editing/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ params, locals: { db, user, now } }) => {
	const region = regions.find(db, params.slug)!;
	const target = { resourceId: null, regionId: region.id };
	const opened = open(db, user!, target, null);
	return {
		region: { slug: region.slug, name: region.name },
		opened,
		look: look(db, opened.fields, { ...target, user: user!, now }),
		options: options(db, region.id)
	};
};

const read = async ({ params, request, locals: { db, user, now } }: RequestEvent) => ({
	resourceId: null,
	regionId: regions.find(db, params.slug)!.id,
	form: await request.formData(),
	user: user!,
	at: now
});

export const actions: Actions = {
	look: async (event) => {
		const sent = await read(event);
		if (!(await mayPreview(event.locals.db, sent.user))) {
			return fail(429, {
				...submission.unseen(event.locals.db, sent),
				more: textOf(sent.form, 'add'),
				issues: [tooManyPreviews]
			});
		}
		return keptAs(submission.keepDraft(event.locals.db, sent), { more: textOf(sent.form, 'add') });
	},
	draft: async (event) =>
		keptAs(submission.keepDraft(event.locals.db, await read(event)), { isKept: true }),
	discard: async (event) => {
		submission.discardDraft(event.locals.db, await read(event));
		redirect(303, event.url.pathname);
	},
	save: async (event) => {
		const outcome = submission.submit(event.locals.db, await read(event));
		if (!('resourceId' in outcome)) return fail(422, outcome);
		redirect(303, `/staff/resources/${outcome.resourceId}?done=${outcome.state}`);
	}
};

/** What was typed is never lost: where another tab's draft is in the way, the page shows it as it was sent. */
const keptAs = <Shown extends { draft: string }, More>(shown: Shown, more: More) =>
	shown.draft === 'elsewhere' ? fail(409, { ...shown, isElsewhere: true }) : { ...shown, ...more };
