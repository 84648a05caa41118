import { error } from '@sveltejs/kit';
import * as staffView from '#lib/server/editions/staff-view.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ params, locals: { db } }) => {
	const edition = staffView.find(db, params);
	if (!edition) error(404, 'その年度版は、ここにはありません。');
	return {
		edition,
		isSample: regions.samples(db).has(edition.region),
		path: `/staff/regions/${edition.region}/${edition.year}`
	};
};
