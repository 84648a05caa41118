import { error } from '@sveltejs/kit';
import { headingOf } from '#lib/domain/edition/heading.ts';
import type { Row } from '#lib/domain/listing/row.ts';
import * as editions from '#lib/server/editions/index.ts';
import type { PageServerLoad } from './$types';

const brief = ({ id, name, kana, category, place }: Row) => ({ id, name, kana, category, place });

export const load: PageServerLoad = ({ params, url, locals: { db } }) => {
	const edition = editions.findByName(db, `${params.slug}-${params.year}`);
	if (!edition) error(404, editions.missing(db, params));
	const asked = url.searchParams.get('from');
	const from = asked && /^\d{4}$/.test(asked) ? Number(asked) : undefined;
	const changes = editions.changes(db, edition, from);
	if (!changes) {
		error(404, editions.missing(db, params, 'くらべる年度版が、ここにはありません。'));
	}
	return {
		isSample: edition.region.fictional,
		edition: headingOf(edition),
		from: changes.from,
		arrived: changes.arrived.map(brief),
		changed: changes.changed.map(({ row, fields }) => ({ row: brief(row), fields })),
		paused: changes.paused.map(brief),
		closed: changes.closed.map(brief),
		gone: changes.gone.map(brief),
		continued: changes.continued
	};
};
