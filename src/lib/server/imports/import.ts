import type { ReadingOf } from '#lib/domain/text/generated-reading.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as search from '#lib/server/search/index.ts';
import { settle, type Asking } from './asking.ts';
import type { Asked } from './compare/asked.ts';
import { compareFile, type Comparison } from './compare/comparison.ts';
import { isPlaced } from './compare/planned.ts';
import { sha256Of } from '#lib/server/database/hash.ts';
import { keep, pack, type Packed } from './previews/files.ts';
import { readFile, type FileRead, type Progress, type TableReader } from './read.ts';
import { rejected, reportOf, unreadReport, type Report } from './report.ts';
import type { Choices, Mapping } from './understanding.ts';
import { apply } from './write/apply.ts';
import { writeCompared } from './write/overtaking.ts';

export type Input = Asking & {
	bytes: Uint8Array;
	/** Of the bytes, where it is known. */
	sha256?: string | undefined;
	choices?: Choices | undefined;
	mapping?: Mapping | null | undefined;
	/** Reads the table in a process of its own. */
	apart?: TableReader | undefined;
	/** The day the public data speak of. */
	asOf?: string | undefined;
	dryRun?: boolean | undefined;
	by: string;
	at: Date;
	progress?: Progress | undefined;
	/** Says names that have no kana, for the search alone. */
	readingOf?: ReadingOf | undefined;
};

/** Reads a file into the directory: all of it or, with a problem anywhere, nothing. */
export async function importFile(db: Database, input: Input): Promise<Report> {
	const { bytes, choices, mapping, apart, progress = () => {} } = input;
	const settled = settle(db, input);
	const about = aboutOf(input);
	if ('problem' in settled) return rejected(about, [settled.problem]);
	const { asked } = settled;
	const { context } = asked;
	const read = await readFile(bytes, {
		context,
		choices,
		mapping,
		isTrusting: true,
		progress,
		apart
	});
	if (!('readings' in read)) return unreadReport(about, read);
	const { report } = writeRead(db, { ...input, asked, read });
	return report;
}

const aboutOf = ({ fileName, bytes, sha256, year, dryRun = false }: Input) => ({
	...{ file: fileName, year, dryRun },
	sha256: sha256 ?? sha256Of(bytes)
});

export type Writing = Input & {
	asked: Asked;
	read: FileRead;
	/** Why what was compared may not be written. */
	objection?: ((compared: Comparison) => string | null) | undefined;
	/** Within the transaction. */
	afterwards?: ((importId: number) => void) | undefined;
};

/** Compares what was read, decides as it was asked, and writes it unless nothing may be. */
export function writeRead(
	db: Database,
	writing: Writing
): { report: Report; importId: number | null } {
	const { asked, read, by, at, asOf = null, readingOf, progress = () => {} } = writing;
	const about = aboutOf(writing);
	const compare = () => {
		const compared = compareFile(db, read, asked, progress);
		const message = writing.objection?.(compared) ?? null;
		const objection = { line: null, column: null, kind: 'file', found: null, message } as const;
		const problems = message === null ? [] : [{ ...objection, message }];
		const all = { ...compared, problems: [...problems, ...compared.problems] };
		return { ...all, report: reportOf(db, about, read, asked, all) };
	};
	if (writing.dryRun) return { report: compare().report, importId: null };
	// The file of a preview is kept already.
	let packed: Packed | null = null;
	let importId: number | null = null;
	const report = writeCompared(db, {
		compare,
		makeReady({ items }) {
			if (writing.bytes.length > 0) packed ??= pack(writing.bytes);
			for (const item of items.filter(isPlaced)) {
				if (item.revision === null) search.makeReady(db, item.content, readingOf);
			}
		},
		put: ({ items, gone, report }) => {
			const file = { name: writing.fileName, sha256: about.sha256, format: read.format.name };
			const work = { items: items.filter(isPlaced), gone, report, asked, asOf, file, by, at };
			if (writing.bytes.length > 0) keep(db, (packed ??= pack(writing.bytes)), at);
			importId = apply(db, { ...work, readingOf }, progress);
			search.settleMany(db);
			writing.afterwards?.(importId);
		}
	});
	return { report, importId };
}
