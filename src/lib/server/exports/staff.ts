import { forms, type Form } from '#lib/domain/formats/export/about.ts';
import { parseResourceFilter, writeResourceFilter } from '#lib/domain/editing/resource-filter.ts';
import { boardAddress, boardMatches, parseBoardFilter } from '#lib/domain/edition/board.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import { noteExport } from '#lib/server/audit/exporting.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as staffView from '#lib/server/editing/staff-view.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as staffEditions from '#lib/server/editions/staff-view.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { exportFile, type ExportFile } from './file.ts';
import { encodingIn } from './public.ts';
import type { Asked } from './selection.ts';

type Params = { slug: string; year?: string };
type By = { user: User; now: Date; query: URLSearchParams };

/** What an address of the staff area asks for: their lists are narrowed in their own ways. Reach is checked before. */
export function askedByStaff(
	db: Database,
	{ slug, year }: Params,
	{ user, now, query }: By
): Asked & { year: number | null } {
	const regionId = regions.find(db, slug)!.id;
	const base = { regionId, staff: true };
	if (year === undefined) {
		const filter = { ...parseResourceFilter(query), region: slug, page: 1 };
		const isWhole = writeResourceFilter(filter) === `?region=${slug}`;
		const within = isWhole ? null : new Set(staffView.ids(db, user, filter, now));
		return { ...base, editionId: null, year: null, within };
	}
	const edition = staffEditions.find(db, { slug, year })!;
	const filter = parseBoardFilter(query);
	const isWhole = boardAddress(filter) === '?';
	const found = isWhole ? null : boardMatches(editions.board(db, edition.id), filter);
	const within = found && new Set(found.map(({ resourceId }) => resourceId));
	return { ...base, editionId: edition.id, year: edition.year, within };
}

export const formIn = (name: string): Form | undefined => forms.find((form) => form === name);

/** A file with all that staff may see; that it was taken out is in the log. */
export async function staffFile(
	db: Database,
	params: Params,
	{ form, origin, ...asking }: By & { form: Form; origin: string }
): Promise<ExportFile> {
	const asked = askedByStaff(db, params, asking);
	const encoding = encodingIn(asking.query);
	const file = await exportFile(db, { ...asked, form, encoding, origin });
	const by = { by: asking.user.id, at: asking.now, rows: file.rows };
	if (asked.editionId === null) noteExport(db, 'region', { id: params.slug, ...by });
	else noteExport(db, 'edition', { id: asked.editionId, ...by });
	return file;
}
