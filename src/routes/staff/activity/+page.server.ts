import { parseActivityFilter } from '#lib/domain/staff/activity.ts';
import { wordsAfterName, wordsOf } from '#lib/domain/labels/acts.ts';
import { instantWords } from '#lib/domain/calendar/calendar.ts';
import * as activity from '#lib/server/audit/activity.ts';
import * as audit from '#lib/server/audit/index.ts';
import * as accounts from '#lib/server/staff/accounts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { db, user } }) => {
	const filter = parseActivityFilter(url.searchParams);
	const found = activity.list(db, user!, filter);
	const isAdmin = user!.role === 'admin';
	return {
		filter,
		people: isAdmin
			? accounts.accounts(db).map(({ id, name }) => ({ id, name }))
			: [{ id: user!.id, name: user!.name }],
		records: found.map(({ at, action, ...record }) => ({
			...record,
			at: instantWords(at),
			did: record.name === null ? wordsOf(action) : wordsAfterName(action)
		})),
		older: found.length === activity.perPage ? found.at(-1)!.id : null,
		chain: isAdmin ? audit.verify(db) : null
	};
};
