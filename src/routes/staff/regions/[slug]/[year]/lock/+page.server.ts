import { error, fail, redirect } from '@sveltejs/kit';
import { isBeingMade } from '#lib/domain/edition/edition.ts';
import {
	countsOf,
	isCheck,
	isOpen,
	openFirst,
	parseLack,
	parseWaiver
} from '#lib/domain/edition/readiness.ts';
import { parseReason } from '#lib/domain/input/reason.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What is beyond it comes up as what is before it gets done. */
const perPage = 200;

const gone = 'それは、作っている途中のこの年度版には、もうありません。';

export const load: PageServerLoad = async ({ parent, url, locals: { db, now } }) => {
	const { edition } = await parent();
	const { lacking, ...readiness } = editions.readiness(db, edition.id, { at: now });
	const asked = url.searchParams.get('check');
	const check = isCheck(asked) ? asked : null;
	const shown = openFirst(lacking, check);
	return {
		readiness,
		counts: countsOf(lacking.flatMap(({ missing }) => missing)),
		check,
		lacking: shown.slice(0, perPage),
		more: Math.max(0, shown.length - perPage),
		openEntries: lacking.filter((entry) => isOpen(entry)).length
	};
};

export const actions: Actions = {
	waive: async (event) => {
		const { form, act, edition } = await read(event);
		const waiver = parseWaiver(form);
		if ('refused' in waiver) return fail(422, waiver.refused);
		if (!editions.waive(event.locals.db, edition.id, { ...waiver.value, ...act })) error(404, gone);
		redirect(303, back(event));
	},
	unwaive: async (event) => {
		const { form, act, edition } = await read(event);
		const lack = parseLack(form);
		const isBack = lack && editions.unwaive(event.locals.db, edition.id, { ...lack, ...act });
		if (!isBack) error(404, gone);
		redirect(303, back(event));
	},
	lock: async (event) => {
		const { act, edition } = await read(event);
		// Somebody else did; the page says so.
		if (!isBeingMade(edition.state)) redirect(303, event.url.pathname);
		const locked = editions.lockWhenReady(event.locals.db, edition.id, act);
		if (locked !== 'locked') return fail(409, { isBlocked: true });
		redirect(303, event.url.pathname);
	},
	unlock: async (event) => {
		const { form, act, edition } = await read(event);
		const reason = parseReason(form.get('reason'));
		if ('issue' in reason) return fail(422, { unlockIssue: reason.issue });
		if (edition.state !== 'locked') return fail(409, { notLocked: true });
		editions.unlock(event.locals.db, edition.id, { ...act, reason: reason.value });
		redirect(303, event.url.pathname);
	}
};

async function read({ request, params, locals: { db, user, now } }: RequestEvent) {
	const edition = staffView.find(db, params)!;
	return { form: await request.formData(), edition, act: { by: user!.id, at: now } };
}

const back = ({ url }: RequestEvent) => {
	const check = url.searchParams.get('check');
	return url.pathname + (isCheck(check) ? `?check=${check}` : '');
};
