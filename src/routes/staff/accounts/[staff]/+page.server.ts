import { error, fail, redirect } from '@sveltejs/kit';
import { textOf, textsOf } from '#lib/domain/form.ts';
import { parseStaffForm } from '#lib/domain/staff-form.ts';
import * as desk from '#lib/server/resources/desk.ts';
import * as regions from '#lib/server/regions.ts';
import * as staff from '#lib/server/staff.ts';
import * as grants from '#lib/server/staff/grants.ts';
import { invite } from '#lib/server/staff/invitations.ts';
import { changeTo, tell } from '#lib/server/staff/inviting.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const lastAdmin =
	'この人のほかに管理の人がいないので、できません。先に、もう1人を管理にしてください。';
const noPartner = '見せる資源を選べるのは、協力団体の人だけです。';
const noResource =
	'そのアドレスの資源が見つかりません。資源のページのアドレスを、そのまま貼ってください。';
const disabled = 'このアカウントは止めてあります。先に、また入れるようにしてください。';

function find({ params, locals: { db, user, now } }: RequestEvent) {
	const account = staff.find(db, params.staff) ?? error(404, 'その職員は、ここにはいません。');
	return { db, account, act: { by: user!.id, at: now } };
}

export const load: PageServerLoad = ({ params, locals: { db } }) => {
	const account = staff.find(db, params.staff) ?? error(404, 'その職員は、ここにはいません。');
	return {
		account,
		matches: grants.matches(db, params.staff),
		regions: regions.list(db).map(({ id, name }) => ({ id, name }))
	};
};

async function inviteAgain(event: RequestEvent) {
	const { db, account, act } = find(event);
	const { origin, mail } = event.locals;
	const address = `${origin}/staff/invitations/${invite(db, account.id, act)}`;
	const { name, mail: to } = account;
	return { invited: { name, address, letter: await tell(mail, { to, name, address }) } };
}

export const actions: Actions = {
	change: async (event) => {
		const { db, account, act } = find(event);
		const parsed = parseStaffForm(await event.request.formData(), { withPerson: false });
		const changed = 'issues' in parsed ? parsed : changeTo(db, account.id, parsed.value, act);
		if (changed === 'last-admin') return fail(409, { issue: lastAdmin });
		if (typeof changed === 'object') return fail(422, { issues: changed.issues });
		redirect(303, event.url.pathname);
	},
	grant: async (event) => {
		const { db, account, act } = find(event);
		if (account.role !== 'partner') return fail(409, { issue: noPartner });
		const form = await event.request.formData();
		const [seen, chosen] = [textsOf(form, 'seen'), textsOf(form, 'resource')];
		grants.set(db, account.id, { seen, chosen, ...act });
		return { isGranted: true };
	},
	name: async (event) => {
		const { db, account, act } = find(event);
		if (account.role !== 'partner') return fail(409, { issue: noPartner });
		const given = textOf(await event.request.formData(), 'address');
		const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(given)?.[0];
		const found = id === undefined ? undefined : desk.find(db, id);
		if (!found?.isCurrent) return fail(422, { addressIssue: noResource, given });
		grants.name(db, account.id, found.id, act);
		return { isGranted: true };
	},
	disable: (event) => {
		const { db, account, act } = find(event);
		if (staff.disable(db, account.id, act) === 'last-admin') return fail(409, { issue: lastAdmin });
		redirect(303, event.url.pathname);
	},
	enable: (event) => {
		const { db, account, act } = find(event);
		staff.enable(db, account.id, act);
		redirect(303, event.url.pathname);
	},
	invite: (event) => {
		if (find(event).account.state === 'invited') return inviteAgain(event);
		return fail(409, { issue: 'この招待は、もう使われています。' });
	},
	reset: async (event) => {
		const { db, account, act } = find(event);
		if (account.state === 'disabled') return fail(409, { issue: disabled });
		staff.reset(db, account.id, act);
		return inviteAgain(event);
	}
};
