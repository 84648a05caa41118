import { and, eq, isNotNull } from 'drizzle-orm';
import type { Finding } from '#lib/domain/formats/format.ts';
import { needsDecision, rowStatuses, type Decision } from '#lib/domain/formats/preview/decision.ts';
import type { PreviewCounts } from '#lib/domain/formats/preview/preview.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import { insertInto } from '#lib/server/database/insertion.ts';
import { import_rows } from '#lib/server/database/schema/index.ts';
import { settle } from '../asking.ts';
import type { Asked } from '../compare/asked.ts';
import { compareFile, type Comparison } from '../compare/comparison.ts';
import { readFile, type FileRead, type Progress, type Unread } from '../read.ts';
import { proposalFor } from '../understanding.ts';
import { bytesOf } from './files.ts';
import { changed, find, set, type Preview, type Result } from './records.ts';
import { rowsOf, type NewRow } from './stored.ts';

const sampled = 5;
const sliceSize = 500;

/** The file as it is now, with nothing decided; or why it cannot be read. */
export async function readPreview(
	db: Database,
	user: User,
	preview: Preview,
	progress: Progress
): Promise<{ asked: Asked; read: FileRead } | { asked: Asked | null; unread: Unread }> {
	const { options, mapping } = preview;
	const settled = settle(db, { ...options, user, undecided: 'ask' });
	const nothing = (problems: Finding[]) => ({ problems, table: null, format: null });
	if ('problem' in settled) return { asked: null, unread: nothing([settled.problem]) };
	const { asked } = settled;
	const bytes = bytesOf(db, preview.sha256);
	if (!bytes) return { asked, unread: nothing([gone]) };
	const read = await readFile(bytes, {
		...{ context: asked.context, choices: options.choices, mapping, progress }
	});
	return 'readings' in read ? { asked, read } : { asked, unread: read };
}

const gone: Finding = {
	...{ line: null, column: null, kind: 'file', found: null },
	message: 'ファイルはもう残っていません。もう一度送ってください。'
};

/**
 * Reads the file of a preview, compares it with the directory as it is now and stores what was found.
 * Decisions about rows that would still do the same stay. false: there is no such preview to be read.
 */
export async function make(
	db: Database,
	user: User,
	id: string,
	{ at, progress = () => {} }: { at: Date; progress?: Progress }
): Promise<boolean> {
	const preview = find(db, user, id);
	if (!preview || preview.state !== 'reading') return false;
	const outcome = await readPreview(db, user, preview, progress);
	if ('unread' in outcome) {
		const isUnknown = outcome.unread.table !== null && outcome.unread.format === null;
		const result = unreadResult(outcome.unread, outcome.asked);
		changed(db, () => {
			const state = isUnknown ? 'mapping' : 'refused';
			set(db, id, { state, result, changed_at: at.toISOString() });
		});
		return true;
	}
	const { asked, read } = outcome;
	const compared = compareFile(db, read, asked, progress);
	store(db, id, rowsOf(read, compared), { result: resultOf(read, compared), at });
	return true;
}

const noCounts = (): PreviewCounts => ({
	...(Object.fromEntries(rowStatuses.map((status) => [status, 0])) as PreviewCounts),
	...{ rows: 0, undecided: 0, warnings: 0 }
});

function unreadResult({ table, format, problems }: Unread, asked: Asked | null): Result {
	const isUnknown = table !== null && format === null && asked !== null;
	return {
		detected: table?.detected ?? null,
		format: format && { name: format.name, label: format.label },
		header: table?.header ?? [],
		samples: table ? samplesOf(table) : [],
		proposal: isUnknown ? proposalFor(table, asked.context) : null,
		counts: { ...noCounts(), rows: table?.rows.length ?? 0 },
		...{ skipped: table?.skipped ?? [], warnings: [], problems }
	};
}

const samplesOf = ({
	header,
	rows
}: {
	header: string[];
	rows: FileRead['readings'][number]['row'][];
}) => rows.slice(0, sampled).map(({ cells }) => header.map((name) => cells.get(name) ?? ''));

function resultOf(read: FileRead, { items, gone, problems, warnings }: Comparison): Result {
	const { format, header, detected, skipped, rows, readings, repeated } = read;
	const counts = { ...noCounts(), rows, gone: gone.length, warnings: warnings.length };
	for (const { status } of items) counts[status]++;
	counts.skipped += repeated.length;
	counts.undecided = items.filter(({ status }) => needsDecision(status)).length;
	const ofFile = ({ line }: Finding) => line === null;
	return {
		...{ detected, header, counts, skipped, proposal: null },
		format: { name: format.name, label: format.label },
		samples: samplesOf({ header, rows: readings.slice(0, sampled).map(({ row }) => row) }),
		warnings: warnings.filter(ofFile),
		problems: problems.filter(ofFile)
	};
}

/** In slices, so that others may write in between; the state says when it is whole. */
function store(
	db: Database,
	id: string,
	rows: NewRow[],
	{ result, at }: { result: Result; at: Date }
): void {
	const before = decisionsBefore(db, id);
	changed(db, () => db.delete(import_rows).where(eq(import_rows.preview_id, id)).run());
	for (let from = 0; from < rows.length; from += sliceSize) {
		changed(db, () => {
			for (const row of rows.slice(from, from + sliceSize)) {
				const decision = before.get(`${row.line ?? row.resource_id} ${row.fingerprint}`) ?? null;
				insertInto(db, import_rows, { ...row, preview_id: id, decision });
			}
		});
	}
	changed(db, () => set(db, id, { state: 'ready', result, changed_at: at.toISOString() }));
}

function decisionsBefore(db: Database, id: string): Map<string, Decision | null> {
	const { line, resource_id, fingerprint, decision } = import_rows;
	const rows = db
		.select({ line, resource_id, fingerprint, decision })
		.from(import_rows)
		.where(and(eq(import_rows.preview_id, id), isNotNull(decision)))
		.all();
	return new Map(
		rows.map((row) => [`${row.line ?? row.resource_id} ${row.fingerprint}`, row.decision])
	);
}
