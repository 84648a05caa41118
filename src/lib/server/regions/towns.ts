import { sql } from 'drizzle-orm';
import type { Point } from '#lib/domain/map/bounds.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByVersion } from '#lib/server/database/data-version.ts';
import { names } from './names.ts';
import { isOnTheWeb } from '#lib/server/contents/visibility.ts';

/** Where each town is, by code: in the middle of the places in it that anybody may find. */
export const towns = cachedByVersion((db: Database): Map<string, Point & { name: string }> => {
	const { municipalities } = names(db);
	const rows = db.all<Point & { code: string }>(sql`
		SELECT v.municipality_code AS code, avg(v.latitude) AS latitude, avg(v.longitude) AS longitude
		FROM resources r JOIN revisions v ON v.id = r.current_revision_id
		WHERE v.precision = 'exact' AND v.latitude IS NOT NULL AND v.longitude IS NOT NULL
			AND v.municipality_code IS NOT NULL AND r.withdrawn_at IS NULL AND ${isOnTheWeb}
		GROUP BY v.municipality_code`);
	return new Map(
		rows.map(({ code, ...point }) => [code, { ...point, name: municipalities.get(code) ?? code }])
	);
});
