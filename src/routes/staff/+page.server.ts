import { deed } from '#lib/domain/labels/acts.ts';
import { instantWords } from '#lib/domain/calendar/calendar.ts';
import { parseResourceFilter } from '#lib/domain/editing/resource-filter.ts';
import { editsRegion } from '#lib/domain/staff/staff.ts';
import * as activity from '#lib/server/audit/activity.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import * as inbox from '#lib/server/editing/inbox/inbox.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import * as resources from '#lib/server/editing/staff-view.ts';
import type { PageServerLoad } from './$types';

const due = parseResourceFilter(new URLSearchParams('state=due'));

export const load: PageServerLoad = ({ locals: { db, user, now } }) => {
	const isPartner = user!.role === 'partner';
	const own = regions.list(db).filter(({ id }) => editsRegion(user!, id));
	const rounds = staffView
		.all(db)
		.filter(
			({ region, state }) =>
				state !== 'published' &&
				state !== 'superseded' &&
				state !== 'withdrawn' &&
				own.some(({ slug }) => slug === region)
		)
		.map((edition) => {
			const left = editions.board(db, edition.id).filter(({ isDone }) => !isDone);
			return {
				path: `/staff/regions/${edition.region}/${edition.year}`,
				name: `${edition.regionName} ${edition.year}年度版`,
				state: edition.state,
				left: left.length,
				mine: left.filter(({ assignee }) => assignee === user!.id).length,
				total: edition.entries
			};
		});
	return {
		me: user!.id,
		rounds,
		due: isPartner ? 0 : resources.list(db, user!, due, now).total,
		begun: previews
			.list(db, user!)
			.filter(({ state }) => previews.isUnfinished(state))
			.map(({ id, fileName }) => ({ id, fileName })),
		proposals: inbox.countWaiting(db, user!),
		reports: inbox.countReported(db, user!),
		answered: isPartner ? inbox.own(db, user!).slice(0, 5) : [],
		latest: isPartner
			? []
			: activity
					.list(db, user!, { kind: null, person: null, before: null }, 8)
					.map(({ id, at, who, action, name }) => ({
						...{ id, who },
						at: instantWords(at),
						did: deed(name, action)
					}))
	};
};
