import { error } from '@sveltejs/kit';
import { isResourceId } from '#lib/domain/reader/profile/public-resource.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	if (!isResourceId(params.id)) error(404, 'ここには、いまは何も載っていません。');
	return { id: params.id };
};
