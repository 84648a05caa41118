import { fail, redirect } from '@sveltejs/kit';
import { parseReason } from '#lib/domain/reason.ts';
import * as editions from '#lib/server/editions.ts';
import * as desk from '#lib/server/editions/desk.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ parent, locals: { db, user } }) => {
	const { edition } = await parent();
	const others = desk.all(db, { region: edition.region });
	const older = others.filter(({ year, state }) => year < edition.year && state === 'published');
	const before = others.find(({ year }) => year < edition.year);
	return {
		supersedes: older.map(({ year, entries }) => ({ year, entries })),
		before: before?.year ?? null,
		counts: before ? editions.comparison(db, [before, edition]).counts : null,
		mayWithdraw: user!.role === 'admin'
	};
};

export const actions: Actions = {
	publish: async (event) => {
		const { db, edition, act } = found(event);
		if (edition.state !== 'locked') return fail(409, { publishIssue: notLocked });
		editions.publish(db, edition.id, act);
		redirect(303, event.url.pathname);
	},
	withdraw: async (event) => {
		const { db, edition, act } = found(event);
		const form = await event.request.formData();
		const reason = parseReason(form.get('reason'));
		if ('issue' in reason) return fail(422, { withdrawIssue: reason.issue });
		if (edition.state !== 'withdrawn') {
			editions.withdraw(db, edition.id, { ...act, reason: reason.value });
		}
		redirect(303, event.url.pathname);
	}
};

const notLocked = '校了した年度版だけが公開できます。だれかが確認中に戻したのかもしれません。';

function found({ params, locals: { db, user, now } }: RequestEvent) {
	return { db, edition: desk.find(db, params)!, act: { by: user!.id, at: now } };
}
