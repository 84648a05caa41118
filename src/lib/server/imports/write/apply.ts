import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { absence } from '#lib/domain/resource/withdrawal.ts';
import * as audit from '#lib/server/audit/index.ts';
import { isStillMade } from '#lib/server/contents/still-made.ts';
import type { Database } from '#lib/server/database/client.ts';
import { editions as editionTable, imports } from '#lib/server/database/schema/index.ts';
import { movePins } from '#lib/server/editions/entries.ts';
import * as editions from '#lib/server/editions/index.ts';
import * as pins from '#lib/server/editions/pins.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { addSource } from '#lib/server/resources/sources.ts';
import type { Placed } from '#lib/server/imports/compare/planned.ts';
import type { Known } from '#lib/server/imports/compare/known.ts';
import type { Progress } from '#lib/server/imports/read.ts';
import { notes, type Notes } from './before.ts';
import { checkOf } from './checks.ts';
import { outcome } from './outcome.ts';
import { propose } from './propose.ts';
import type { Work } from './work.ts';

/** Writes what was decided; runs inside the caller's transaction. Returns the import's id. */
export function apply(db: Database, work: Work, progress: Progress): number {
	const { items, asked, by, at, report } = work;
	const importId = record(db, work);
	const noted = notes(db);
	const opened = new Map<number, number>();
	if (asked.way === 'revision') publish(db, { ...work, importId, noted, opened }, progress);
	else propose(db, { ...work, importId, noted }, progress);
	progress('write', items.length, items.length);
	db.update(imports).set({ before: noted.before }).where(eq(imports.id, importId)).run();
	audit.record(db, {
		at: at.toISOString(),
		actor: by,
		action: 'import.apply',
		subject: 'import',
		subjectId: importId,
		details: {
			...{ year: asked.year, way: asked.way, format: work.file.format },
			...{ file_sha256: work.file.sha256, ...report.counts },
			...outcome(db, {
				...{ importId, at: at.toISOString(), by, asOf: work.asOf },
				wereWithdrawn: items.flatMap(({ known }) => (known?.withdrawn ? known.id : [])),
				placed: [
					...noted.before.created,
					...items.flatMap(({ known, outcome }) =>
						known && outcome !== 'withdrawn' ? known.id : []
					)
				],
				editions: [...opened.values()]
			})
		}
	});
	return importId;
}

function record(db: Database, { file, asked, report, by, at }: Work): number {
	return db
		.insert(imports)
		.values({
			...{ file_name: file.name, file_sha256: file.sha256, format: file.format },
			...{ year: asked.year, way: asked.way },
			counts: { rows: report.rows, ...report.counts, warnings: report.warnings.length },
			...{ imported_at: at.toISOString(), imported_by: by }
		})
		.returning({ id: imports.id })
		.get().id;
}

type Writing = Work & { importId: number; noted: Notes; opened: Map<number, number> };

/** Approved revisions, in the edition of the year where there is one. */
function publish(db: Database, writing: Writing, progress: Progress): void {
	const { items, gone, asked, noted, opened } = writing;
	const { year } = asked;
	const editionOf = (region: number): number | null => {
		if (year === null) return null;
		let edition = opened.get(region);
		if (edition === undefined) {
			opened.set(region, (edition = openEdition(db, region, year, writing)));
		}
		return edition;
	};
	const newest = year === null ? new Map<string, number>() : newestYears(db, items, year);
	items.forEach((item, done) => {
		if (done % 100 === 0) progress('write', done, items.length);
		if (item.outcome === 'withdrawn') return;
		const edition = editionOf(item.region.id);
		const written = revisionOf(db, item, writing);
		place(db, item, written.resourceId, laterYear(newest, item), writing);
		const check = checkOf(db, item.known, { edition, ...written }, writing);
		if (check.isNew) noted.before.checks.push(check.id!);
		if (edition === null) return;
		noted.pin(edition, written.resourceId, [written.revisionId, check.id]);
		editions.pin(db, edition, { ...written, verificationId: check.id });
	});
	for (const { known, region, withdraw, unpin, isTold } of gone) {
		if (isTold || withdraw) editionOf(region);
		if (unpin !== null) {
			noted.pin(unpin, known.id, [null, null]);
			pins.unpin(db, unpin, known.id);
		}
		if (!withdraw) continue;
		noted.before.withdrawn.push(known.id);
		withdrawAbsent(db, known.id, year, writing);
	}
	if (year !== null) arrangeAll(db, [...opened], year);
}

/** Puts a resource where it stands now: on or off the live pages, in the region of its town. */
function place(
	db: Database,
	{ known, region }: Placed,
	resourceId: string,
	later: number | null,
	writing: Writing
): void {
	const { year, chosen } = writing.asked;
	const { before } = writing.noted;
	if (!known) {
		if (later === null) return;
		withdrawAbsent(db, resourceId, later, writing);
		return;
	}
	if (later !== null || isPast(known, year)) return;
	if (known.withdrawn) {
		before.reinstated.push([known.id, known.absentYear]);
		resources.reinstate(db, resourceId);
	}
	if (!chosen && known.region !== region.id) {
		before.moved.push([known.id, known.region]);
		resources.moveToRegion(db, resourceId, region.id);
	}
}

/** The public data of a year no longer have it. */
function withdrawAbsent(
	db: Database,
	resourceId: string,
	absentYear: number | null,
	{ by, at }: Writing
): void {
	const reason = absence(absentYear);
	resources.withdraw(db, resourceId, { by, at, reason, cause: 'absence', absentYear });
}

/** A later edition prints it: what this year says is history. */
const isPast = (known: Known, year: number | null) =>
	year !== null && known.pins.some((pin) => pin.year > year);

function openEdition(
	db: Database,
	regionId: number,
	year: number,
	{ noted, by, at }: Writing
): number {
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
	if (known) return known.id;
	const id = editions.open(db, { regionId, year, previewed: true, by, at });
	noted.before.opened.push(id);
	return id;
}

function revisionOf(
	db: Database,
	item: Placed,
	{ importId, noted, by, at, readingOf, asked: { year } }: Writing
): { resourceId: string; revisionId: number } {
	const { known, content, reading } = item;
	const reason = year === null ? '取込' : `${year}年度の取込`;
	const made = { content, by, at, importId, readingOf, reason };
	if (!known) {
		const created = resources.create(db, {
			...made,
			...(reading.id ? { id: reading.id } : {}),
			regionId: item.region.id,
			sources: reading.source ? [reading.source] : []
		});
		noted.before.created.push(created.resourceId);
		return created;
	}
	const { source } = reading;
	if (source && !hasSource(known, source)) {
		noted.before.sources.push([known.id, source.source, source.number]);
		addSource(db, known.id, source);
	}
	if (item.revision !== null) return { resourceId: known.id, revisionId: item.revision };
	const current = !isPast(known, year);
	const revisionId = resources.revise(db, known.id, { ...made, current });
	if (current) noted.before.revised.push([known.id, known.current, revisionId]);
	if (year === null) {
		noted.pinsOf(known.id, revisionId);
		movePins(db, known.id, revisionId);
	}
	return { resourceId: known.id, revisionId };
}

const hasSource = ({ sources }: Known, { source, number }: { source: string; number: string }) =>
	sources.some((one) => one.source === source && one.number === number);

/** By source, the years after this one in which it was imported, earliest first. */
function newestYears(db: Database, items: Placed[], year: number): Map<string, number> {
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

const laterYear = (newest: Map<string, number>, { reading }: Placed): number | null =>
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
