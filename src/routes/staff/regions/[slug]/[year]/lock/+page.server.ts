import { fail, redirect } from '@sveltejs/kit';
import { parseReason } from '#lib/domain/reason.ts';
import { checks, type Check } from '#lib/domain/readiness.ts';
import * as editions from '#lib/server/editions.ts';
import * as desk from '#lib/server/editions/desk.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ parent, url, locals: { db, now } }) => {
	const { edition } = await parent();
	const { lacking, ...readiness } = editions.readiness(db, edition.id, { at: now });
	const asked = url.searchParams.get('check');
	const check = isCheck(asked) ? asked : null;
	const counts = checks
		.map((name) => {
			const all = lacking.flatMap(({ missing }) => missing).filter((one) => one.check === name);
			return { check: name, open: all.filter(({ waiver }) => !waiver).length, total: all.length };
		})
		.filter(({ total }) => total > 0);
	const shown = lacking.filter(
		({ missing }) => check === null || missing.some((one) => one.check === check)
	);
	return {
		readiness,
		counts,
		check,
		lacking: shown.slice(0, perPage),
		more: Math.max(0, shown.length - perPage)
	};
};

/** What is beyond it comes up as what is before it gets done. */
const perPage = 200;

const isCheck = (text: unknown): text is Check => checks.some((check) => check === text);

export const actions: Actions = {
	waive: async (event) => {
		const { form, act, edition } = await read(event);
		const target = targetOf(form);
		const reason = parseReason(form.get('reason'));
		if (!target || 'issue' in reason) {
			return fail(422, {
				...target,
				issue: 'issue' in reason ? reason.issue : 'どの掲載のことか読み取れませんでした。',
				given: textOf(form, 'reason')
			});
		}
		editions.waive(event.locals.db, edition.id, { ...target, reason: reason.value, ...act });
		redirect(303, back(event));
	},
	unwaive: async (event) => {
		const { form, act, edition } = await read(event);
		const target = targetOf(form);
		if (target) editions.unwaive(event.locals.db, edition.id, { ...target, ...act });
		redirect(303, back(event));
	},
	lock: async (event) => {
		const { act, edition } = await read(event);
		const locked = editions.lockWhenReady(event.locals.db, edition.id, act);
		if (locked !== 'locked') return fail(409, { isBlocked: true });
		redirect(303, event.url.pathname);
	},
	unlock: async (event) => {
		const { form, act, edition } = await read(event);
		const reason = parseReason(form.get('reason'));
		if ('issue' in reason) return fail(422, { unlockIssue: reason.issue });
		if (edition.state === 'locked') {
			editions.unlock(event.locals.db, edition.id, { ...act, reason: reason.value });
		}
		redirect(303, event.url.pathname);
	}
};

async function read({ request, params, locals: { db, user, now } }: RequestEvent) {
	const edition = desk.find(db, params)!;
	return { form: await request.formData(), edition, act: { by: user!.id, at: now } };
}

function targetOf(form: FormData): { resourceId: string; check: Check } | null {
	const resourceId = textOf(form, 'resource');
	const check = form.get('check');
	return isCheck(check) && resourceId ? { resourceId, check } : null;
}

function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

const back = ({ url }: RequestEvent) => {
	const check = url.searchParams.get('check');
	return url.pathname + (isCheck(check) ? `?check=${check}` : '');
};
