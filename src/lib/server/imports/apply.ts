import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { absence } from '#lib/domain/resource/withdrawal.ts';
import type { ReadingOf } from '#lib/domain/text/generated-reading.ts';
import * as audit from '#lib/server/audit/index.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import { cachedByDatabase } from '#lib/server/database/cache.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { editions as editionTable, imports } from '#lib/server/database/schema/index.ts';
import type { Absent } from './missing.ts';
import type { Known } from './known.ts';
import { outcome } from './outcome.ts';
import type { Item } from './plan.ts';
import type { Progress } from './read.ts';
import type { Report } from './report.ts';
import * as pins from '#lib/server/editions/pins.ts';
import { isStillMade } from '#lib/server/contents/still-made.ts';

export type Work = {
	items: Item[];
	absent: Absent[];
	year: number;
	/** A row's town decides its region, so that a place that moved moves. */
	byTown: boolean;
	asOf: string | null;
	file: { name: string; sha256: string; format: string };
	report: Report;
	by: string;
	at: Date;
	readingOf?: ReadingOf | undefined;
};

/** Writes what was planned; runs inside the caller's transaction. */
export function apply(db: Database, work: Work, progress: Progress): void {
	const { items, absent, year, by, at, report } = work;
	const importId = record(db, work);
	const opened = new Map<number, number>();
	const editionOf = (region: number) => {
		let edition = opened.get(region);
		if (edition === undefined) opened.set(region, (edition = openEdition(db, region, work)));
		return edition;
	};
	const newest = newestYears(db, items, year);
	const placed: string[] = [];

	items.forEach((item, done) => {
		if (done % 100 === 0) progress('write', done, items.length);
		if (item.outcome === 'withdrawn') return;
		const edition = editionOf(item.region.id);
		const { resourceId, revisionId } = revisionOf(db, item, importId, work);
		placed.push(resourceId);
		place(db, item, resourceId, laterYear(newest, item), work);
		const verificationId = verificationOf(db, item, { edition, resourceId, revisionId }, work);
		editions.pin(db, edition, { resourceId, revisionId, verificationId });
	});

	for (const { known, region, withdraw, unpin } of absent) {
		editionOf(region);
		if (unpin !== null) {
			pins.unpin(db, unpin, known.id);
		}
		if (withdraw)
			resources.withdraw(db, known.id, { by, at, reason: absence(year), cause: 'absence' });
	}
	arrangeAll(db, [...opened], year);
	progress('write', items.length, items.length);
	audit.record(db, {
		at: at.toISOString(),
		actor: by,
		action: 'import.apply',
		subject: 'import',
		subjectId: importId,
		details: {
			...{ year, format: work.file.format, file_sha256: work.file.sha256, ...report.counts },
			...outcome(db, {
				...{ importId, at: at.toISOString(), by, asOf: work.asOf },
				wereWithdrawn: items.flatMap(({ known }) => (known?.withdrawn ? known.id : [])),
				...{ placed, editions: [...opened.values()] }
			})
		}
	});
}

/** Puts a resource where it stands now: on or off the live pages, in the region of its town. */
function place(
	db: Database,
	{ known, region }: Item,
	resourceId: string,
	later: number | null,
	{ year, byTown, by, at }: Work
): void {
	if (!known) {
		if (later !== null)
			resources.withdraw(db, resourceId, { by, at, reason: absence(later), cause: 'absence' });
		return;
	}
	if (later !== null || isPast(known, year)) return;
	if (known.withdrawn) resources.reinstate(db, resourceId);
	if (byTown && known.region !== region.id) {
		resources.moveToRegion(db, resourceId, region.id);
	}
}

/** A later edition prints it: what this year says is history. */
const isPast = (known: Known, year: number) => known.pins.some((pin) => pin.year > year);

function record(db: Database, { file, year, report, by, at }: Work): number {
	return db
		.insert(imports)
		.values({
			file_name: file.name,
			file_sha256: file.sha256,
			format: file.format,
			year,
			counts: { rows: report.rows, ...report.counts, warnings: report.warnings.length },
			imported_at: at.toISOString(),
			imported_by: by
		})
		.returning({ id: imports.id })
		.get().id;
}

