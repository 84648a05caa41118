import { error } from '@sveltejs/kit';
import * as pictures from '#lib/server/booklet/picture/pictures.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import type { RequestHandler } from './$types';

/** One picture of the edition, for staff alone. */
export const GET: RequestHandler = ({ params, locals: { db } }) => {
	const edition = staffView.find(db, params);
	const row =
		edition &&
		pictures.pictureRows(db, edition.id).find(({ id }) => `${id}.jpg` === params.picture);
	const file = row && pictures.pictureBytes(db, row.sha256);
	if (!file) error(404, 'その写真は、ここにはありません。');
	return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': file.type } });
};
