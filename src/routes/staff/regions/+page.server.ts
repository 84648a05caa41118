import { editsRegion } from '#lib/domain/staff/staff.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { db, user } }) => {
	const all = Map.groupBy(staffView.all(db), ({ region }) => region);
	const known = regions.list(db);
	return {
		isSampleGone:
			url.searchParams.get('removed') === 'sample' && !known.some(({ fictional }) => fictional),
		regions: known
			.filter(({ id }) => editsRegion(user!, id))
			.map(({ slug, name }) => ({
				slug,
				name,
				editions: (all.get(slug) ?? []).map(({ id, year, state, entries }) => ({
					...{ year, state, entries },
					left:
						state === 'verifying'
							? editions.board(db, id).filter(({ isDone }) => !isDone).length
							: null
				}))
			}))
	};
};
