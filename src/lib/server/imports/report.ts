import { eq, sql } from 'drizzle-orm';
import type { Finding } from '#lib/domain/formats/format.ts';
import { needsDecision, type RowStatus } from '#lib/domain/formats/preview/decision.ts';
import type { Database } from '#lib/server/database/client.ts';
import { revisions } from '#lib/server/database/schema/index.ts';
import type { Asked } from './compare/asked.ts';
import type { Comparison } from './compare/comparison.ts';
import { isPlaced, type PlannedRow } from './compare/planned.ts';
import type { Gone } from './compare/missing.ts';
import { baseOf } from './compare/plan.ts';
import type { RegionAssignment } from './compare/region-assignment.ts';
import type { Detected, Skipped } from '#lib/domain/formats/file/table.ts';
import type { FileRead, Unread } from './read.ts';
import type { Proposal } from './understanding.ts';

/** What became, or would become, of a file. */
export type Report = {
	/** false: nothing was written, and `problems` says why. */
	accepted: boolean;
	dryRun: boolean;
	file: string;
	sha256: string;
	detected: Detected | null;
	/** null: not recognised. */
	format: string | null;
	/** What the columns were taken for, or may mean, where nobody had said. */
	proposal: Proposal | null;
	year: number | null;
	rows: number;
	counts: Counts;
	regions: ({ slug: string; name: string } & Record<Counted, number>)[];
	/** How many of the changed ones differ in a field, by its title. */
	fields: Record<string, number>;
	new: Line[];
	changed: (Line & { fields: string[] })[];
	missing: Missing[];
	/** Every row of a place, in the order of the file. */
	lines: ReportLine[];
	/** Rows that are no place. */
	skipped: Skipped[];
	warnings: Finding[];
	problems: Finding[];
};

export type Counts = {
	new: number;
	changed: number;
	unchanged: number;
	missing: number;
	/** Rows of places that were withdrawn by hand, and stay so. */
	withdrawn: number;
	/** Perhaps the same as another one; nobody has decided. */
	duplicate: number;
	/** New, and not of the region that was chosen; nobody has decided. */
	outside: number;
	/** Changed in the file and here; nobody has decided. */
	conflict: number;
	/** Places of the file that are left out. */
	skipped: number;
	error: number;
};
type Counted = 'new' | 'changed' | 'unchanged' | 'missing' | 'withdrawn';

type Line = { line: number; region: string; name: string };
export type Missing = { id: string; region: string; name: string; withdrawn: boolean };
export type ReportLine = {
	line: number;
	status: RowStatus;
	name: string;
	fields: string[];
	/** Of one that is undecided: what it may be. */
	like: { id: string | null; line: number | null; why: string }[];
};

const noCounts = (): Counts => ({
	...{ new: 0, changed: 0, unchanged: 0, missing: 0, withdrawn: 0 },
	...{ duplicate: 0, outside: 0, conflict: 0, skipped: 0, error: 0 }
});

type About = { file: string; sha256: string; year: number | null; dryRun: boolean };

export function rejected(about: About, problems: Finding[], more: Partial<Report> = {}): Report {
	return {
		...about,
		...{
			accepted: false,
			detected: null,
			format: null,
			proposal: null,
			rows: 0,
			counts: noCounts()
		},
		...{ regions: [], fields: {}, new: [], changed: [], missing: [] },
		...{ lines: [], skipped: [], warnings: [] },
		...more,
		problems
	};
}

export const unreadReport = (about: About, { problems, table, format, proposal }: Unread): Report =>
	rejected(about, problems, {
		...{ detected: table?.detected ?? null, skipped: table?.skipped ?? [], proposal },
		...{ format: format?.name ?? null, rows: table?.rows.length ?? 0 }
	});

