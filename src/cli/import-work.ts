import { close, type Database } from '#lib/server/database/client.ts';
import { readingOf } from '#lib/server/search/kana-reading.ts';
import { findUser } from '#lib/server/staff/staff.ts';
import { openDatabase, openToRead } from '#lib/server/start/open.ts';
import { commit } from '#lib/server/imports/previews/commit.ts';
import { look } from '#lib/server/imports/previews/make.ts';
import { find } from '#lib/server/imports/previews/keeping.ts';
import { slicesOf, type PackedRow } from '#lib/server/imports/previews/storing.ts';
import type { Progress } from '#lib/server/imports/read.ts';
import type { Done, Task } from '#lib/server/imports/child/messages.ts';

type Line = {
	progress: Progress;
	/** Settles once they are stored, so that no more than these are on their way. */
	send: (rows: PackedRow[]) => Promise<void>;
};
type LookTask = Extract<Task, { kind: 'look' }>;
type CommitTask = Extract<Task, { kind: 'commit' }>;

/** Looks at the file of a preview; what was found is stored by whoever asked. */
export async function lookApart(task: LookTask, { progress, send }: Line): Promise<Done<'look'>> {
	const db = openToRead(task.database);
	try {
		return await lookAt(db, task, { progress, send });
	} finally {
		close(db);
	}
}

async function lookAt(
	db: Database,
	{ staffId, preview: id }: LookTask,
	{ progress, send }: Line
): Promise<Done<'look'>> {
	const user = findUser(db, staffId);
	const preview = user && find(db, user, id);
	if (!preview) throw new Error('The preview is gone');
	const { rows, ...looked } = await look(db, preview, progress);
	let done = 0;
	for (const slice of slicesOf(rows)) {
		progress('write', done, looked.result.counts.rows);
		await send(slice);
		done += slice.length;
	}
	return looked;
}

/** Writes what was decided about a preview, by whoever may still do so. */
export async function commitApart(
	{ database, staffId, preview, at, undecided }: CommitTask,
	progress: Progress
): Promise<Done<'commit'>> {
	const db = openDatabase(database, { create: false });
	try {
		const user = findUser(db, staffId);
		if (!user) return { state: 'not-found' };
		const act = { at: new Date(at), undecided: undecided ?? undefined, readingOf, progress };
		const committed = await commit(db, user, preview, act);
		if (committed.state !== 'written') return committed;
		return { state: 'written', importId: committed.importId };
	} finally {
		close(db);
	}
}
