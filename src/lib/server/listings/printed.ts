import { japanMoment, type Moment } from '#lib/domain/calendar/calendar.ts';
import { select } from '#lib/domain/listing/catalogue.ts';
import { listingOf } from '#lib/domain/listing/listing.ts';
import { linksOf, type Links } from '#lib/domain/listing/links.ts';
import { nextWords } from '#lib/domain/listing/row.ts';
import { mapView } from '#lib/domain/listing/map-view.ts';
import { letteredMap } from '#lib/domain/map/lettered.ts';
import { mostPrinted, sourcesOf, type PrintedList } from '#lib/domain/reader/printed-list.ts';
import { occurrenceDateWords } from '#lib/domain/schedule/occurrences.ts';
import type { Filter } from '#lib/domain/search/filter.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';
import { towns } from '#lib/server/regions/towns.ts';
import type { Prepared } from '#lib/server/resources/rows.ts';
import { catalogue, type Scope } from '#lib/server/search/catalogue.ts';
import * as listings from './listings.ts';

/** Everything that a filter finds, numbered as on its map. `now`: null in an edition. */
export function printed(
	db: Database,
	scope: Scope,
	filter: Filter,
	{ now, most = mostPrinted }: { now: Date | null; most?: number }
): { list: PrintedList; links: Links } {
	const all = catalogue(db, scope);
	const selection = select(all, filter, [], most);
	const before = (selection.pageNumber - 1) * most;
	const ready = numbered(listings.placed(db, scope, selection.page), before);
	const on = now && japanMoment(now);
	const rows = ready.map(({ row, dates, onPaper }) => ({
		...{ ...row, ...onPaper },
		next: on ? nextOnPaper(dates, on) : []
	}));
	const parts = { filter, names: names(db), shown: [], selection, rows, map: null };
	const listing = listingOf(all, parts, most);
	const view = filter.view === 'map' ? mapView(ready, ready.length, towns(db), []) : null;
	return {
		list: {
			...{ rows, total: listing.total, from: before + 1, to: before + rows.length },
			sentence: listing.sentence,
			map: view && letteredMap(view, view.towns),
			sources: sourcesOf(rows)
		},
		links: linksOf(listing)
	};
}

const datesInRow = 2;

/** What is every week needs no dates on paper. */
function nextOnPaper(dates: Prepared['dates'], now: Moment): string[] {
	const isRare = dates.schedules.every(({ frequency }) => frequency !== 'weekly');
	return isRare ? nextWords(dates, now, datesInRow, occurrenceDateWords) : [];
}

/** Those of an edition stay. */
const numbered = (all: Prepared[], before: number): Prepared[] =>
	all.map((one, at) => ({
		...one,
		row: { ...one.row, number: one.row.number ?? before + at + 1 }
	}));
