import { error, fail, redirect } from '@sveltejs/kit';
import { textOf, textsOf } from '#lib/domain/input/form.ts';
import { parseReason } from '#lib/domain/input/reason.ts';
import { sheetOf } from '#lib/domain/edition/confirmation-sheet.ts';
import { contents } from '#lib/server/contents/read.ts';
import { names } from '#lib/server/regions/names.ts';
import * as decision from '#lib/server/editing/proposals/decision.ts';
import { readingOf } from '#lib/server/search/kana-reading.ts';
import { nameOf } from '#lib/server/resources/history.ts';
import { choose, gone, hasDraft, stale } from './sentences.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The sentence goes with the words too, where they are given back. */
function failGone(locals: App.Locals): never {
	locals.failureSentence = gone;
	error(410, gone);
}

const find = ({ params, locals }: Pick<RequestEvent, 'params' | 'locals'>) =>
	decision.find(locals.db, Number(params.revision)) ?? failGone(locals);

const isSeen = ({ current }: decision.Waiting, form: FormData) =>
	textOf(form, 'current') === String(current ?? '');

/** Told with what readers see now and did not then. */
function failStale({ params, locals }: RequestEvent, form: FormData) {
	const waiting = find({ params, locals });
	const since = decision.changesSince(locals.db, waiting, textOf(form, 'current'));
	return fail(409, { stale, since });
}

export const load: PageServerLoad = ({ params, locals }) => {
	const waiting = find({ params, locals });
	const content = contents(locals.db, [waiting.revision]).get(waiting.revision)!;
	return {
		waiting: { ...waiting, by: nameOf(locals.db, waiting.createdBy) },
		name: content.name,
		differences: decision.differences(locals.db, waiting),
		withheld: decision.withheldIn(locals.db, waiting),
		sheet: waiting.current === null ? sheetOf(content, names(locals.db)).lines : null
	};
};

export const actions: Actions = {
	accept: async (event) => {
		const { db, user, now } = event.locals;
		const form = await event.request.formData();
		const waiting = find(event);
		if (!isSeen(waiting, form)) return failStale(event, form);
		const fields = textsOf(form, 'field');
		const isOpen = decision.differences(db, waiting).length > 0;
		if (isOpen && fields.length === 0) return fail(422, { issue: choose });
		const act = { by: user!.id, at: now, readingOf };
		const answer = decision.accept(db, waiting, isOpen ? fields : 'all', act);
		if (answer === 'answered') failGone(event.locals);
		if (answer === 'stale') return failStale(event, form);
		if (answer !== 'accepted') return fail(422, { issue: answer.impossible });
		redirect(303, `/staff/resources/${waiting.resourceId}?done=saved`);
	},
	edit: async (event) => {
		const { db, user, now } = event.locals;
		const waiting = find(event);
		const form = await event.request.formData();
		if (!isSeen(waiting, form)) return failStale(event, form);
		const fields = textsOf(form, 'field');
		if (waiting.current !== null && fields.length === 0) return fail(422, { issue: choose });
		const taken = decision.takeUp(db, waiting, fields, { by: user!.id, at: now });
		if (taken === 'has-draft') return fail(409, { issue: hasDraft });
		redirect(303, `/staff/resources/${waiting.resourceId}`);
	},
	reject: async (event) => {
		const { db, user, now: at } = event.locals;
		const waiting = find(event);
		const reason = parseReason((await event.request.formData()).get('reason'));
		if ('issue' in reason) return fail(422, { rejectIssue: reason.issue });
		const act = { by: user!.id, at, reason: reason.value };
		if (!decision.reject(db, waiting, act)) failGone(event.locals);
		redirect(303, '/staff/inbox');
	}
};
