import { error } from '@sveltejs/kit';
import { bookletFileName, choiceWords } from '#lib/domain/booklet/made.ts';
import { editionName } from '#lib/domain/edition/edition.ts';
import { noteBooklet } from '#lib/server/audit/exporting.ts';
import { file } from '#lib/server/booklet/made/find.ts';
import { ours } from '#lib/server/booklet/workshop.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { download } from '#lib/server/web/download.ts';
import type { RequestHandler } from './$types';

/** A proof, or what a print shop gets: numbers that are for paper alone leave with it. */
export const GET: RequestHandler = ({ params, locals: { db, user, now } }) => {
	const edition = staffView.find(db, params)!;
	const kept = /^\d{1,15}$/.test(params.made) ? file(db, edition.id, Number(params.made)) : null;
	const maker = kept && ours.makers[kept.form];
	if (!kept || !maker) error(404, 'その冊子は、もうありません。作りなおせます。');
	const what = `${choiceWords(kept)} ${kept.sha256}`;
	if (kept.channel === 'paper') {
		noteBooklet(db, { editionId: edition.id, by: user!.id, at: now, what });
	}
	const name = bookletFileName(editionName(edition.region, edition.year), kept, maker.ending);
	return download({ name, type: maker.type, body: kept.bytes });
};
