import { and, desc, inArray, isNotNull, ne } from 'drizzle-orm';
import { editsRegion, type User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import { import_previews } from '#lib/server/database/schema/index.ts';
import * as regions from '#lib/server/regions/regions.ts';
import type { Mapping } from '#lib/server/imports/understanding.ts';
import type { Options, Preview } from './keeping.ts';

const looked = 200;

/** What these columns became the last time that they came to this region, or from the same person. */
export function earlierMapping(
	db: Database,
	user: User,
	preview: Preview
): { mapping: Mapping; fileName: string; at: string } | null {
	const header = new Set(preview.result?.header);
	const found = db
		.select()
		.from(import_previews)
		.where(
			and(
				ne(import_previews.id, preview.id),
				inArray(import_previews.state, ['written', 'undone', 'ready']),
				isNotNull(import_previews.mapping)
			)
		)
		.orderBy(desc(import_previews.changed_at))
		.limit(looked)
		.all()
		.find(({ staff_id, options, mapping }) => {
			const { region } = options as Options;
			const isTheirs = staff_id === user.id || isOfRegion(db, user, region);
			return isTheirs && isAllKnown(mapping as Mapping, header);
		});
	if (!found) return null;
	const { mapping, file_name: fileName, changed_at: at } = found;
	return { mapping: mapping as Mapping, fileName, at };
}

function isOfRegion(db: Database, user: User, slug: string | null): boolean {
	const region = slug === null ? undefined : regions.find(db, slug);
	return region !== undefined && editsRegion(user, region.id);
}

/** A list of next year may have a column more; what was mapped has to be there. */
const isAllKnown = ({ columns }: Mapping, header: ReadonlySet<string>): boolean =>
	header.size > 0 && columns.every(({ from, to }) => to === null || header.has(from));
