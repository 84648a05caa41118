import { setImmediate } from 'node:timers/promises';
import {
	defaultColour,
	type Booklet,
	type BookletChannel,
	type BookletEntry
} from '#lib/domain/booklet/booklet.ts';
import { entryOf } from '#lib/domain/booklet/collected/entry.ts';
import { indexesOf } from '#lib/domain/booklet/collected/indexes.ts';
import type { BookletWarning } from '#lib/domain/booklet/layout.ts';
import { printableIn } from '#lib/domain/booklet/collected/lines.ts';
import { easeSymbols } from '#lib/domain/booklet/collected/symbols.ts';
import { checksOf, creditsOf, legendOf, windowsOf } from '#lib/domain/booklet/collected/summary.ts';
import { warningsOfBooklet, warningsOfEntry } from '#lib/domain/booklet/collected/warnings.ts';
import { wishesOf } from '#lib/domain/booklet/collected/wishes.ts';
import { japanDate } from '#lib/domain/calendar/calendar.ts';
import type { Database } from '#lib/server/database/client.ts';
import { dataVersion } from '#lib/server/database/data-version.ts';
import { stored } from '#lib/server/editions/entries.ts';
import { words } from '#lib/server/editions/words.ts';
import { codesOf } from '#lib/server/regions/municipalities.ts';
import { names } from '#lib/server/regions/names.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { chaptersOf } from './chapters.ts';
import { entriesOf } from './entries.ts';
import { readingsFor } from './known-readings.ts';
import { pictureOf, pictureWarnings } from '#lib/server/booklet/picture/pictures.ts';

/** `origin` of this service, without a slash at its end. `isBare`: the bytes of pictures are not read. */
export type Collecting = { channel: BookletChannel; origin: string; isBare?: boolean };

const title = '地域資源ブックマーク';

export type Collected = { booklet: Booklet; warnings: BookletWarning[] };

/** All that the booklet of an edition prints, and what staff should look at before it is printed. */
export function collect(db: Database, editionId: number, asked: Collecting): Collected {
	const steps = collecting(db, editionId, asked);
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

/** So often it begins anew because somebody saved something meanwhile; then it is done at once. */
const mostAttempts = 3;

/** The same, while other requests are answered in between. */
export async function collectInSteps(
	db: Database,
	editionId: number,
	asked: Collecting
): Promise<Collected> {
	for (let attempt = 0; attempt < mostAttempts; attempt++) {
		const version = dataVersion(db);
		const steps = collecting(db, editionId, asked);
		while (dataVersion(db) === version) {
			const { done, value } = steps.next();
			if (done) return value;
			await setImmediate();
		}
	}
	return collect(db, editionId, asked);
}

/** Entries that are looked at between two pauses. */
const together = 100;

function* collecting(
	db: Database,
	editionId: number,
	{ channel, origin, isBare = false }: Collecting
): Generator<void, Collected> {
	const edition = stored(db, editionId);
	const region = regions.identify(db, edition.region_id);
	const { colour, ...said } = words(db, editionId);
	const named = names(db);
	const { told, untold } = yield* entriesOf(db, editionId, channel);
	const means = { names: named, easeSymbols: easeSymbols(named.vocabularies.ease.values()) };
	const pictures = pictureOf(db, editionId, { channel, isBare });
	const entryBy = new Map<number, BookletEntry>();
	const warnings: BookletWarning[] = [];
	for (const [at, { hasPage, whole, ...one }] of told.entries()) {
		const address = hasPage ? `${origin}/resources/${one.id}` : null;
		const entry = { ...entryOf({ ...one, address }, means), picture: pictures(one.id) };
		entryBy.set(entry.number, entry);
		warnings.push(...warningsOfEntry({ entry, content: whole }));
		if (at % together === 0) yield;
	}
	const { chapters, credit } = yield* chaptersOf(db, told, edition.chapterOrder);
	const indexes = indexesOf(told, named, {
		municipalities: codesOf(db, region.id),
		order: edition.chapterOrder
	});
	yield;
	const window = regions.find(db, region.slug)!.generalWindowId;
	const here = `${origin}/regions/${region.slug}`;
	const entriesWith = (numbers: number[]) => numbers.map((number) => entryBy.get(number)!);
	const booklet: Booklet = {
		...{ channel, title, year: edition.year, colour: colour ?? defaultColour },
		region: {
			...{ slug: region.slug, name: region.name, kana: region.kana },
			isSample: region.fictional
		},
		words: printableIn(said),
		wishes: wishesOf(told, named),
		lockedOn: dayOf(edition.locked_at),
		publishedOn: dayOf(edition.published_at),
		addresses: {
			region: here,
			edition: `${here}/${edition.year}`,
			errata: `${here}/${edition.year}/errata`
		},
		chapters: chapters.map(({ numbers, ...chapter }) => ({
			...chapter,
			entries: entriesWith(numbers)
		})),
		windows: entriesWith(windowsOf(told, named, window)),
		indexes,
		checks: checksOf(told, named),
		credits: creditsOf(told, credit),
		legend: legendOf(told, means),
		struck: untold.flatMap(({ number, words }) => (words === null ? [] : [{ number, words }])),
		cover: pictures(null),
		readings: readingsFor(db, region, told)
	};
	return {
		booklet,
		warnings: [
			...warningsOfBooklet(booklet, untold),
			...pictureWarnings(db, editionId),
			...warnings
		]
	};
}

const dayOf = (instant: string | null) => instant && japanDate(new Date(instant));