function openEdition(db: Database, regionId: number, { year, by, at }: Work): number {
	const known = db
		.select({ id: editionTable.id })
		.from(editionTable)
		.where(
			and(
				eq(editionTable.region_id, regionId),
				eq(editionTable.year, year),
				isNull(editionTable.withdrawn_at)
			)
		)
		.get();
	return known?.id ?? editions.open(db, { regionId, year, previewed: true, by, at });
}

function revisionOf(db: Database, item: Item, importId: number, work: Work) {
	const { year, by, at, readingOf } = work;
	const { known, content, reading } = item;
	const made = { content, by, at, importId, readingOf, reason: `${year}年度の取込` };
	if (!known) {
		return resources.create(db, {
			...made,
			...(reading.id ? { id: reading.id } : {}),
			regionId: item.region.id,
			sources: reading.source ? [reading.source] : []
		});
	}
	if (reading.source && !hasSource(known, reading.source)) {
		resources.addSource(db, known.id, reading.source);
	}
	const current = !isPast(known, year);
	const revisionId = item.revision ?? resources.revise(db, known.id, { ...made, current });
	return { resourceId: known.id, revisionId };
}

const hasSource = ({ sources }: Known, { source, number }: { source: string; number: string }) =>
	sources.some((one) => one.source === source && one.number === number);

/**
 * The check of the public data on its day, or the one that is known already when it is newer. In a round
 * that was opened only a check of that round is known.
 */
function verificationOf(
	db: Database,
	{ known }: Item,
	{ edition, ...pinned }: { edition: number; resourceId: string; revisionId: number },
	{ asOf, by, at }: Work
): number | null {
	const round = roundOf(db, edition, pinned.resourceId);
	const last = round ? round.check : known?.check;
	if (asOf === null || (last && last.on > asOf)) return last?.id ?? null;
	if (last?.on === asOf && last.revision === pinned.revisionId) return last.id;
	return resources.verify(db, { ...pinned, method: 'public-data', on: asOf, by, at });
}

type Check = NonNullable<Known['check']>;

/** Of an edition whose round was opened: the check that its entry has. undefined: there is no round. */
function roundOf(
	db: Database,
	edition: number,
	resourceId: string
): { check: Check | null } | undefined {
	const found = roundsOf(db).get(resourceId, edition);
	return found && { check: found.id === null ? null : (found as Check) };
}

/** Asked of every row. */
const roundsOf = cachedByDatabase(({ $client }) =>
	$client.prepare<[string, number], Omit<Check, 'id'> & { id: number | null }>(
		`SELECT c.id, c.verified_on AS "on", c.revision_id AS revision FROM editions d
		LEFT JOIN entries e ON e.edition_id = d.id AND e.resource_id = ?
		LEFT JOIN verifications c ON c.id = e.verification_id
		WHERE d.id = ? AND d.verifying_at IS NOT NULL`
	)
);

/** By source, the years after this one in which it was imported, earliest first. */
function newestYears(db: Database, items: Item[], year: number): Map<string, number> {
	const sources = [...new Set(items.flatMap(({ reading }) => reading.source?.source ?? []))];
	if (sources.length === 0) return new Map();
	const rows = db.all<{ source: string; year: number }>(sql`
		SELECT s.source, min(d.year) AS year
		FROM resource_sources s JOIN entries e ON e.resource_id = s.resource_id
		JOIN editions d ON d.id = e.edition_id
		WHERE s.source IN ${sources} AND d.year > ${year} AND d.withdrawn_at IS NULL
		GROUP BY s.source`);
	return new Map(rows.map((row) => [row.source, row.year]));
}

const laterYear = (newest: Map<string, number>, { reading }: Item): number | null =>
	(reading.source && !reading.id && newest.get(reading.source.source)) || null;

/** This year's editions, and those after it, whose states tell what became of this year's entries. */
function arrangeAll(db: Database, opened: [number, number][], year: number): void {
	for (const [, edition] of opened) editions.arrange(db, edition);
	const later = db
		.select({ id: editionTable.id })
		.from(editionTable)
		.where(
			and(
				inArray(
					editionTable.region_id,
					opened.map(([region]) => region)
				),
				gt(editionTable.year, year),
				isStillMade('editions')
			)
		)
		.all();
	for (const { id } of later) editions.arrange(db, id);
}
