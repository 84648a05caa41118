import { fail, redirect } from '@sveltejs/kit';
import { newestBefore } from '#lib/domain/edition/edition.ts';
import { parseReason } from '#lib/domain/input/reason.ts';
import * as editions from '#lib/server/editions/index.ts';
import { makeFor } from '#lib/server/booklet/finals.ts';
import { finalsOf } from '#lib/server/booklet/staff-view.ts';
import { giveUp } from '#lib/server/editing/edition/giving-up.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ parent, locals: { db, user } }) => {
	const { edition } = await parent();
	const others = staffView.all(db, { region: edition.region });
	const older = others.filter(({ year, state }) => year < edition.year && state === 'published');
	// What is 旧版 because of this one.
	const isNewest = edition.state === 'published';
	const revived = isNewest ? others.find(({ state }) => state === 'superseded') : undefined;
	const before = newestBefore(others, edition.year);
	return {
		supersedes: older.map(({ year, entries }) => ({ year, entries })),
		revived: revived?.year ?? null,
		before: before?.year ?? null,
		counts: before ? editions.comparison(db, [before, edition]).counts : null,
		mayEnd: user!.role === 'admin',
		loss: editions.loss(db, edition.id),
		finals: finalsOf(db, edition)
	};
};

export const actions: Actions = {
	publish: async (event) => {
		const { db, edition, act } = found(event);
		if (edition.state !== 'locked') return fail(409, { publishIssue: notLocked });
		editions.publish(db, edition.id, act);
		makeFor(db, edition.id, { by: act.by, origin: event.locals.origin });
		redirect(303, event.url.pathname);
	},
	giveUp: async (event) => {
		const { db, edition, act } = found(event);
		const reason = parseReason((await event.request.formData()).get('reason'));
		if ('issue' in reason) return fail(422, { endIssue: reason.issue });
		const isGone = giveUp(db, edition.id, { ...act, reason: reason.value });
		if (!isGone) return fail(409, { endIssue: notMade });
		redirect(303, `/staff/regions/${event.params.slug}`);
	},
	withdraw: async (event) => {
		const { db, edition, act } = found(event);
		const form = await event.request.formData();
		const reason = parseReason(form.get('reason'));
		if ('issue' in reason) return fail(422, { endIssue: reason.issue });
		if (edition.state !== 'withdrawn') {
			editions.withdraw(db, edition.id, { ...act, reason: reason.value });
		}
		redirect(303, event.url.pathname);
	}
};

const notLocked = '校了した年度版だけが公開できます。だれかが確認中に戻したのかもしれません。';

const notMade = '校了か公開のあとなので、やめられません。校了は、先に確認中に戻してください。';

function found({ params, locals: { db, user, now } }: RequestEvent) {
	return { db, edition: staffView.find(db, params)!, act: { by: user!.id, at: now } };
}
