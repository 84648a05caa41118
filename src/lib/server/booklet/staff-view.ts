import type { BookletChannel } from '#lib/domain/booklet/booklet.ts';
import { choiceWords, type BookletForm } from '#lib/domain/booklet/made.ts';
import type { Database } from '#lib/server/database/client.ts';
import type { StaffEdition } from '#lib/server/editions/staff-view.ts';
import { endedOf, jobsOf, type Step, type Wish } from './jobs.ts';
import * as made from './made/find.ts';

/** What is being made of an edition, as staff see it. */
export type Working = { words: string; step: Step; mayStop: boolean };

/** What an edition is kept as. */
export type Final = {
	form: BookletForm;
	channel: BookletChannel;
	/** null: it is not there. */
	kept: made.Kept | null;
	isBeingMade: boolean;
	/** Why the last attempt came to nothing. */
	why: string | null;
};

const isOfStaff = ({ kind, by }: Wish) => by !== null && kind !== 'final';

export function workingOn(db: Database, editionId: number): Working | null {
	const [job] = jobsOf(db, editionId).sort(
		(a, b) => Number(isOfStaff(b.wish)) - Number(isOfStaff(a.wish))
	);
	if (!job) return null;
	return { words: choiceWords(job.wish), step: job.step, mayStop: isOfStaff(job.wish) };
}

/** Why what staff wished for last came to nothing. */
function troubleOf(db: Database, editionId: number): { words: string; why: string } | null {
	const last = endedOf(db, editionId).find(({ wish }) => isOfStaff(wish));
	if (last?.outcome.state !== 'died') return null;
	return { words: choiceWords(last.wish), why: last.outcome.why };
}

/** Of a published edition; none of any other. */
export function finalsOf(db: Database, { id, state }: StaffEdition): Final[] {
	if (state !== 'published' && state !== 'superseded') return [];
	const kept = made.list(db, id).filter(({ kind }) => kind === 'final');
	return made.finals.map(({ form, channel }) => {
		const isOf = (one: { kind: string; form: BookletForm; channel: BookletChannel }) =>
			one.kind === 'final' && one.form === form && one.channel === channel;
		const ended = endedOf(db, id).find(({ wish }) => isOf(wish))?.outcome;
		return {
			...{ form, channel, kept: kept.find(isOf) ?? null },
			isBeingMade: jobsOf(db, id).some(({ wish }) => isOf(wish)),
			why: ended?.state === 'died' ? ended.why : null
		};
	});
}

/** All that a page about the booklet of an edition says. */
export function bookletsOf(db: Database, edition: StaffEdition) {
	const { id } = edition;
	const all = made.list(db, id);
	return {
		working: workingOn(db, id),
		trouble: troubleOf(db, id),
		finals: finalsOf(db, edition),
		prints: all.filter(({ kind, channel }) => kind === 'cached' && channel === 'paper'),
		proof: made.proof(db, id) ?? null
	};
}
