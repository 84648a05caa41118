import { sql } from 'drizzle-orm';
import { japanDate } from '#lib/domain/calendar.ts';
import { compare, type Changes, type Erratum, type FieldChange } from '#lib/domain/compare.ts';
import type { EntryState } from '#lib/domain/edition.ts';
import { publicContent } from '#lib/domain/publication.ts';
import type { Row } from '#lib/domain/row.ts';
import { contents } from '#lib/server/contents/read.ts';
import type { Database } from '#lib/server/database.ts';
import { names } from '#lib/server/names.ts';
import { prepare } from '#lib/server/prepared.ts';
import { hasWebConsent, webConsentOf, type Shown } from '#lib/server/shown.ts';
import { list, listYear, type Edition } from './read.ts';

type Pin = Shown & { number: number; state: EntryState; hash: string };

/** What became of the entries of the edition before (or of `olderYear`) in this one. */
export function changes(db: Database, newer: Edition, olderYear?: number): Changes | undefined {
	const older = list(db, newer.region.id).find((edition) =>
		olderYear === undefined ? edition.year < newer.year : edition.year === olderYear
	);
	if (olderYear !== undefined && (!older || older.year >= newer.year)) return undefined;
	const before = pinsOf(db, older);
	const after = pinsOf(db, newer);
	const { arrived, gone, kept } = sorted(before, after);
	const isState = (state: EntryState) => (pin: Pin) => pin.state === state;
	const differing = kept.filter(
		(pin) =>
			pin.state !== 'closed' &&
			pin.state !== 'paused' &&
			before.get(pin.resource)!.hash !== pin.hash
	);
	const changed = changesOf(
		db,
		differing.map((pin) => ({ before: before.get(pin.resource)!, after: pin }))
	).map(({ row, fields }) => ({ row, fields }));
	const stopped = kept.filter((pin) => pin.state === 'paused' || pin.state === 'closed');
	const entered = arrived.filter((pin) => pin.state !== 'closed');
	return {
		from: older?.year ?? null,
		to: newer.year,
		arrived: rows(db, entered),
		changed,
		paused: rows(db, kept.filter(isState('paused'))),
		closed: rows(db, [...after.values()].filter(isState('closed'))),
		gone: rows(db, gone),
		continued: kept.length - changed.length - stopped.length
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
		const beforePins = pinsOf(db, before);
		const afterPins = pinsOf(db, after);
		const { arrived, gone } = sorted(beforePins, afterPins);
		return {
			edition,
			from: before ? from : null,
			arrived: arrived.length,
			gone: gone.length,
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
 * of places that are live, where both what was printed and what is true now may be on the web.
 */
export function errata(db: Database, edition: Edition): Erratum[] {
	const newer = db.all<Shown & { current: number; approved_at: string }>(sql`
		SELECT e.resource_id AS resource, e.revision_id AS revision, e.number, '' AS region,
			NULL AS method, NULL AS verified_on, NULL AS role,
			v.id AS current, v.approved_at
		FROM entries e
		JOIN resources r ON r.id = e.resource_id
		JOIN revisions v ON v.id = r.current_revision_id
		JOIN revisions p ON p.id = e.revision_id
		WHERE e.edition_id = ${edition.id} AND v.id > p.id AND v.content_hash <> p.content_hash
			AND r.withdrawn_at IS NULL AND ${hasWebConsent}
			AND ${webConsentOf(sql`p.id`)}
		ORDER BY e.number`);
	const pairs = newer.map((one) => ({
		before: { ...one, region: edition.region.slug },
		after: { ...one, region: edition.region.slug, revision: one.current }
	}));
	return changesOf(db, pairs).map(({ pair, row, fields }) => ({
		row,
		number: pair.after.number!,
		since: japanDate(new Date(pair.after.approved_at)),
		fields
	}));
}

/** What an edition prints, by resource; nothing when there is no such edition. */
function pinsOf(db: Database, edition: Edition | undefined): Map<string, Pin> {
	if (!edition) return new Map();
	const all = db.all<Pin>(sql`
		SELECT e.resource_id AS resource, v.id AS revision, g.slug AS region,
			c.method, c.verified_on, c.role, e.number, e.state, v.content_hash AS hash
		FROM entries e
		JOIN editions d ON d.id = e.edition_id
		JOIN regions g ON g.id = d.region_id
		JOIN revisions v ON v.id = e.revision_id
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE e.edition_id = ${edition.id} AND ${hasWebConsent}
		ORDER BY e.number`);
	return new Map(all.map((pin) => [pin.resource, pin]));
}

/** A place that closed in the older edition is not missing from the newer one. */
function sorted(before: Map<string, Pin>, after: Map<string, Pin>) {
	return {
		arrived: [...after.values()].filter((pin) => !before.has(pin.resource)),
		gone: [...before.values()].filter((pin) => pin.state !== 'closed' && !after.has(pin.resource)),
		kept: [...after.values()].filter((pin) => before.has(pin.resource))
	};
}

const rows = (db: Database, shown: Shown[]): Row[] => prepare(db, shown).map(({ row }) => row);

/** Field by field; pairs that differ only in what readers may not see are left out. */
function changesOf<Pair extends { before: Shown; after: Shown }>(
	db: Database,
	pairs: Pair[]
): { pair: Pair; row: Row; fields: FieldChange[] }[] {
	const read = contents(
		db,
		pairs.flatMap(({ before, after }) => [before.revision, after.revision])
	);
	const visible = (shown: Shown) => publicContent(read.get(shown.revision)!);
	const shownRows = rows(
		db,
		pairs.map(({ after }) => after)
	);
	return pairs
		.map((pair, i) => ({
			pair,
			row: shownRows[i]!,
			fields: compare(visible(pair.before), visible(pair.after), names(db))
		}))
		.filter(({ fields }) => fields.length > 0);
}
