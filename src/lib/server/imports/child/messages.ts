import type { Detected, Skipped } from '#lib/domain/formats/file/table.ts';
import type { Finding } from '#lib/domain/formats/format.ts';
import type { Choices, Mapping } from '#lib/server/imports/understanding.ts';
import type { Progress } from '#lib/server/imports/read.ts';
import type { Committed } from '#lib/server/imports/previews/commit.ts';
import type { Looked } from '#lib/server/imports/previews/stored.ts';
import type { PackedRow } from '#lib/server/imports/previews/storing.ts';

/** What a child is asked to do. */
export type Task =
	| { kind: 'table'; bytes: Uint8Array; choices: Choices; mapping: Mapping | null }
	| { kind: 'look'; database: string; staffId: string; preview: string }
	| {
			kind: 'commit';
			database: string;
			staffId: string;
			preview: string;
			/** ISO instant. */
			at: string;
			undecided: 'skip' | null;
	  };

/** A table as it goes from one process to another. */
export type SentTable = {
	header: string[];
	headerLine: number;
	rows: { line: number; texts: string[] }[];
	skipped: Skipped[];
	detected: Detected;
};

type Said = {
	table: { problems: Finding[] } | { table: SentTable; warnings: Finding[] };
	look: Omit<Looked, 'rows'>;
	commit:
		| Omit<Extract<Committed, { state: 'written' }>, 'report'>
		| Exclude<Committed, { state: 'written' }>;
};

/** What it says while it works, and in the end. */
export type Message =
	/** Everything is loaded: what takes time from now on is the file. */
	| { begun: true }
	| { progress: Parameters<Progress> }
	/** Answered with anything, before the next ones come. */
	| { rows: PackedRow[] }
	| { done: Said[Task['kind']] }
	/** A sentence. */
	| { failed: string };

export type Done<Kind extends Task['kind']> = Said[Kind];
