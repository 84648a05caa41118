import { setTimeout as wait } from 'node:timers/promises';
import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import { isReadOnly } from '#lib/server/database/transaction.ts';
import * as jobs from './child/jobs.ts';
import * as previews from './previews/index.ts';

/** A town's list is read in less: whoever sends it sees it at once. */
const patience = 2500;
const between = 100;

export type Watched = {
	preview: previews.Preview;
	progress: ReturnType<typeof jobs.progressOf>;
	/** Why what was begun has ended with nothing; '' otherwise. */
	trouble: string;
};

const isAtWork = ({ state }: previews.Preview) => state === 'reading' || state === 'writing';

/**
 * How far a preview is. What a restart has cut off is begun again; somebody who has just sent a file
 * waits a moment for what is short. null: it is not theirs.
 */
export async function watch(
	db: Database,
	user: User,
	id: string,
	{ at, isPatient = false }: { at: Date; isPatient?: boolean }
): Promise<Watched | null> {
	let preview = previews.find(db, user, id);
	if (!preview) return null;
	resume(db, user, preview, at);
	for (
		let waited = 0;
		isPatient && waited < patience && jobs.progressOf(db, id);
		waited += between
	) {
		await wait(between);
	}
	preview = previews.find(db, user, id);
	return preview && { preview, progress: jobs.progressOf(db, id), trouble: troubleOf(db, id) };
}

function resume(db: Database, user: User, preview: previews.Preview, at: Date): void {
	const { id, state, options } = preview;
	if (!isAtWork(preview) || jobs.progressOf(db, id) || isReadOnly(db)) return;
	// What failed is begun again by a person alone, and a commit is its sender's.
	if (troubleOf(db, id) || (state === 'writing' && preview.staffId !== user.id)) return;
	const { undecided } = options;
	const work =
		state === 'writing' ? { kind: 'commit' as const, undecided } : { kind: 'look' as const };
	jobs.run(db, user, id, work, at);
}

function troubleOf(db: Database, id: string): string {
	const outcome = jobs.progressOf(db, id) ? null : jobs.outcomeOf(db, id);
	switch (outcome?.state) {
		case 'died':
			return outcome.why;
		case 'refused':
			return outcome.problems.map(({ message }) => message).join('');
		case 'overtaken':
			return '見ているあいだに、ほかの人が同じところを直しました。まだ何も取り込んでいません。くらべなおしたので、もう一度見て、取り込んでください。';
		default:
			return '';
	}
}
