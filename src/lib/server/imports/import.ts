import { and, eq, inArray, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { Context, Finding, Format, Reading } from '#lib/domain/formats/format.ts';
import { gazetteer } from '#lib/domain/region/municipality.ts';
import type { ReadingOf } from '#lib/domain/text/generated-reading.ts';
import { atOneMoment } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import { names } from '#lib/server/regions/names.ts';
import * as search from '#lib/server/search/index.ts';
import { editions, regions, revisions } from '#lib/server/database/schema/index.ts';
import { apply } from './apply.ts';
import { gaps, outsiders } from './gaps.ts';
import { missingOfRegions, missingOfSources, type Absent } from './missing.ts';
import { writeCompared, type Compared } from './overtaking.ts';
import { baseOf, plan, type Item } from './plan.ts';
import { readFile, type Progress } from './read.ts';
import { noCounts, rejected, type Counts, type Missing, type Report } from './report.ts';
import * as shapes from './shapes.ts';
import { regionAssignment, type RowRegion, type RegionAssignment } from './region-assignment.ts';

export type Input = {
	/** Without folders. */
	fileName: string;
	bytes: Uint8Array;
	year: number;
	/** Slug: all rows go there. Otherwise each goes to the region of its town. */
	region?: string | undefined;
	/** Category of rows that do not tell theirs. */
	category?: string | undefined;
	/** The day the public data speak of. */
	asOf?: string | undefined;
	dryRun?: boolean | undefined;
	by: string;
	at: Date;
	progress?: Progress | undefined;
	/** Says names that have no kana, for the search alone. */
	readingOf?: ReadingOf | undefined;
};

/** Reads a file into the editions of a year: all of it or, with a problem anywhere, nothing. */
export function importFile(db: Database, input: Input): Report {
	const { year, dryRun = false, progress = () => {} } = input;
	const about = { file: input.fileName, year, dryRun };
	const { vocabularies } = names(db);
	const chosen = chosenRegion(db, input.region);
	if (chosen === undefined) {
		return rejected(about, [problem('region', `地域「${input.region}」はありません。`)]);
	}
	if (input.category && !vocabularies.category.has(input.category)) {
		return rejected(about, [problem('term', `区分「${input.category}」はありません。`)]);
	}
	const context: Context = {
		gazetteer: gazetteer(municipalities.list(db)),
		vocabularies,
		category: input.category ?? null,
		fileName: input.fileName,
		shapes: shapes.list()
	};
	const { format, rows, readings, warnings, problems } = readFile(input.bytes, context, progress);
	const read = { format: format?.name ?? null, rows, warnings };
	if (!format || problems.length > 0) return rejected(about, problems, read);

	const compare = () =>
		compared(db, { ...input, readings, format, rows, warnings, chosen }, context);
	if (dryRun) return compare().report;
	const sha256 = createHash('sha256').update(input.bytes).digest('hex');
	const file = { name: input.fileName, sha256, format: format.name };
	const { by, at, asOf = null, readingOf } = input;
	return writeCompared(db, {
		compare,
		makeReady({ items }) {
			for (const { content, revision } of items) {
				if (revision === null) search.makeReady(db, content, readingOf);
			}
		},
		put: ({ items, absent, report }) =>
			apply(
				db,
				{ items, absent, report, year, byTown: !chosen, asOf, file, by, at, readingOf },
				progress
			)
	});
}

type Read = Input & {
	readings: Reading[];
	format: Format;
	rows: number;
	warnings: Finding[];
	chosen: RowRegion | null;
};

/** What the file would do to the database as it is at this moment. */
function compared(db: Database, read: Read, context: Context): Compared {
	const { readings, format, year, chosen, rows, dryRun = false, progress = () => {} } = read;
	return atOneMoment(db, () => {
		const places = regionAssignment(db, chosen);
		const planned = plan(db, { readings, format, year }, context, places, progress);
		const { items, matched } = planned;
		const odd = format.repeats ? [] : gaps(items);
		const all = [...read.warnings, ...planned.warnings, ...odd, ...outsiders(db, items)];
		const told = { format: format.name, rows, warnings: inOrder(all) };
		const touched = [...new Set(items.map((item) => item.region.id))];
		const problems = [...planned.problems, ...lockedEditions(db, touched, year)];
		const report = rejected({ file: read.fileName, year, dryRun }, problems, told);
		if (problems.length > 0) return { items, absent: [], report };

		const within = chosen?.id ?? null;
		const absent = missingOfSources(db, { readings, year, within }, matched);
		const left = missingOfRegions(db, { readings, year, regions: touched }, matched);
		const missing = missingNames(db, absent, left, year, places);
		return {
			items,
			absent,
			report: { ...report, accepted: true, ...summary(items, missing, places) }
		};
	});
}

const problem = (kind: Finding['kind'], message: string): Finding => ({
	line: null,
	column: null,
	kind,
	found: null,
	message
});

const inOrder = (findings: Finding[]) => findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

/** undefined: there is none of that name; null: none was chosen. */
function chosenRegion(db: Database, slug: string | undefined) {
	if (slug === undefined) return null;
	return db
		.select({ id: regions.id, slug: regions.slug, name: regions.name })
		.from(regions)
		.where(eq(regions.slug, slug))
		.get();
}

function lockedEditions(db: Database, touched: number[], year: number): Finding[] {
	const locked = db
		.select({ region: regions.name })
		.from(editions)
		.innerJoin(regions, eq(regions.id, editions.region_id))
		.where(
			and(
				inArray(editions.region_id, touched),
				eq(editions.year, year),
				sql`(withdrawn_at IS NULL AND locked_at IS NOT NULL OR withdrawn_at IS NOT NULL AND NOT EXISTS (
					SELECT 1 FROM editions d WHERE d.region_id = editions.region_id
						AND d.year = editions.year AND d.withdrawn_at IS NULL))`
			)
		)
		.orderBy(regions.id)
		.all()
		.map(({ region }) => region);
	if (locked.length === 0) return [];
	const some =
		locked.slice(0, 5).join('・') + (locked.length > 5 ? `など${locked.length}地域` : '');
	return [
		problem(
			'region',
			`${some}の${year}年度版は、校了か公開か取り下げのあとなので、変えられません。`
		)
	];
}

function missingNames(
	db: Database,
	absent: Absent[],
	left: { id: string; region: number; name: string }[],
	year: number,
	places: RegionAssignment
): Missing[] {
	const slug = (region: number) => places.byId.get(region)!.slug;
	const nameOf = db
		.select({ name: revisions.name })
		.from(revisions)
		.where(eq(revisions.id, sql.placeholder('id')))
		.prepare();
	const known = absent.map(({ known, region, withdraw }) => ({
		id: known.id,
		region: slug(region),
		name: nameOf.get({ id: baseOf(known, year) ?? 0 })?.name ?? '',
		withdrawn: withdraw
	}));
	const told = left
		.filter(({ id }) => !known.some((one) => one.id === id))
		.map(({ id, region, name }) => ({ id, region: slug(region), name, withdrawn: false }));
	return [...known, ...told];
}

function summary(items: Item[], missing: Missing[], places: RegionAssignment) {
	const counts = noCounts();
	const perRegion = new Map<string, Counts>();
	const count = (slug: string, what: keyof Counts) => {
		const own = perRegion.get(slug) ?? noCounts();
		perRegion.set(slug, own);
		own[what]++;
		counts[what]++;
	};
	const fields: Record<string, number> = {};
	for (const { region, outcome, fields: titles } of items) {
		count(region.slug, outcome);
		for (const title of titles) fields[title] = (fields[title] ?? 0) + 1;
	}
	for (const { region } of missing) count(region, 'missing');
	const line = ({ reading, region, content }: Item) => ({
		line: reading.row.line,
		region: region.slug,
		name: content.name
	});
	return {
		counts,
		regions: [...places.byId.values()]
			.filter(({ slug }) => perRegion.has(slug))
			.map(({ slug, name }) => ({ slug, name, ...perRegion.get(slug)! })),
		fields,
		new: items.filter(({ outcome }) => outcome === 'new').map(line),
		changed: items
			.filter(({ outcome }) => outcome === 'changed')
			.map((item) => ({ ...line(item), fields: item.fields })),
		missing
	};
}
