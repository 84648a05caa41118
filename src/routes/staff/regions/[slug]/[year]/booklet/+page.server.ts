import { fail, redirect } from '@sveltejs/kit';
import { parseCopies, paperFor } from '#lib/domain/booklet/paper.ts';
import { makingOf, parseOrder } from '#lib/domain/booklet/order.ts';
import { makeFor } from '#lib/server/booklet/finals.ts';
import * as jobs from '#lib/server/booklet/jobs.ts';
import { bookletsOf } from '#lib/server/booklet/staff-view.ts';
import { ours } from '#lib/server/booklet/workshop.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const usualCopies = 300;

export const load: PageServerLoad = async ({ parent, url, locals: { db, origin } }) => {
	const { edition } = await parent();
	const made = bookletsOf(db, edition);
	const typed = url.searchParams.get('copies');
	const copies = parseCopies(typed) ?? usualCopies;
	const measured = made.finals.find(({ channel }) => channel === 'paper')?.kept ?? made.proof;
	return {
		...made,
		making: makingOf(edition.state),
		provedBy: made.proof?.madeBy ? (findUser(db, made.proof.madeBy)?.name ?? null) : null,
		copies,
		hasOddCopies: typed !== null && parseCopies(typed) === null,
		paper: measured?.pages ? paperFor(measured.form, measured.pages, copies) : null,
		/** Codes that are printed would lead nowhere. */
		isLocal: /^https?:\/\/(localhost|127\.|\[::1\])/.test(origin)
	};
};

const ended = 'この年度版の冊子は、もうつくれません。取り下げられています。';
const unknown = '形を、一覧から選んでください。';
const crowded = 'ほかの冊子をたくさんつくっています。少し待ってから、もう一度お試しください。';
const closed = 'いまは見るだけにしてあるので、つくれません。';

export const actions: Actions = {
	make: async (event) => {
		const { db, edition, by, origin } = found(event);
		const making = makingOf(edition.state);
		if (making === 'nothing') return fail(409, { issue: ended });
		const order = parseOrder(await event.request.formData(), making);
		if (!order) return fail(422, { issue: unknown });
		const job = jobs.want(db, { ...order, editionId: edition.id, by, origin }, ours);
		if (job === 'busy') return fail(503, { issue: crowded });
		if (job === 'closed') return fail(503, { issue: closed });
		redirect(303, event.url.pathname);
	},
	cancel: (event) => {
		const { db, edition } = found(event);
		jobs.stop(db, edition.id, ['proof', 'cached']);
		redirect(303, event.url.pathname);
	},
	/** Once more what an edition is kept as. */
	again: (event) => {
		const { db, edition, by, origin } = found(event);
		if (makingOf(edition.state) !== 'print') return fail(409, { issue: ended });
		makeFor(db, edition.id, { by, origin });
		redirect(303, event.url.pathname);
	}
};

function found({ params, locals: { db, user, origin } }: RequestEvent) {
	return { db, edition: staffView.find(db, params)!, by: user!.id, origin };
}
