import { japanDate } from '#lib/domain/calendar/calendar.ts';
import { issuesOf } from '#lib/domain/reader/comparison/asked.ts';
import { most } from '#lib/domain/reader/comparison/size.ts';
import { comparisonOf, type Comparison } from '#lib/domain/reader/comparison/comparison.ts';
import type { PublicResource } from '#lib/domain/reader/profile/public-resource.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';
import * as resourcePages from './resource.ts';

/** Resources as they are now, side by side; `issues`: what was asked for and is not among them. */
export function find(
	db: Database,
	ids: readonly string[],
	now: Date
): { comparison: Comparison; issues: string[] } {
	const listed = ids.slice(0, most).map((id) => nowOf(db, id, now));
	const found = listed.filter((resource) => resource !== null);
	const each = new Map(found.map((resource) => [resource.id, resource]));
	const sources = [...each.values()].map((resource) => ({ resource, names: names(db) }));
	return {
		comparison: comparisonOf(sources, japanDate(now)),
		issues: issuesOf({ asked: ids.length, lost: listed.length - found.length })
	};
}

/** One that turned out to be another place is that place. */
function nowOf(db: Database, id: string, now: Date): PublicResource | null {
	const found = resourcePages.find(db, id, { now });
	if (!found?.gone) return found ?? null;
	const { mergedInto } = found.gone;
	return mergedInto && mergedInto !== id ? nowOf(db, mergedInto, now) : null;
}
