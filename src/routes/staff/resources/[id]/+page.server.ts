import { error, fail, redirect } from '@sveltejs/kit';
import { textOf } from '#lib/domain/input/form.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import { open, options } from '#lib/server/editing/editor.ts';
import * as past from '#lib/server/resources/history.ts';
import { look } from '#lib/server/editing/preview.ts';
import { mayPreview, tooManyPreviews } from '#lib/server/editing/previews.ts';
import * as submission from '#lib/server/editing/submit.ts';
import type { Outcome } from '#lib/server/editing/submit.ts';
import { names } from '#lib/server/regions/names.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { db, user, now } }) => {
	const found = staffView.find(db, params.id);
	if (!found) error(404, 'この資源はありません。');
	const { content, ...resource } = found;
	const proposes = user!.role === 'partner';
	const target = { resourceId: found.id, regionId: found.regionId };
	const opened = open(db, user!, target, found);
	const { method } = names(db).vocabularies;
	return {
		resource: { ...resource, ...(proposes ? hidden(resource) : {}), name: content.name },
		opened,
		look: look(db, opened.fields, { ...target, user: user!, now }),
		options: options(db, found.regionId),
		done: url.searchParams.get('done') ?? '',
		proposes,
		checks: past.checks(db, found.id).map(({ note, ...check }) => ({
			...check,
			method: method.get(check.method)?.label ?? check.method,
			note: proposes ? null : note
		})),
		editions: proposes ? [] : past.openEditions(db, found.id)
	};
};

/** That it was withdrawn is no secret from a partner; why, and by whom, is. */
const hidden = ({ withdrawn }: Pick<staffView.StaffResource, 'withdrawn'>) => ({
	withdrawn: withdrawn && { at: withdrawn.at, by: '', reason: '' },
	mergedInto: null
});

const read = async ({ params, request, locals: { db, user, now } }: RequestEvent) => {
	const { id, regionId } = staffView.find(db, params.id)!;
	return { resourceId: id, regionId, form: await request.formData(), user: user!, at: now };
};

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
	save: async (event) => answer(submission.submit(event.locals.db, await read(event))),
	reconcile: async (event) => answer(submission.reconcile(event.locals.db, await read(event)))
};

/** What was typed is never lost: where another tab's draft is in the way, the page shows it as it was sent. */
const keptAs = <Shown extends { draft: string }, More>(shown: Shown, more: More) =>
	shown.draft === 'elsewhere' ? fail(409, { ...shown, isElsewhere: true }) : { ...shown, ...more };

function answer(outcome: Outcome) {
	if ('resourceId' in outcome) {
		redirect(303, `/staff/resources/${outcome.resourceId}?done=${outcome.state}`);
	}
	return fail(outcome.state === 'conflict' ? 409 : 422, outcome);
}
