import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { PreviewState } from '#lib/domain/formats/preview/preview.ts';
import { editsRegion, regionsOf, type User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import { import_previews, staff } from '#lib/server/database/schema/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { Options, Result } from './keeping.ts';

/** What a colleague took in; of what they only look at, nothing is told. */
export type Taken = {
	id: string;
	fileName: string;
	state: PreviewState;
	options: Options;
	rows: number | null;
	/** ISO instant. */
	changedAt: string;
	/** null: the account is gone. */
	who: string | null;
};

const shown = 50;

/** Imports of others into regions where somebody edits, the newest first. */
export function takenByColleagues(db: Database, user: User): Taken[] {
	if (user.role === 'partner') return [];
	const isEverywhere = regionsOf(user) === 'all';
	const own = regions.list(db).filter(({ id }) => editsRegion(user, id));
	const slugs = JSON.stringify(own.map(({ slug }) => slug));
	const isOwn = sql`json_extract(${import_previews.options}, '$.region') IN
		(SELECT value FROM json_each(${slugs}))`;
	return db
		.select({ preview: import_previews, who: staff.name })
		.from(import_previews)
		.leftJoin(staff, eq(staff.id, import_previews.staff_id))
		.where(
			and(
				ne(import_previews.staff_id, user.id),
				inArray(import_previews.state, ['written', 'undone']),
				isEverywhere ? undefined : isOwn
			)
		)
		.orderBy(desc(import_previews.changed_at), desc(import_previews.id))
		.limit(shown)
		.all()
		.map(({ preview, who }) => ({
			...{ id: preview.id, fileName: preview.file_name, state: preview.state, who },
			...{ options: preview.options as Options, changedAt: preview.changed_at },
			rows: (preview.result as Result | null)?.counts.rows ?? null
		}));
}
