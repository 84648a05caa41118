import { error, redirect } from '@sveltejs/kit';
import { parseShortCode } from '#lib/domain/reader/profile/short-address.ts';
import * as resourcePages from '#lib/server/listings/resource.ts';
import type { RequestHandler } from './$types';

/** From paper to the page of a place. */
export const GET: RequestHandler = ({ params, locals: { db } }) => {
	const end = parseShortCode(params.code);
	const id = end === null ? undefined : resourcePages.idEndingIn(db, end);
	if (!id)
		error(
			404,
			'このアドレスの場所は、いまは載っていません。紙の文字を、もう一度確かめてください。'
		);
	redirect(307, `/resources/${id}`);
};
