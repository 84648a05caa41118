import { sql } from 'drizzle-orm';
import { compare } from '#lib/domain/compare.ts';
import {
	fateOf,
	fates,
	type Compared,
	type Comparison,
	type ComparisonFilter,
	type Fate,
	type Pinned
} from '#lib/domain/comparison.ts';
import { publicContent } from '#lib/domain/publication.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database.ts';
import { names } from '#lib/server/names.ts';

type Pin = Pinned & {
	resourceId: string;
	revision: number;
	number: number;
	name: string;
	kana: string | null;
	chapter: string;
	municipality: string | null;
};
type Edition = { id: number; year: number };
/** Of all entries, those on paper alone too: for staff. The counts are of what is filtered otherwise. */
export function comparison(
	db: Database,
	[older, newer]: [Edition, Edition],
	{ fate = null, chapter = null, municipality = null }: Partial<ComparisonFilter> = {}
): Comparison {
	const before = pinsOf(db, older.id);
	const after = pinsOf(db, newer.id);
	const leftOut = [...before.values()].filter(({ resourceId }) => !after.has(resourceId));
	const counts = Object.fromEntries(fates.map((name) => [name, 0])) as Record<Fate, number>;
	const found: (Omit<Compared, 'fields'> & { revision: number })[] = [];
	for (const { hash, state, ...pin } of [...after.values(), ...leftOut]) {
		const became = fateOf(before.get(pin.resourceId), after.get(pin.resourceId));
		if (became === null) continue;
		if (chapter !== null && pin.chapter !== chapter) continue;
		if (municipality !== null && pin.municipality !== municipality) continue;
		counts[became] += 1;
		if (fate === null || fate === became) found.push({ ...pin, fate: became });
	}
	const changes = changesOf(
		db,
		found
			.filter(
				(one) => before.has(one.resourceId) && ['changed', 'paused', 'closed'].includes(one.fate)
			)
			.map(({ resourceId, revision }) => [before.get(resourceId)!.revision, revision])
	);
	return {
		from: older.year,
		to: newer.year,
		counts,
		rows: found.map(({ revision, ...row }) => ({ ...row, fields: changes.get(revision) ?? [] }))
	};
}

function changesOf(db: Database, pairs: [before: number, after: number][]) {
	const read = contents(db, pairs.flat());
	const visible = (revision: number) => publicContent(read.get(revision)!);
	return new Map(
		pairs.map(([before, after]) => [after, compare(visible(before), visible(after), names(db))])
	);
}

const pinsOf = (db: Database, editionId: number): Map<string, Pin> =>
	new Map(
		db
			.all<Pin>(
				sql`
		SELECT e.resource_id AS resourceId, e.revision_id AS revision, e.number, e.state, e.chapter,
			v.content_hash AS hash, v.name, v.kana, v.municipality_code AS municipality
		FROM entries e JOIN revisions v ON v.id = e.revision_id
		WHERE e.edition_id = ${editionId} ORDER BY e.number`
			)
			.map((pin) => [pin.resourceId, pin])
	);
