import { fail } from '@sveltejs/kit';
import { parseStaffForm, staffFormAsSent } from '#lib/domain/staff/staff-form.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as staffAccounts from '#lib/server/staff/accounts.ts';
import * as grants from '#lib/server/staff/grants.ts';
import { addressOf } from '#lib/server/staff/invitations/invitations.ts';
import { inviteAs, tell } from '#lib/server/staff/invitations/inviting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, mail } }) => ({
	accounts: staffAccounts.accounts(db),
	waiting: Object.fromEntries(grants.waiting(db)),
	regions: regions.list(db).map(({ id, name }) => ({ id, name })),
	canMail: mail !== null
});

export const actions: Actions = {
	default: async ({ request, locals: { db, user, now, origin, mail } }) => {
		const form = await request.formData();
		const parsed = parseStaffForm(form, { withPerson: true });
		const act = { by: user!.id, at: now };
		const invited = 'issues' in parsed ? parsed : inviteAs(db, parsed.value, act);
		if ('issues' in invited)
			return fail(422, { issues: invited.issues, given: staffFormAsSent(form) });
		const { name, mail: to } = invited;
		const { token } = invited;
		return {
			isPartner: 'value' in parsed && parsed.value.role === 'partner',
			staff: invited.id,
			invited: {
				...{ name, address: addressOf(origin, token) },
				letter: await tell(mail, { to, name, origin, token })
			}
		};
	}
};
