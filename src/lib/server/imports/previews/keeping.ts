import { and, desc, eq, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Detected, Skipped } from '#lib/domain/formats/file/table.ts';
import type { Finding } from '#lib/domain/formats/format.ts';
import type { PreviewCounts, PreviewState, Way } from '#lib/domain/formats/preview/preview.ts';
import type { Repeated } from '#lib/domain/formats/preview/repeated.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import { withoutNewVersion } from '#lib/server/database/data-version.ts';
import { write } from '#lib/server/database/transaction.ts';
import { import_files, import_previews, import_rows } from '#lib/server/database/schema/index.ts';
import { maySend, settle } from '#lib/server/imports/asking.ts';
import type { Choices, Mapping, Proposal } from '#lib/server/imports/understanding.ts';
import { keep, pack, type Packed } from './files.ts';

/** Where a file goes, and how it is read. */
export type Options = {
	/** Slug; null: each row to the region of its town. */
	region: string | null;
	/** null: into the directory as it is, and no edition. */
	year: number | null;
	/** Of rows that do not tell theirs. */
	category: string | null;
	way: Way;
	/** The day of the public data; its rows count as checked on it. */
	asOf: string | null;
	choices: Choices;
	/** What becomes of rows without a decision, of a commit that has begun. */
	undecided?: 'skip' | undefined;
};

/** What a file is, once it was read. */
export type Result = {
	detected: Detected | null;
	format: { name: string; label: string } | null;
	header: string[];
	/** The first rows, cells in the order of the header. */
	samples: string[][];
	/** What its columns may mean, where its shape is unknown. */
	proposal: Proposal | null;
	counts: PreviewCounts;
	skipped: Skipped[];
	/** Of the whole file. */
	warnings: Finding[];
	problems: Finding[];
	/** What is said of many rows; and how many have anything said of them. */
	repeated?: Repeated[];
	noted?: number;
};

export type Preview = {
	id: string;
	fileName: string;
	sha256: string;
	/** In bytes. */
	size: number;
	state: PreviewState;
	options: Options;
	mapping: Mapping | null;
	/** null until it was read. */
	result: Result | null;
	/** Of whom it is. */
	staffId: string;
	startedAt: string;
	changedAt: string;
	importId: number | null;
};

const mostOpen = 20;
const ended: PreviewState[] = ['written', 'undone', 'cancelled'];
export const isUnfinished = (state: PreviewState): boolean => !ended.includes(state);

/** Keeps a file, to be read and looked at; nothing is read yet. */
export function start(
	db: Database,
	user: User,
	file: { name: string; bytes: Uint8Array; packed?: Packed },
	options: Options,
	at: Date
): { id: string } | { problem: string } {
	const refusal = refusalOf(db, user, options);
	if (refusal) return { problem: refusal };
	if (file.bytes.length === 0) return { problem: 'ファイルが空です。' };
	const open = and(eq(import_previews.staff_id, user.id), notInArray(import_previews.state, ended));
	const { count } = db
		.select({ count: sql<number>`count(*)` })
		.from(import_previews)
		.where(open)
		.get()!;
	if (count >= mostOpen) {
		return { problem: `途中の取り込みが${count}件あります。どれかをやめてから、始めてください。` };
	}
	const packed = file.packed ?? pack(file.bytes);
	const id = randomUUID();
	const now = at.toISOString();
	return withoutNewVersion(db, () =>
		write(db, () => {
			keep(db, packed, at);
			db.insert(import_previews)
				.values({
					...{
						id,
						staff_id: user.id,
						file_name: file.name,
						file_sha256: packed.sha256,
						state: 'reading'
					},
					...{ options, mapping: null, result: null, started_at: now, changed_at: now }
				})
				.run();
			return { id };
		})
	);
}

function refusalOf(db: Database, user: User, options: Options): string | null {
	const settled = settle(db, { ...options, fileName: '', user });
	return 'problem' in settled ? settled.problem.message : null;
}

type Found = {
	preview: typeof import_previews.$inferSelect;
	size: number;
};

const previewOf = ({ preview, size }: Found): Preview => ({
	...{ id: preview.id, fileName: preview.file_name, sha256: preview.file_sha256, size },
	...{ state: preview.state, staffId: preview.staff_id, importId: preview.import_id },
	...{ startedAt: preview.started_at, changedAt: preview.changed_at },
	options: preview.options as Options,
	mapping: preview.mapping as Mapping | null,
	result: preview.result as Result | null
});

const query = (db: Database) =>
	db
		.select({ preview: import_previews, size: import_files.size })
		.from(import_previews)
		.innerJoin(import_files, eq(import_files.sha256, import_previews.file_sha256));

/** null: there is none, it is somebody else's, or goes where they may put nothing any more. */
export function find(db: Database, user: User, id: string): Preview | null {
	const found = query(db).where(eq(import_previews.id, id)).get();
	const preview = found && previewOf(found);
	return preview && isTheirs(db, user, preview) ? preview : null;
}

const isTheirs = (db: Database, user: User, { staffId, options }: Preview): boolean =>
	user.role === 'admin' || (staffId === user.id && maySend(db, user, options));

/** Somebody's own, the newest first. */
export const list = (db: Database, user: User): Preview[] =>
	query(db)
		.where(eq(import_previews.staff_id, user.id))
		.orderBy(desc(import_previews.started_at), desc(import_previews.id))
		.limit(100)
		.all()
		.map(previewOf)
		.filter((preview) => isTheirs(db, user, preview));

export type Chosen = Partial<Options> & { mapping?: Mapping | null };

/** Reads it otherwise: what was found and decided counts no longer. */
export function choose(
	db: Database,
	user: User,
	id: string,
	chosen: Chosen,
	at: Date
): 'chosen' | 'not-found' | 'ended' | { problem: string } {
	return changed(db, () => {
		const preview = find(db, user, id);
		if (!preview) return 'not-found';
		if (!isOpen(preview)) return 'ended';
		const { mapping = preview.mapping, ...more } = chosen;
		const options = { ...preview.options, ...more };
		const refusal = refusalOf(db, user, options);
		if (refusal) return { problem: refusal };
		const isDecided = and(eq(import_rows.preview_id, id), isNotNull(import_rows.decision));
		db.update(import_rows).set({ decision: null }).where(isDecided).run();
		set(db, id, { options, mapping, state: 'reading', changed_at: at.toISOString() });
		return 'chosen';
	});
}

export const isOpen = ({ state }: Preview): boolean =>
	state !== 'writing' && !ended.includes(state);

export const set = (
	db: Database,
	id: string,
	values: Partial<typeof import_previews.$inferInsert>
): void => void db.update(import_previews).set(values).where(eq(import_previews.id, id)).run();

/** Readers see nothing of a preview, so that what is cached for them stays. */
export const changed = <T>(db: Database, change: () => T): T =>
	withoutNewVersion(db, () => write(db, change));

/** A commit that came to nothing: all or nothing is written, so the preview is as it was. */
export const reopen = (db: Database, id: string): void =>
	changed(db, () => {
		const isWriting = and(eq(import_previews.state, 'writing'), isNull(import_previews.import_id));
		db.update(import_previews)
			.set({ state: 'ready' })
			.where(and(eq(import_previews.id, id), isWriting))
			.run();
	});
