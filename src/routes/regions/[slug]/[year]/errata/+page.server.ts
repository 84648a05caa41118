import { error } from '@sveltejs/kit';
import { dateWords } from '#lib/domain/calendar/calendar.ts';
import { headingOf } from '#lib/domain/edition/heading.ts';
import * as editions from '#lib/server/editions/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { db } }) => {
	const edition = editions.findByName(db, `${params.slug}-${params.year}`);
	if (!edition) error(404, 'その年度版は、ここにはありません。');
	return {
		isSample: edition.region.fictional,
		edition: headingOf(edition),
		errata: editions.errata(db, edition).map(({ row, number, since, fields }) => ({
			id: row.id,
			name: row.name,
			number,
			since: dateWords(since),
			fields
		}))
	};
};
