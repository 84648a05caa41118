import {
	fates,
	fatesOf,
	type Compared,
	type Comparison,
	type ComparisonFilter,
	type Fate
} from '#lib/domain/edition/comparison.ts';
import type { Database } from '#lib/server/database/client.ts';
import { fieldChanges, pinsOf, type Pin } from './pins.ts';

type Edition = { id: number; year: number };

const told: readonly Fate[] = ['changed', 'paused', 'closed'];

/** Of all entries, those on paper alone too: for staff. The counts are of what is filtered otherwise. */
export function comparison(
	db: Database,
	[older, newer]: [Edition, Edition],
	{ fate = null, chapter = null, municipality = null }: Partial<ComparisonFilter> = {}
): Comparison {
	const before = pinsOf(db, older.id);
	const within = fatesOf(before, pinsOf(db, newer.id)).filter(
		({ pin }) =>
			(chapter === null || pin.chapter === chapter) &&
			(municipality === null || pin.municipality === municipality)
	);
	const counts = Object.fromEntries(fates.map((name) => [name, 0])) as Record<Fate, number>;
	for (const one of within) counts[one.fate] += 1;
	const found = within.filter((one) => fate === null || one.fate === fate);
	const changes = fieldChanges(
		db,
		found
			.filter(({ pin, fate }) => before.has(pin.resource) && told.includes(fate))
			.map(({ pin }) => ({ before: before.get(pin.resource)!, after: pin }))
	);
	return {
		from: older.year,
		to: newer.year,
		counts,
		rows: found.map(({ pin, fate }) => ({
			...rowOf(pin, fate),
			fields: changes.get(pin.revision) ?? []
		}))
	};
}

const rowOf = (
	{ resource, number, name, kana, chapter, municipality }: Pin,
	fate: Fate
): Omit<Compared, 'fields'> => ({
	...{ resourceId: resource, fate, number },
	...{ name, kana, chapter, municipality }
});
