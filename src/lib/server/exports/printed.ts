import { japanDate } from '#lib/domain/calendar/calendar.ts';
import type { Filter } from '#lib/domain/search/filter.ts';
import type { Database } from '#lib/server/database/client.ts';
import { printed } from '#lib/server/listings/printed.ts';
import type { Scope } from '#lib/server/search/catalogue.ts';
import { feedInTurn } from './turns.ts';

/** A list for paper, which is up to seventeen pages of the web at once: one after the other. */
export const printedInTurn = (
	db: Database,
	scope: Scope,
	filter: Filter,
	{ now }: { now: Date | null }
) =>
	feedInTurn(db, ['printed', scope, filter, now && japanDate(now)], () =>
		printed(db, scope, filter, { now })
	);
