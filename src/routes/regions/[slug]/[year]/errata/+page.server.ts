import { error } from '@sveltejs/kit';
import { parseInHand } from '#lib/domain/booklet/papers/pages.ts';
import { dateWords } from '#lib/domain/calendar/calendar.ts';
import { headingOf } from '#lib/domain/edition/heading.ts';
import { errataInHand } from '#lib/server/booklet/papers/errata-in-hand.ts';
import * as editions from '#lib/server/editions/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url, locals: { db, now } }) => {
	const edition = editions.findByName(db, `${params.slug}-${params.year}`);
	if (!edition) error(404, editions.missing(db, params));
	const { asked, typed, issue } = parseInHand(url.searchParams);
	const answer = asked ? errataInHand(db, edition, asked, { now }) : { issue };
	const inHand = 'found' in answer ? answer.found : null;
	return {
		isSample: edition.region.fictional,
		edition: headingOf(edition),
		typed,
		layout: asked && asked.layout !== 'a5' ? asked.layout : null,
		issue: 'issue' in answer ? answer.issue : null,
		inHand,
		errata: inHand
			? inHand.errata
			: editions.errata(db, edition).map(({ row, number, since, fields }) => ({
					...{ id: row.id, name: row.name, number, fields },
					since: dateWords(since)
				}))
	};
};
