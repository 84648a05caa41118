import { sql } from 'drizzle-orm';
import type { Moment } from '#lib/domain/calendar/calendar.ts';
import type { Database } from '#lib/server/database/client.ts';
import { cachedByVersion } from '#lib/server/database/data-version.ts';

/** The times of the clock at which something that is shown begins or ends, in order. */
const turns = cachedByVersion((db): string[] =>
	db
		.all<{ at: string }>(
			sql`
				SELECT starts_at AS at FROM revision_schedules UNION SELECT ends_at FROM revision_schedules
				UNION SELECT starts_at FROM schedule_exceptions UNION SELECT ends_at FROM schedule_exceptions
				UNION SELECT json_extract(r.value, '$.startsAt') FROM revision_schedules, json_each(also) AS r
				UNION SELECT json_extract(r.value, '$.endsAt') FROM revision_schedules, json_each(also) AS r
				ORDER BY 1`
		)
		.flatMap(({ at }) => at ?? [])
);

/**
 * A word that is another one as soon as some schedule begins or ends, and at midnight: what is told of
 * the next dates stays true as long as it is the same.
 */
export function turnOf(db: Database, { on, at }: Moment): string {
	const times = turns(db);
	let [low, high] = [0, times.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (times[middle]! <= at) low = middle + 1;
		else high = middle;
	}
	return `${on} ${low}`;
}
