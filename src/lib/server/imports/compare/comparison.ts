import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Finding } from '#lib/domain/formats/format.ts';
import type { Database } from '#lib/server/database/client.ts';
import { atOneMoment } from '#lib/server/database/transaction.ts';
import { editions, regions } from '#lib/server/database/schema/index.ts';
import type { FileRead, Progress } from '#lib/server/imports/read.ts';
import type { Asked } from './asked.ts';
import { gaps, outsiders, strangers } from './gaps.ts';
import { isPlaced, type PlannedRow } from './planned.ts';
import { goneOf, type Gone } from './missing.ts';
import { plan } from './plan.ts';
import { regionAssignment, type RegionAssignment } from './region-assignment.ts';

/** What a file would do to the database. */
export type Comparison = {
	items: PlannedRow[];
	gone: Gone[];
	/** Why nothing can be written. */
	problems: Finding[];
	warnings: Finding[];
	places: RegionAssignment;
};

/** Compares a file that was read with the database as it is at this moment. */
export function compareFile(
	db: Database,
	{ readings, format, warnings }: FileRead,
	asked: Asked,
	progress: Progress
): Comparison {
	return atOneMoment(db, () => {
		const places = regionAssignment(db, asked.chosen);
		const { items, matched } = plan(db, { readings, format }, asked, places, progress);
		const refused = items.filter(({ outcome }) => outcome === 'refused');
		const told = items.filter(({ outcome }) => outcome !== 'refused');
		const touched = [...new Set(items.filter(isPlaced).map(({ region }) => region.id))];
		const found = [
			...strangers(items, asked.chosen),
			...warnings,
			...told.flatMap(({ findings }) => findings),
			...(format.repeats ? [] : gaps(items)),
			...outsiders(db, items)
		];
		return {
			...{ items, places },
			gone: goneOf(db, readings, asked, touched, matched),
			problems: [
				...inOrder(refused.flatMap(({ findings }) => findings)),
				...lockedEditions(db, touched, asked)
			],
			warnings: inOrder(found)
		};
	});
}

const inOrder = (findings: Finding[]) => findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

function lockedEditions(db: Database, touched: number[], { year, way }: Asked): Finding[] {
	if (year === null || way !== 'revision') return [];
	const locked = db
		.select({ region: regions.name })
		.from(editions)
		.innerJoin(regions, eq(regions.id, editions.region_id))
		.where(
			and(
				inArray(editions.region_id, touched),
				eq(editions.year, year),
				sql`(withdrawn_at IS NULL AND locked_at IS NOT NULL OR withdrawn_at IS NOT NULL AND NOT EXISTS (
					SELECT 1 FROM editions d WHERE d.region_id = editions.region_id
						AND d.year = editions.year AND d.withdrawn_at IS NULL))`
			)
		)
		.orderBy(regions.id)
		.all()
		.map(({ region }) => region);
	if (locked.length === 0) return [];
	const some =
		locked.slice(0, 5).join('・') + (locked.length > 5 ? `など${locked.length}地域` : '');
	const message = `${some}の${year}年度版は、校了か公開か取り下げのあとなので、変えられません。`;
	return [{ line: null, column: null, kind: 'region', found: null, message }];
}
