import { fail, redirect } from '@sveltejs/kit';
import * as staffView from '#lib/server/editions/staff-view.ts';
import {
	discardWords,
	keepWords,
	openWords,
	reconcileWords,
	restoreWords,
	saveWords,
	type WordsAnswer
} from '#lib/server/editing/edition/words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ parent, url, locals: { db, user } }) => {
	const { edition } = await parent();
	return {
		opened: openWords(db, edition.id, user!.id),
		isSaved: url.searchParams.has('saved')
	};
};

const read = async ({ params, request, locals: { db, user, now } }: RequestEvent) => ({
	editionId: staffView.find(db, params)!.id,
	form: await request.formData(),
	by: user!.id,
	at: now
});

export const actions: Actions = {
	save: async (event) => answer(event, saveWords(event.locals.db, await read(event))),
	reconcile: async (event) => answer(event, reconcileWords(event.locals.db, await read(event))),
	draft: async (event) => {
		const kept = keepWords(event.locals.db, await read(event));
		return kept.state === 'kept' ? kept : fail(409, kept);
	},
	discard: async (event) => {
		discardWords(event.locals.db, await read(event));
		redirect(303, event.url.pathname);
	},
	restore: async (event) => {
		const state = restoreWords(event.locals.db, await read(event));
		if (state === 'saved') redirect(303, `${event.url.pathname}?saved`);
		return fail(state === 'gone' ? 422 : 409, { notRestored: state });
	}
};

function answer(event: RequestEvent, answered: WordsAnswer) {
	if (answered.state === 'saved') redirect(303, `${event.url.pathname}?saved`);
	return fail(answered.state === 'invalid' ? 422 : 409, answered);
}
