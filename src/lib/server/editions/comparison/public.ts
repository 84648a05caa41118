import { sql } from 'drizzle-orm';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import type { Changes, Erratum } from '#lib/domain/editing/public-comparison.ts';
import type { FieldChange } from '#lib/domain/editing/field-change.ts';
import { fatesOf, type Fate } from '#lib/domain/edition/comparison.ts';
import { newestBefore } from '#lib/domain/edition/edition.ts';
import type { Row } from '#lib/domain/listing/row.ts';
import type { Database } from '#lib/server/database/client.ts';
import { prepare } from '#lib/server/resources/rows.ts';
import {
	besideToday,
	hasWebConsent,
	isStillOnTheWeb,
	webConsentOf,
	type Shown
} from '#lib/server/contents/visibility.ts';
import { fieldChanges, pinsForReaders, type Pin } from './pins.ts';
import { list, listYear, type Edition } from '#lib/server/editions/find.ts';

/** What became of the entries of the edition before (or of `olderYear`) in this one. */
export function changes(db: Database, newer: Edition, olderYear?: number): Changes | undefined {
	const all = list(db, newer.region.id);
	const older =
		olderYear === undefined
			? newestBefore(all, newer.year)
			: all.find((edition) => edition.year === olderYear);
	if (olderYear !== undefined && (!older || older.year >= newer.year)) return undefined;
	const before = readersOf(db, older);
	const after = readersOf(db, newer);
	const fated = byFate(before, after);
	const changed = changesOf(
		db,
		fated('changed').map((pin) => ({ before: before.get(pin.resource)!, after: pin }))
	).map(({ row, fields }) => ({ row, fields }));
	return {
		from: older?.year ?? null,
		to: newer.year,
		arrived: rows(db, fated('new')),
		changed,
		paused: rows(db, fated('paused')),
		closed: rows(db, fated('closed')),
		gone: rows(db, fated('left-out')),
		// What differs only in what readers do not see goes on, for them.
		continued: fated('continued').length + fated('changed').length - changed.length
	};
}

export type RegionCounts = {
	edition: Edition;
	from: number | null;
	arrived: number;
	gone: number;
	total: number;
};

/** Arrivals and departures of every region in a year, against the year before that anybody printed. */
export function nationwideChanges(
	db: Database,
	year: number
): { from: number | null; to: number; regions: RegionCounts[] } {
	const from =
		db.get<{ year: number | null }>(sql`
			SELECT max(d.year) AS year FROM editions d JOIN regions g ON g.id = d.region_id
			WHERE d.year < ${year} AND g.fictional = 0 AND d.withdrawn_at IS NULL
			AND (d.published_at IS NOT NULL OR d.previewed_at IS NOT NULL)`)?.year ?? null;
	const older = from === null ? [] : listYear(db, from);
	const newer = listYear(db, year);
	const both = new Map([...older, ...newer].map((edition) => [edition.region.id, edition]));
	const counts = [...both.values()].map((edition) => {
		const before = older.find((one) => one.region.id === edition.region.id);
		const after = newer.find((one) => one.region.id === edition.region.id);
		const beforePins = readersOf(db, before);
		const afterPins = readersOf(db, after);
		const fated = byFate(beforePins, afterPins);
		return {
			edition,
			from: before ? from : null,
			arrived: fated('new').length,
			gone: fated('left-out').length,
			total: afterPins.size
		};
	});
	return {
		from,
		to: year,
		regions: counts.sort((a, b) => a.edition.region.id - b.edition.region.id)
	};
}

/**
 * The entries of an edition that the current revision contradicts, in the order of their numbers:
 * of places that are live, where both what was printed and what is true now may be on the web. `numbers`: of
 * these alone.
 */
export function errata(
	db: Database,
	edition: Pick<Edition, 'id' | 'region'>,
	{ numbers }: { numbers: readonly number[] | null } = { numbers: null }
): Erratum[] {
	const within =
		numbers === null
			? sql`TRUE`
			: sql`e.number IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`;
	const newer = db.all<Shown & { current: number; approved_at: string }>(sql`
		SELECT e.resource_id AS resource, e.revision_id AS revision, e.number, '' AS region,
			NULL AS method, NULL AS verified_on, NULL AS role, ${besideToday} AS beside,
			v.id AS current, v.approved_at
		FROM entries e
		JOIN resources r ON r.id = e.resource_id
		JOIN revisions v ON v.id = r.current_revision_id
		JOIN revisions p ON p.id = e.revision_id
		WHERE e.edition_id = ${edition.id} AND ${within} AND v.id > p.id AND v.content_hash <> p.content_hash
			AND r.withdrawn_at IS NULL AND ${hasWebConsent}
			AND ${webConsentOf(sql`p.id`)}
		ORDER BY e.number`);
	const pairs = newer.map((one) => ({
		before: { ...one, region: edition.region.slug },
		after: { ...one, region: edition.region.slug, revision: one.current, beside: null }
	}));
	return changesOf(db, pairs).map(({ pair, row, fields }) => ({
		row,
		number: pair.after.number!,
		since: japanDate(new Date(pair.after.approved_at)),
		fields
	}));
}

/** What readers find in an edition; nothing when there is no such edition. */
const readersOf = (db: Database, edition: Edition | undefined): Map<string, Pin> =>
	edition
		? pinsForReaders(db, edition.id, sql`${hasWebConsent} AND ${isStillOnTheWeb}`)
		: new Map<string, Pin>();

function byFate(before: Map<string, Pin>, after: Map<string, Pin>): (fate: Fate) => Pin[] {
	const groups = Map.groupBy(fatesOf(before, after), ({ fate }) => fate);
	return (fate) => groups.get(fate)?.map(({ pin }) => pin) ?? [];
}

const rows = (db: Database, shown: Shown[]): Row[] => prepare(db, shown).map(({ row }) => row);

/** Field by field; pairs that differ only in what readers may not see, or no longer, are left out. */
function changesOf<Pair extends { before: Shown; after: Shown }>(
	db: Database,
	pairs: Pair[]
): { pair: Pair; row: Row; fields: FieldChange[] }[] {
	const changes = fieldChanges(db, pairs);
	const shownRows = rows(
		db,
		pairs.map(({ after }) => after)
	);
	return pairs
		.map((pair, i) => ({
			pair,
			row: shownRows[i]!,
			fields: changes.get(pair.after.revision)!
		}))
		.filter(({ fields }) => fields.length > 0);
}
