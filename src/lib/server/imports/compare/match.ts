import type { Content } from '#lib/domain/resource/content.ts';
import type { Reading } from '#lib/domain/formats/format.ts';
import { pair, type Likeness } from '#lib/domain/formats/identity.ts';
import { withoutLongMarks } from '#lib/domain/text/normalise.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as found from './known.ts';
import type { Known } from './known.ts';
import type { RegionAssignment } from './region-assignment.ts';

/** Sources of which this file is taken to hold everything: those of rows without an id of ours. */
export const sourcesOf = (readings: Reading[]): string[] => [
	...new Set(readings.flatMap(({ id, source }) => (id || !source ? [] : source.source)))
];

/** Everything that a row of the file could be; `meant`: what somebody said that rows are. */
export function candidates(
	db: Database,
	readings: Reading[],
	places: RegionAssignment,
	meant: readonly string[]
) {
	const numbered = found.bySources(db, sourcesOf(readings));
	const ids = readings.flatMap(({ id }) => id ?? []);
	const named = readings.filter(({ id, source }) => !id && !source);
	const regions = new Set(named.flatMap((reading) => places.regionOf(reading, null)?.id ?? []));
	const unnumbered = found.unnumbered(db, [...regions]);
	const own = found.byIds(db, [...new Set([...ids, ...meant])]);
	const all = new Map([...numbered, ...unnumbered, ...own].map((known) => [known.id, known]));
	return { all, numbered, unnumbered };
}

/**
 * Row by row the resource that it is: by our id, else by source and number, else by name and
 * municipality within its region. A row that is none is new.
 */
export function match(
	readings: Reading[],
	{ all, numbered, unnumbered }: ReturnType<typeof candidates>,
	contentOf: (known: Known) => Content | undefined,
	places: RegionAssignment
): Map<Reading, Known> {
	const matches = new Map<Reading, Known>();
	const taken = new Set<string>();
	for (const reading of readings) {
		const known = reading.id ? all.get(reading.id) : undefined;
		if (!known) continue;
		matches.set(reading, known);
		taken.add(known.id);
	}

	const free = readings.filter(({ id }) => !id);
	const groups = Map.groupBy(free, ({ source, content }) =>
		source ? sourceKey(source) : nameKey(content!)
	);
	const knownBySource = grouped(numbered, ({ sources }) => sources.map(sourceKey));
	const knownByName = grouped(unnumbered, (known) => {
		const content = contentOf(known);
		return content ? [nameKey(content)] : [];
	});
	for (const [key, group] of groups) {
		const named = group[0]!.source === null;
		const region = named ? places.regionOf(group[0]!, null)?.id : null;
		const known = ((named ? knownByName : knownBySource).get(key) ?? []).filter(
			(one) => !taken.has(one.id) && (!named || one.region === region)
		);
		const likeness = (content: Content | undefined): Likeness => ({
			name: content?.name ?? '',
			municipality: content?.location.municipality ?? null,
			street: content?.location.street ?? null
		});
		const pairs = pair(
			group.map(({ content }) => likeness(content!)),
			known.map((one) => likeness(contentOf(one)))
		);
		for (const [row, place] of pairs) {
			matches.set(group[row]!, known[place]!);
			taken.add(known[place]!.id);
		}
	}
	return matches;
}

const sourceKey = ({ source, number }: { source: string; number: string }) =>
	JSON.stringify([source, number]);

const nameKey = (content: Content) =>
	JSON.stringify([withoutLongMarks(content.name), content.location.municipality]);

function grouped(list: Known[], keys: (known: Known) => string[]): Map<string, Known[]> {
	const groups = new Map<string, Known[]>();
	for (const known of list) {
		for (const key of keys(known)) groups.set(key, [...(groups.get(key) ?? []), known]);
	}
	return groups;
}
