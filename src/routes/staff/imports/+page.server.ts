import { instantWords } from '#lib/domain/calendar/calendar.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { names } from '#lib/server/regions/names.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { db, user } }) => ({
	regionNames: Object.fromEntries(names(db).regions),
	imports: previews.list(db, user!).map(({ id, fileName, state, options, result, startedAt }) => ({
		...{ id, fileName, state, isUnfinished: previews.isUnfinished(state) },
		...{ region: options.region, year: options.year },
		rows: result?.counts.rows || null,
		at: instantWords(startedAt)
	})),
	taken: previews.takenByColleagues(db, user!).map(({ options, changedAt, ...one }) => ({
		...one,
		...{ region: options.region, year: options.year },
		at: instantWords(changedAt)
	}))
});
