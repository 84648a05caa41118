import { error } from '@sveltejs/kit';
import { noteBundle } from '#lib/server/audit/exporting.ts';
import { bundleForStaff } from '#lib/server/booklet/staff-bundle.ts';
import * as editions from '#lib/server/editions/index.ts';
import { download } from '#lib/server/web/download.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { db, user, now, origin } }) => {
	const asked = { region: params.slug, year: Number(params.year) };
	const edition = editions.find(db, asked);
	if (!edition || edition.previewed) {
		error(409, '公開した年度版だけが、束になります。公開してから、もう一度お試しください。');
	}
	const made = await bundleForStaff(db, edition, origin);
	if ('sentence' in made) error(503, made.sentence);
	noteBundle(db, { editionId: edition.id, by: user!.id, at: now, sha256: made.sha256 });
	return download({ name: made.name, type: 'application/zip', body: made.bytes });
};
