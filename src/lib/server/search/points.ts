import type { Point } from '#lib/domain/map/bounds.ts';
import type { Precision } from '#lib/domain/resource/content.ts';
import { placeOf } from '#lib/domain/resource/precision.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';

type Row = { id: number; precision: Precision; latitude: number; longitude: number };

const nowhere = {
	municipality: null,
	town: null,
	street: null,
	building: null,
	postalCode: null,
	access: null
};

/** Where revisions are that may be shown exactly; revisions never change, so newer ones are added. */
const kept = cachedByDatabase(({ $client }) => ({
	last: -1,
	changes: -1,
	points: new Map<number, Point>(),
	newer: $client.prepare<[number], Row>(
		`SELECT id, precision, latitude, longitude FROM revisions
		WHERE id > ? AND latitude IS NOT NULL AND longitude IS NOT NULL ORDER BY id`
	),
	state: $client.prepare<[], number>('SELECT changes FROM search_state').pluck()
}));

/** By document. */
export function pointsOf(db: Database): ReadonlyMap<number, Point> {
	const known = kept(db);
	const changes = known.state.get() ?? 0;
	// An erased revision changes the index too.
	if (known.changes !== changes || db.$client.inTransaction) {
		Object.assign(known, { last: -1, changes, points: new Map<number, Point>() });
	}
	for (const { id, precision, latitude, longitude } of known.newer.iterate(known.last)) {
		const shown = placeOf({ ...nowhere, latitude, longitude }, precision);
		if (shown.latitude !== null && shown.longitude !== null) {
			known.points.set(id, { latitude: shown.latitude, longitude: shown.longitude });
		}
		known.last = id;
	}
	return known.points;
}
