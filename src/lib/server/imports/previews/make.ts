import type { Finding } from '#lib/domain/formats/format.ts';
import { needsDecision, rowStatuses } from '#lib/domain/formats/preview/decision.ts';
import type { PreviewCounts } from '#lib/domain/formats/preview/preview.ts';
import { repeatedIn } from '#lib/domain/formats/preview/repeated.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import { settle } from '#lib/server/imports/asking.ts';
import type { Asked } from '#lib/server/imports/compare/asked.ts';
import { compareFile, type Comparison } from '#lib/server/imports/compare/comparison.ts';
import {
	readFile,
	type FileRead,
	type Progress,
	type Read,
	type Unread
} from '#lib/server/imports/read.ts';
import { bytesOf } from './files.ts';
import { find, type Preview, type Result } from './keeping.ts';
import { rowsOf, type Looked } from './stored.ts';
import { slicesOf, store } from './storing.ts';

const sampled = 5;

/**
 * The file as it is now, with nothing decided; or why it cannot be read. Whoever reads it, it is compared for
 * the one who sent it, who sees what comes of it.
 */
export async function readPreview(
	db: Database,
	preview: Preview,
	progress: Progress
): Promise<{ asked: Asked; read: FileRead } | { unread: Unread }> {
	const { options, mapping } = preview;
	const nothing = (problems: Finding[]) => ({
		...{ problems, table: null, format: null, proposal: null }
	});
	const user = findUser(db, preview.staffId);
	if (!user) return { unread: nothing([left]) };
	const settled = settle(db, { ...options, fileName: preview.fileName, user, undecided: 'ask' });
	if ('problem' in settled) return { unread: nothing([settled.problem]) };
	const { asked } = settled;
	const bytes = bytesOf(db, preview.sha256);
	if (!bytes) return { unread: nothing([gone]) };
	const read = await readFile(bytes, {
		...{ context: asked.context, choices: options.choices, mapping, progress }
	});
	return 'readings' in read ? { asked, read } : { unread: read };
}

const ofFile = { line: null, column: null, kind: 'file', found: null } as const;
const gone: Finding = {
	...ofFile,
	message: 'ファイルはもう残っていません。もう一度送ってください。'
};
const left: Finding = {
	...ofFile,
	message: 'このファイルを送った人は、もう使っていません。もう一度、自分で送ってください。'
};

/** Reads the file of a preview and compares it with the directory as it is now; writes nothing. */
export async function look(db: Database, preview: Preview, progress: Progress): Promise<Looked> {
	const outcome = await readPreview(db, preview, progress);
	if ('unread' in outcome) {
		const { table, format } = outcome.unread;
		const state = table !== null && format === null ? 'mapping' : 'refused';
		return { state, result: unreadResult(outcome.unread), rows: [] };
	}
	const { asked, read } = outcome;
	const compared = compareFile(db, read, asked, progress);
	return { state: 'ready', result: resultOf(read, compared), rows: rowsOf(read, compared) };
}

/**
 * Reads the file of a preview and stores what was found. Decisions about rows that would still do the same
 * stay. false: there is no such preview to be read.
 */
export async function make(
	db: Database,
	user: User,
	id: string,
	{ at, progress = () => {} }: { at: Date; progress?: Progress }
): Promise<boolean> {
	const preview = find(db, user, id);
	if (preview?.state !== 'reading') return false;
	const { rows, ...looked } = await look(db, preview, progress);
	const storing = await store(db, id, at);
	for (const slice of slicesOf(rows)) await storing.add(slice);
	await storing.finish(looked);
	return true;
}

const noCounts = (): PreviewCounts => ({
	...(Object.fromEntries(rowStatuses.map((status) => [status, 0])) as PreviewCounts),
	...{ rows: 0, undecided: 0, warnings: 0 }
});

function unreadResult({ table, format, problems, proposal }: Unread): Result {
	return {
		...tableResult(table),
		format: format && { name: format.name, label: format.label },
		counts: { ...noCounts(), rows: table?.rows.length ?? 0 },
		...{ proposal, warnings: [], problems }
	};
}

const tableResult = (table: Read | null) => ({
	detected: table?.detected ?? null,
	header: table?.header ?? [],
	samples: (table?.rows ?? [])
		.slice(0, sampled)
		.map(({ cells }) => table!.header.map((name) => cells.get(name) ?? '')),
	skipped: table?.skipped ?? []
});

function resultOf(read: FileRead, { items, gone, problems, warnings }: Comparison): Result {
	const { format, table, repeated, proposal } = read;
	const counts = { ...noCounts(), rows: table.rows.length, gone: gone.length };
	for (const { status } of items) counts[status]++;
	counts.skipped += repeated.length;
	counts.warnings = warnings.length;
	counts.undecided = items.filter(({ status }) => needsDecision(status)).length;
	const places = new Set(
		[...items.map(({ reading }) => reading), ...repeated].map(({ row }) => row.line)
	);
	const ofPlaces = [...problems, ...warnings].filter(
		({ line }) => line !== null && places.has(line)
	);
	const ofFile = ({ line }: Finding) => line === null;
	return {
		...tableResult(table),
		...{ counts, proposal },
		format: { name: format.name, label: format.label },
		warnings: warnings.filter(ofFile),
		problems: problems.filter(ofFile),
		...repeatedIn(ofPlaces)
	};
}
