import { plainly } from '#lib/domain/booklet/made.ts';
import type { Database } from '#lib/server/database/client.ts';
import { describeError } from '#lib/server/database/faults.ts';
import { isReadOnly } from '#lib/server/database/transaction.ts';
import { hopeOf, want, type Wish } from './jobs.ts';
import { finals, missingFinals, type MissingFinal } from './made/find.ts';
import type { Workshop } from './makers.ts';
import { readerForms } from './readers.ts';
import { ours } from './workshop.ts';

const wishFor = ({ editionId, form, channel, by }: MissingFinal, origin: string): Wish => ({
	...{ editionId, kind: 'final', form, channel, by, origin },
	printing: plainly
});

/**
 * Has made what an edition is kept as, and then what its readers get, so that none of them waits. For whoever has
 * just published it, and to begin again after a failure.
 */
export function makeFor(
	db: Database,
	editionId: number,
	{ by, origin }: { by: string; origin: string },
	workshop: Workshop = ours
): void {
	for (const final of finals) {
		want(db, wishFor({ editionId, by, ...final }, origin), workshop);
	}
	for (const form of readerForms) {
		if (form === 'a5' || !workshop.makers[form]) continue;
		const choice = { form, channel: 'web', printing: plainly } as const;
		want(db, { ...choice, editionId, kind: 'cached', by: null, origin }, workshop);
	}
}

/** What a stop, a command or a full disk has left undone; what nothing would come of waits for somebody to look. */
export function makeUp(db: Database, origin: string, workshop: Workshop = ours): void {
	for (const missing of missingFinals(db)) {
		const wish = wishFor(missing, origin);
		if (hopeOf(db, wish) === 'now') want(db, wish, workshop);
	}
}

const pause = 60_000;

/**
 * Makes up for what is missing: soon after a start, and again whenever a command has published or erased. No
 * start waits or fails for it.
 */
export function tend(
	db: Database,
	origin: string,
	report: (fault: Record<string, string | undefined>) => void
): void {
	const look = () => {
		try {
			if (db.$client.open && !isReadOnly(db)) makeUp(db, origin);
		} catch (error) {
			report({ event: 'booklet', ...describeError(error) });
		}
	};
	setImmediate(look);
	setInterval(look, pause).unref();
}
