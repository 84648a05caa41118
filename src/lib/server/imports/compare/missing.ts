import { sql } from 'drizzle-orm';
import type { Reading } from '#lib/domain/formats/format.ts';
import type { Database } from '#lib/server/database/client.ts';
import { editsRegion } from '#lib/domain/staff/staff.ts';
import type { Asked } from './asked.ts';
import { byIds, bySources, type Known } from './known.ts';
import { sourcesOf } from './match.ts';

/** A resource that was there and that the file does not have. */
export type Gone = {
	known: Known;
	region: number;
	/** It leaves the live pages: nothing newer knows it either, or somebody decided so. */
	withdraw: boolean;
	/** Entry of an earlier try at the same year, to be taken out again. */
	unpin: number | null;
	/** The year's edition of the region says that it is gone. */
	isTold: boolean;
};

/** All that the file could have had and has not, and what becomes of it. A partner only adds and changes. */
export function goneOf(
	db: Database,
	readings: Reading[],
	{ year, chosen, user, way, decisions }: Asked,
	touched: number[],
	matched: ReadonlySet<string>
): Gone[] {
	if (way !== 'revision' || user?.role === 'partner') return [];
	const within = chosen?.id ?? null;
	const gone =
		year === null
			? missingOfDirectory(db, { readings, within }, matched)
			: missingOfSources(db, { readings, year, within }, matched);
	const left =
		year === null ? [] : missingOfRegions(db, { readings, year, regions: touched }, matched);
	const regionOf = new Map(left.map(({ id, region }) => [id, region]));
	for (const { known } of gone) regionOf.delete(known.id);
	const knownOf = new Map(byIds(db, [...regionOf.keys()]).map((known) => [known.id, known]));
	const told = [...regionOf].map(([id, region]) => onlyTold(knownOf.get(id)!, region));
	return [...gone, ...told]
		.filter(
			({ region, known }) => !user || [region, known.region].every((one) => editsRegion(user, one))
		)
		.map((one) => {
			const decision = decisions.get(one.known.id)?.is;
			if (decision === 'take') return { ...one, withdraw: !one.known.withdrawn };
			return decision === 'skip' ? { ...one, withdraw: false, unpin: null } : one;
		});
}

/** What the sources of the file have in the directory: only told, since there is no year to compare with. */
function missingOfDirectory(
	db: Database,
	{ readings, within }: { readings: Reading[]; within: number | null },
	matched: ReadonlySet<string>
): Gone[] {
	return bySources(db, sourcesOf(readings))
		.filter(
			({ id, withdrawn, region }) => !matched.has(id) && !withdrawn && (within ?? region) === region
		)
		.map((known) => onlyTold(known, known.region));
}

const onlyTold = (known: Known, region: number): Gone => ({
	...{ known, region, withdraw: false, unpin: null, isTold: false }
});

/**
 * What the sources of the file had in the newest earlier edition of each region (`within`: only of
 * that one), or in this year's after an earlier import, and have no longer.
 */
function missingOfSources(
	db: Database,
	{ readings, year, within }: { readings: Reading[]; year: number; within: number | null },
	matched: ReadonlySet<string>
): Gone[] {
	const inRegion = (region: number) => within === null || region === within;
	return sourcesOf(readings).flatMap((source) => {
		const all = bySources(db, [source]);
		const pins = all.flatMap((known) => known.pins).filter((pin) => inRegion(pin.region));
		const isNewest = pins.every((pin) => pin.year <= year);
		const latest = new Map<number, number>();
		for (const pin of pins) {
			if (pin.year < year) latest.set(pin.region, Math.max(pin.year, latest.get(pin.region) ?? 0));
		}
		return all.flatMap((known): Gone[] => {
			if (matched.has(known.id)) return [];
			// Missed already in an earlier year.
			if (known.withdrawn && known.withdrawnCause === 'absence' && known.absentYear !== year) {
				return [];
			}
			const own = known.pins.find((pin) => pin.year === year && inRegion(pin.region));
			const earlier = known.pins.findLast(
				(pin) => pin.year < year && pin.year === latest.get(pin.region)
			);
			const pin = own ?? earlier;
			if (!pin) return [];
			const withdraw = isNewest && !known.withdrawn;
			const unpin = own && !own.locked ? own.edition : null;
			return [{ known, region: pin.region, withdraw, unpin, isTold: true }];
		});
	});
}

/** What the newest earlier edition of a region printed and an operator's own file leaves out: only told. */
function missingOfRegions(
	db: Database,
	{ readings, year, regions }: { readings: Reading[]; year: number; regions: number[] },
	matched: ReadonlySet<string>
): { id: string; region: number }[] {
	const own = readings.filter(({ id, source }) => id || !source);
	if (own.length === 0 || regions.length === 0) return [];
	const numbersToo = own.some(({ id }) => id);
	const printed = db.all<{ id: string; region: number }>(sql`
		SELECT e.resource_id AS id, d.region_id AS region
		FROM editions d JOIN entries e ON e.edition_id = d.id
		WHERE d.region_id IN ${regions} AND d.withdrawn_at IS NULL AND d.year = (
			SELECT max(b.year) FROM editions b
			WHERE b.region_id = d.region_id AND b.year < ${year} AND b.withdrawn_at IS NULL
		)
		AND e.state <> 'closed' AND (${numbersToo ? 1 : 0} OR NOT EXISTS (
			SELECT 1 FROM resource_sources s WHERE s.resource_id = e.resource_id
		))
		ORDER BY d.region_id, e.number`);
	return printed.filter(({ id }) => !matched.has(id));
}
