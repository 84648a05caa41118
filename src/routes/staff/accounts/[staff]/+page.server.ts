import { error, fail, redirect } from '@sveltejs/kit';
import { textOf, textsOf } from '#lib/domain/input/form.ts';
import { parseStaffForm, staffFormAsSent } from '#lib/domain/staff/staff-form.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as accounts from '#lib/server/staff/accounts.ts';
import * as grants from '#lib/server/staff/grants.ts';
import { addressOf, invite } from '#lib/server/staff/invitations/invitations.ts';
import { changeTo, startAnew, tell } from '#lib/server/staff/invitations/inviting.ts';
import { disabled, lastAdmin, noResource } from './sentences.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

function find({ params, locals: { db, user, now } }: RequestEvent) {
	const account = accounts.find(db, params.staff) ?? error(404, 'その職員は、ここにはいません。');
	return { db, account, act: { by: user!.id, at: now } };
}

export const load: PageServerLoad = ({ params, locals: { db } }) => {
	const account = accounts.find(db, params.staff) ?? error(404, 'その職員は、ここにはいません。');
	return {
		account,
		matches: grants.matches(db, params.staff),
		regions: regions.list(db).map(({ id, name }) => ({ id, name }))
	};
};

async function told(event: RequestEvent, { name, mail: to }: accounts.Account, token: string) {
	const { origin, mail } = event.locals;
	const letter = await tell(mail, { to, name, origin, token });
	return { invited: { name, address: addressOf(origin, token), letter } };
}

export const actions: Actions = {
	change: async (event) => {
		const { db, account, act } = find(event);
		const form = await event.request.formData();
		const parsed = parseStaffForm(form, { withPerson: false });
		const [begun, given] = [{ base: textOf(form, 'base'), ...act }, staffFormAsSent(form)];
		const changed = 'issues' in parsed ? parsed : changeTo(db, account.id, parsed.value, begun);
		if (changed === 'last-admin') return fail(409, { issue: lastAdmin, given });
		if (changed === 'stale') return fail(409, { isStale: true, given });
		if (typeof changed === 'object') return fail(422, { issues: changed.issues, given });
		redirect(303, event.url.pathname);
	},
	grant: async (event) => {
		const { db, account, act } = find(event);
		const form = await event.request.formData();
		const [seen, was, chosen] = ['seen', 'was', 'resource'].map((name) => textsOf(form, name));
		grants.set(db, account.id, { seen: seen!, was: was!, chosen: chosen!, ...act });
		return { isGranted: true };
	},
	name: async (event) => {
		const { db, account, act } = find(event);
		const address = textOf(await event.request.formData(), 'address');
		const isGranted = grants.nameAt(db, account.id, address, act);
		return isGranted ? { isGranted } : fail(422, { addressIssue: noResource, address });
	},
	disable: (event) => {
		const { db, account, act } = find(event);
		const done = accounts.disable(db, account.id, act);
		if (done === 'last-admin') return fail(409, { issue: lastAdmin });
		redirect(303, event.url.pathname);
	},
	enable: (event) => {
		const { db, account, act } = find(event);
		accounts.enable(db, account.id, act);
		redirect(303, event.url.pathname);
	},
	invite: (event) => {
		const { db, account, act } = find(event);
		if (account.state === 'invited') return told(event, account, invite(db, account.id, act));
		return fail(409, { issue: 'この招待は、もう使われています。' });
	},
	reset: async (event) => {
		const { db, account, act } = find(event);
		if (account.state === 'disabled') return fail(409, { issue: disabled });
		const again = startAnew(db, account.id, act);
		if (again === 'last-admin') return fail(409, { issue: lastAdmin });
		return told(event, account, again.token);
	}
};
