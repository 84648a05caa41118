import { error, redirect } from '@sveltejs/kit';
import { isBeingMade } from '#lib/domain/edition/edition.ts';
import { parseStickerForm, tooMany } from '#lib/domain/booklet/papers/sticker-order.ts';
import {
	corrections,
	mendedEdition,
	stickerPdf,
	stickersFor
} from '#lib/server/booklet/papers/stickers.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { download } from '#lib/server/web/download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { db, origin } }) => {
	const edition = staffView.find(db, params);
	const mended = edition && mendedEdition(db, edition);
	if (!mended) error(404, 'その年度版は、ここにはありません。');
	const { order, issues } = parseStickerForm(url.searchParams);
	const all = isBeingMade(edition.state) ? [] : corrections(db, mended);
	const stickers = stickersFor(all, mended, { order, origin });
	// The page says what cannot be made, beside what was typed.
	if (Object.keys(issues).length > 0 || stickers.length === 0 || tooMany(stickers.length, order)) {
		redirect(303, `/staff/regions/${params.slug}/${params.year}/errata${url.search}`);
	}
	const { name, pdf } = await stickerPdf(mended, stickers, order);
	return download({ name, type: 'application/pdf', body: pdf });
};
