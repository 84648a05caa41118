import { error, fail, redirect } from '@sveltejs/kit';
import { textsOf } from '#lib/domain/form.ts';
import { parseReason } from '#lib/domain/reason.ts';
import { sheetOf } from '#lib/domain/confirmation-sheet.ts';
import { contents } from '#lib/server/contents/read.ts';
import { names } from '#lib/server/names.ts';
import * as decision from '#lib/server/proposals/decision.ts';
import { readingOf } from '#lib/server/reader.ts';
import { nameOf } from '#lib/server/resources/history.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const choose = '取り入れるところに、1つは印をつけてください。';
const hasDraft =
	'この資源には、自分の書きかけがあります。資源のページで、先に公開するか捨てるかしてください。';
const gone = 'この提案は、もうだれかが答えています。';

const find = ({ params, locals: { db } }: Pick<RequestEvent, 'params' | 'locals'>) =>
	decision.find(db, Number(params.revision)) ?? error(410, gone);

export const load: PageServerLoad = ({ params, locals }) => {
	const { db } = locals;
	const waiting = find({ params, locals });
	const content = contents(db, [waiting.revision]).get(waiting.revision)!;
	return {
		waiting: { ...waiting, by: nameOf(db, waiting.createdBy) },
		name: content.name,
		differences: decision.differences(db, waiting),
		sheet: waiting.current === null ? sheetOf(content, names(db)).lines : null
	};
};

export const actions: Actions = {
	accept: async (event) => {
		const { db, user, now } = event.locals;
		const waiting = find(event);
		const fields = textsOf(await event.request.formData(), 'field');
		const isOpen = decision.differences(db, waiting).length > 0;
		if (isOpen && fields.length === 0) return fail(422, { issue: choose });
		const chosen = isOpen ? fields : 'all';
		decision.accept(db, waiting, chosen, { by: user!.id, at: now, readingOf });
		redirect(303, `/staff/resources/${waiting.resourceId}?done=saved`);
	},
	edit: async (event) => {
		const { db, user, now } = event.locals;
		const waiting = find(event);
		const fields = textsOf(await event.request.formData(), 'field');
		if (waiting.current !== null && fields.length === 0) return fail(422, { issue: choose });
		const taken = decision.takeUp(db, waiting, fields, { by: user!.id, at: now });
		if (taken === 'has-draft') return fail(409, { issue: hasDraft });
		redirect(303, `/staff/resources/${waiting.resourceId}`);
	},
	reject: async (event) => {
		const { db, user, now } = event.locals;
		const waiting = find(event);
		const reason = parseReason((await event.request.formData()).get('reason'));
		if ('issue' in reason) return fail(422, { rejectIssue: reason.issue });
		decision.reject(db, waiting, { by: user!.id, at: now, reason: reason.value });
		redirect(303, '/staff/inbox');
	}
};
