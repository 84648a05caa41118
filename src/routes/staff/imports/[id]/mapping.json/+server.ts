import { error } from '@sveltejs/kit';
import * as previews from '#lib/server/imports/previews/index.ts';
import type { RequestHandler } from './$types';

/** As `directory -- import --mapping FILE` takes it. */
export const GET: RequestHandler = ({ params, locals: { db, user } }) => {
	const preview = previews.find(db, user!, params.id);
	const shaped = preview && previews.shapeMapping(preview);
	const mapping = preview?.mapping ?? shaped ?? preview?.result?.proposal?.mapping;
	if (!mapping) error(404, 'このファイルには、列の対応づけがありません。');
	return new Response(`${JSON.stringify(mapping, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json',
			'content-disposition': 'attachment; filename="mapping.json"'
		}
	});
};
