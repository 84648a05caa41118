import type { Booklet, BookletChannel, BookletChapter } from '#lib/domain/booklet/booklet.ts';
import { entryOf } from '#lib/domain/booklet/entry.ts';
import { indexesOf } from '#lib/domain/booklet/indexes.ts';
import type { BookletWarning } from '#lib/domain/booklet/layout.ts';
import { printableIn } from '#lib/domain/booklet/lines.ts';
import { easeSymbols } from '#lib/domain/booklet/symbols.ts';
import { checksOf, creditsOf, legendOf, windowsOf } from '#lib/domain/booklet/summary.ts';
import { warningsOfBooklet, warningsOfEntry } from '#lib/domain/booklet/warnings.ts';
import { wishesOf } from '#lib/domain/booklet/wishes.ts';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import { symbolOf } from '#lib/domain/listing/row.ts';
import { withKana } from '#lib/domain/profile/ruby.ts';
import type { Database } from '#lib/server/database/client.ts';
import { stored } from '#lib/server/editions/entries.ts';
import { words } from '#lib/server/editions/words.ts';
import * as outlines from '#lib/server/maps/outlines.ts';
import { codesOf } from '#lib/server/regions/municipalities.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { entriesOf, type Told } from './entries.ts';

import { readingsFor } from './known-readings.ts';
import { mapOf, townsOf } from './maps.ts';

/** `origin` of this service, without a slash at its end. */
export type Collecting = { channel: BookletChannel; origin: string };

const title = '地域資源ブックマーク';
const defaultColour = '#1f6660';

/** All that the booklet of an edition prints, and what staff should look at before it is printed. */
export function collect(
	db: Database,
	editionId: number,
	{ channel, origin }: Collecting
): { booklet: Booklet; warnings: BookletWarning[] } {
	const edition = stored(db, editionId);
	const region = regions.identify(db, edition.region_id);
	const { colour, ...said } = words(db, editionId);
	const named = names(db);
	const { told, untold } = entriesOf(db, editionId, channel);
	const means = { names: named, easeSymbols: easeSymbols(named.vocabularies.ease.values()) };
	const entries = told.map((one) => {
		const address = one.hasPage ? `${origin}/resources/${one.id}` : null;
		return entryOf({ ...one, address }, means);
	});
	const entryBy = new Map(entries.map((entry) => [entry.number, entry]));
	const drawn = chaptersOf(db, told, edition.chapterOrder === 'kana').map(
		({ hasLand, told, ...chapter }) => ({
			hasLand,
			chapter: { ...chapter, entries: told.map(({ number }) => entryBy.get(number)!) }
		})
	);
	const landCredit = drawn.some(({ hasLand }) => hasLand) ? outlines.list(db)!.credit : null;
	const window = regions.find(db, region.slug)!.generalWindowId;
	const here = `${origin}/regions/${region.slug}`;
	const booklet: Booklet = printableIn({
		channel,
		title,
		region: {
			...{ slug: region.slug, name: region.name, kana: region.kana },
			isSample: region.fictional
		},
		year: edition.year,
		colour: colour ?? defaultColour,
		words: said,
		wishes: wishesOf(told, named),
		lockedOn: dayOf(edition.locked_at),
		publishedOn: dayOf(edition.published_at),
		addresses: {
			region: here,
			edition: `${here}/${edition.year}`,
			errata: `${here}/${edition.year}/errata`
		},
		chapters: drawn.map(({ chapter }) => chapter),
		windows: windowsOf(told, named, window).map((number) => entryBy.get(number)!),
		indexes: indexesOf(told, named, codesOf(db, region.id)),
		checks: checksOf(told, named),
		licence: null,
		credits: creditsOf(told, landCredit),
		legend: legendOf(told, means),
		struck: untold.flatMap(({ number, words }) => (words === null ? [] : [{ number, words }])),
		cover: null,
		readings: readingsFor(db, region, told)
	});
	return {
		booklet,
		warnings: [
			...warningsOfBooklet(booklet, untold),
			...told.flatMap(({ whole, number }) =>
				warningsOfEntry({ content: whole, entry: entryBy.get(number)! })
			)
		]
	};
}

const dayOf = (instant: string | null) => instant && japanDate(new Date(instant));

type Chapter = Omit<BookletChapter, 'entries'> & { told: Told[]; hasLand: boolean };

/** In the order of the first number of each. */
function chaptersOf(db: Database, told: readonly Told[], isUndivided: boolean): Chapter[] {
	const { vocabularies } = names(db);
	const towns = townsOf(db, told);
	const groups = Map.groupBy(told, ({ chapter }) => (isUndivided ? '' : chapter));
	return [...groups].map(([code, told], place) => {
		const term = vocabularies.category.get(code);
		const words = term?.label ?? (code || 'この冊子の場所');
		const drawn = mapOf(db, `${words}の地図`, told, towns);
		return {
			code,
			label: term
				? withKana(words, term.kana)
				: code
					? [{ text: words }]
					: withKana(words, 'このさっしのばしょ'),
			symbol: code ? symbolOf(code, vocabularies) : 'place',
			place,
			map: drawn && drawn.map,
			hasLand: drawn?.hasLand ?? false,
			told
		};
	});
}