export function reportOf(
	db: Database,
	about: About,
	read: FileRead,
	asked: Asked,
	{ items, gone, problems, warnings, places }: Comparison
): Report {
	const undecided = items.filter(({ outcome }) => outcome === 'undecided').length;
	const open = undecided > 0 ? [undecidedProblem(undecided)] : [];
	const missing = namesOf(db, gone, asked.year, places);
	const lines = [
		...items.map((item) => lineOf(item, asked)),
		...read.repeated.map(({ row }) => ({
			...{ line: row.line, status: 'skipped' as const, name: '', fields: [], like: [] }
		}))
	].sort((a, b) => a.line - b.line);
	const { detected, skipped, rows } = read.table;
	const { proposal, format } = read;
	const file = { detected, skipped, proposal, rows: rows.length, format: format.name };
	const told = { ...file, lines, warnings };
	const all = [...open, ...problems];
	const summed = summary(items, lines, missing, places);
	if (all.length > 0) return rejected(about, all, { ...told, counts: summed.counts });
	return { ...rejected(about, [], told), accepted: true, ...summed, missing };
}

const undecidedProblem = (count: number): Finding => ({
	...{ line: null, column: null, kind: 'same-row', found: null },
	message: `決めていない行が${count}件あります。同じところか、別のところか、取り込まないかを決めてください。`
});

/** What became of a row, in one word. */
function statusOf(item: PlannedRow, { decisions, isLenient }: Asked): RowStatus {
	const { status, outcome, reading } = item;
	if (outcome === 'left') return status === 'error' ? 'error' : 'skipped';
	if (outcome === 'refused') return 'error';
	if (outcome === 'withdrawn') return 'skipped';
	if (outcome === 'undecided') return status;
	const isOpen = isLenient && needsDecision(status) && !decisions.has(reading.row.line);
	return isOpen ? status : outcome;
}

const lineOf = (item: PlannedRow, asked: Asked): ReportLine => ({
	line: item.reading.row.line,
	status: statusOf(item, asked),
	name: (item.content ?? item.reading.content)?.name ?? nameIn(item),
	fields: item.fields,
	like: item.likes.map(({ resource, line, why }) => ({ id: resource, line, why }))
});

/** Of a row that cannot be read: what stands where a name may. */
const nameIn = ({ reading }: PlannedRow): string =>
	reading.row.cells.get('名前') ?? reading.row.cells.get('名称') ?? '';

function namesOf(
	db: Database,
	gone: Gone[],
	year: number | null,
	places: RegionAssignment
): Missing[] {
	const nameOf = db
		.select({ name: revisions.name })
		.from(revisions)
		.where(eq(revisions.id, sql.placeholder('id')))
		.prepare();
	return gone.map(({ known, region, withdraw }) => ({
		id: known.id,
		region: places.byId.get(region)!.slug,
		name: nameOf.get({ id: baseOf(known, year) ?? 0 })?.name ?? '',
		withdrawn: withdraw
	}));
}

function summary(
	items: PlannedRow[],
	lines: ReportLine[],
	missing: Missing[],
	places: RegionAssignment
) {
	const counts = noCounts();
	for (const { status } of lines) if (status !== 'gone') counts[status]++;
	counts.withdrawn = items.filter(({ outcome }) => outcome === 'withdrawn').length;
	counts.missing = missing.length;
	const perRegion = new Map<string, Record<Counted, number>>();
	const count = (slug: string, what: Counted) => {
		const own = perRegion.get(slug) ?? {
			new: 0,
			changed: 0,
			unchanged: 0,
			missing: 0,
			withdrawn: 0
		};
		perRegion.set(slug, own);
		own[what]++;
	};
	const fields: Record<string, number> = {};
	const placed = items.filter(isPlaced);
	for (const { region, outcome, fields: titles } of placed) {
		count(region.slug, outcome);
		for (const title of titles) fields[title] = (fields[title] ?? 0) + 1;
	}
	for (const { region } of missing) count(region, 'missing');
	const line = ({ reading, region, content }: (typeof placed)[number]) => ({
		...{ line: reading.row.line, region: region.slug, name: content.name }
	});
	return {
		counts,
		regions: [...places.byId.values()]
			.filter(({ slug }) => perRegion.has(slug))
			.map(({ slug, name }) => ({ slug, name, ...perRegion.get(slug)! })),
		fields,
		new: placed.filter(({ outcome }) => outcome === 'new').map(line),
		changed: placed
			.filter(({ outcome }) => outcome === 'changed')
			.map((item) => ({ ...line(item), fields: item.fields }))
	};
}
