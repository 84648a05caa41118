import { asc, eq } from 'drizzle-orm';
import type { Finding } from '#lib/domain/formats/format.ts';
import type { Decision } from '#lib/domain/formats/preview/decision.ts';
import type { ReadingOf } from '#lib/domain/text/generated-reading.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import { import_rows } from '#lib/server/database/schema/index.ts';
import * as proposals from '#lib/server/editing/proposals/propose.ts';
import type { Asked } from '#lib/server/imports/compare/asked.ts';
import type { Comparison } from '#lib/server/imports/compare/comparison.ts';
import { writeRead } from '#lib/server/imports/import.ts';
import type { Progress } from '#lib/server/imports/read.ts';
import type { Report } from '#lib/server/imports/report.ts';
import { make, readPreview } from './make.ts';
import { changed, find, set, type Preview } from './keeping.ts';
import { fingerprintOf } from './stored.ts';

export type Commit = {
	at: Date;
	/** What becomes of rows without a decision; otherwise nothing is written while there are some. */
	undecided?: 'skip' | undefined;
	readingOf?: ReadingOf | undefined;
	progress?: Progress | undefined;
};

export type Committed =
	| { state: 'written'; importId: number; report: Report }
	/** Nothing was written. */
	| { state: 'refused'; problems: Finding[] }
	/** Nothing was written: somebody changed what those rows are about; the preview is made anew. */
	| { state: 'overtaken'; lines: number[] }
	| { state: 'not-found' | 'ended' };

/** Writes what was seen and decided: all of it, or nothing. */
export async function commit(
	db: Database,
	user: User,
	id: string,
	{ at, undecided, readingOf, progress = () => {} }: Commit
): Promise<Committed> {
	const preview = find(db, user, id);
	if (!preview) return { state: 'not-found' };
	if (preview.state !== 'ready' && preview.state !== 'writing') return { state: 'ended' };
	const outcome = await readPreview(db, preview, progress);
	if ('unread' in outcome) return { state: 'refused', problems: outcome.unread.problems };
	const { decisions, seen } = decided(db, id);
	const asked: Asked = { ...outcome.asked, decisions, undecided: undecided ?? 'ask' };
	let overtaken: number[] = [];
	const { report, importId } = writeRead(db, {
		...inputOf(preview, user),
		...{ asked, read: outcome.read, at, readingOf, progress },
		objection: (compared) => {
			overtaken = overtakenIn(compared, seen, asked);
			if (overtaken.length > 0) return '見ているあいだに、ほかの人が直したところがあります。';
			return fullFor(db, compared, asked, at);
		},
		afterwards: (importId) =>
			set(db, id, { state: 'written', import_id: importId, changed_at: at.toISOString() })
	});
	if (importId !== null) return { state: 'written', importId, report };
	if (overtaken.length === 0) return { state: 'refused', problems: report.problems };
	changed(db, () => set(db, id, { state: 'reading' }));
	await make(db, user, id, { at, progress });
	return { state: 'overtaken', lines: overtaken };
}

const inputOf = ({ fileName, sha256, options }: Preview, user: User) => ({
	...{ fileName, sha256, bytes: new Uint8Array(), by: user.id },
	...{ year: options.year, asOf: options.asOf ?? undefined }
});

function decided(db: Database, id: string) {
	const { line, resource_id, fingerprint, decision } = import_rows;
	const rows = db
		.select({ line, resource_id, fingerprint, decision })
		.from(import_rows)
		.where(eq(import_rows.preview_id, id))
		.orderBy(asc(import_rows.place))
		.all();
	const keyOf = ({ line, resource_id }: (typeof rows)[number]) => line ?? resource_id!;
	return {
		decisions: new Map<number | string, Decision>(
			rows.flatMap((row) => (row.decision ? [[keyOf(row), row.decision] as const] : []))
		),
		seen: new Map(rows.map((row) => [keyOf(row), row.fingerprint]))
	};
}

/** Lines that would do something else than what was seen; 0 for those that are gone from the file. */
function overtakenIn(
	{ items, gone }: Comparison,
	seen: ReadonlyMap<number | string, string>,
	{ decisions }: Asked
): number[] {
	const lines = items
		.filter(({ reading, fingerprint }) => seen.get(reading.row.line) !== fingerprint)
		.map(({ reading }) => reading.row.line);
	const undecided = gone.filter(({ known }) => !decisions.has(known.id));
	const isOther = undecided.some((one) => seen.get(one.known.id) !== fingerprintOf(one));
	return isOther ? [...lines, 0] : lines;
}

function fullFor(
	db: Database,
	{ items }: Comparison,
	{ way, user }: Asked,
	at: Date
): string | null {
	if (way !== 'proposal' || user?.role !== 'partner') return null;
	const wanted = items.filter(({ outcome }) => outcome === 'new' || outcome === 'changed').length;
	const room = Math.max(0, proposals.room(db, user.id, at));
	if (wanted <= room) return null;
	return `提案は${wanted}件になりますが、きょう送れるのはあと${room}件です。ほかの行を「取り込まない」にするか、あす送ってください。`;
}
