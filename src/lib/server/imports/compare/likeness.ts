import { sql } from 'drizzle-orm';
import { likenesses, traitsOf, type Traits } from '#lib/domain/formats/preview/likeness.ts';
import type { Like } from '#lib/domain/formats/preview/preview.ts';
import type { Reading } from '#lib/domain/formats/format.ts';
import type { Database } from '#lib/server/database/client.ts';

type Known = {
	id: string;
	revision: number;
	sources: string | null;
	phones: string | null;
} & Record<'name' | 'kana' | 'municipality' | 'town' | 'street', string | null> &
	Record<'latitude' | 'longitude', number | null>;

const mostLike = 5;

/**
 * Finds for a row that is no known resource those that are like it. A publisher that gives two numbers
 * means two places. `isTold`: whom somebody may learn of; `matched`: rows that are known resources.
 */
export function likenessIndex(
	db: Database,
	regions: readonly number[],
	isTold: (resourceId: string) => boolean,
	matched: Iterable<Reading> = []
) {
	const known = regions.length === 0 ? [] : load(db, regions).filter(({ id }) => isTold(id));
	const index = likenesses(
		known.map((one) => ({ key: one, traits: traitsOfKnown(one), publishers: publishersOf(one) }))
	);
	const rows = likenesses<number>([], { onlyByName: true });
	const add = (reading: Reading, traits: Traits) =>
		rows.add({ key: reading.row.line, traits, publishers: [] });
	for (const reading of matched) if (!reading.source) add(reading, traitsOf(reading.content!));
	return {
		of(reading: Reading, taken: ReadonlySet<string>): Like[] {
			const traits = traitsOf(reading.content!);
			const publishers = reading.source ? [publisherOf(reading.source.source)] : [];
			const found = index
				.like(traits, publishers)
				.filter(({ key }) => !taken.has(key.id))
				.map(({ key, why }) => ({ resource: key.id, line: null, revision: key.revision, why }));
			// What one publisher numbers in one file are several places.
			if (reading.source) return found.slice(0, mostLike);
			const alike = rows
				.like(traits, publishers)
				.filter(({ isStrong }) => isStrong)
				.map(({ key: line, why }) => ({ resource: null, line, revision: null, why }));
			add(reading, traits);
			return [...found, ...alike].slice(0, mostLike);
		}
	};
}

const publishersOf = ({ sources }: Known) => sources?.split('\n').map(publisherOf) ?? [];

/** WAM NET has a list for each service, and a place of two services is two resources. */
const publisherOf = (source: string): string => (source.startsWith('wamnet/') ? 'wamnet' : source);

const traitsOfKnown = (known: Known): Traits =>
	traitsOf({
		name: known.name ?? '',
		kana: known.kana,
		phones: (known.phones?.split('\n') ?? []).map((number) => ({ number })),
		location: known
	});

const load = (db: Database, regions: readonly number[]): Known[] =>
	db.all<Known>(sql`
		SELECT r.id, v.id AS revision, v.name, v.kana, v.municipality_code AS municipality, v.town, v.street,
			v.latitude, v.longitude,
			(SELECT group_concat(p.number, char(10)) FROM revision_phones p WHERE p.revision_id = v.id) AS phones,
			(SELECT group_concat(s.source, char(10)) FROM resource_sources s WHERE s.resource_id = r.id) AS sources
		FROM resources r JOIN revisions v ON v.id = r.current_revision_id
		WHERE r.region_id IN ${regions} AND r.merged_into_id IS NULL
			AND (r.withdrawn_at IS NULL OR r.withdrawn_cause = 'absence')`);
