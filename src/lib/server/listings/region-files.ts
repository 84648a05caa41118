import { sql } from 'drizzle-orm';
import { japanMoment } from '#lib/domain/calendar/calendar.ts';
import {
	packSynonyms,
	type RegionFile,
	type RegionWords
} from '#lib/domain/reader/offline/region-file.ts';
import { packSpeech } from '#lib/domain/reader/offline/packed-speech.ts';
import { meaningFacets } from '#lib/domain/search/sentence/meaning.ts';
import type { Crisis } from '#lib/domain/search/crisis/contact.ts';
import type { Region } from '#lib/domain/region/region.ts';
import type { Database } from '#lib/server/database/client.ts';
import { names } from '#lib/server/regions/names.ts';
import { dated, prepare, type Prepared } from '#lib/server/resources/rows.ts';
import { synonyms } from '#lib/server/database/schema/index.ts';
import { currentIn, type Shown } from '#lib/server/contents/visibility.ts';
import { speech } from '#lib/server/search/lexicon.ts';
import { withPrefectures } from '#lib/server/regions/municipalities.ts';
import { towns } from '#lib/server/regions/towns.ts';

/** The current revisions of a region as a reader's device searches them. */
export function file(
	db: Database,
	{ id, slug, name, kana }: Region,
	now: Date,
	crisis?: Crisis
): RegionFile {
	const shown = currentIn(db, sql`r.region_id = ${id}`);
	const prepared = dated(db, prepare(db, shown), japanMoment(now));
	return {
		region: { slug, name, kana },
		resources: prepared.map((one, at) => resourceOf(one, shown[at]!)),
		...words(db, crisis),
		municipalities: municipalitiesWith(
			db,
			new Set(prepared.flatMap(({ municipality }) => municipality ?? []))
		)
	};
}

function resourceOf({ row, explained, further, point }: Prepared, shown: Shown) {
	const { plainName, description, activities, organization, codes } = explained;
	return {
		row,
		plainName,
		description,
		activities,
		organization:
			organization === null ? null : { name: organization, kana: further.organizationKana },
		town: further.town,
		point,
		...(further.made ? { made: further.made } : {}),
		codes: [...codes],
		checkedOn: shown.verified_on
	};
}

/** What every region is searched with. */
export function words(db: Database, crisis?: Crisis): RegionWords {
	const { vocabularies } = names(db);
	return {
		vocabularies: Object.fromEntries(
			meaningFacets.map((name) => [name, [...vocabularies[name].values()]])
		) as RegionFile['vocabularies'],
		synonyms: packSynonyms(db.select().from(synonyms).all()),
		speech: packSpeech(speech(db)),
		...(crisis && { crisis: { words: crisis.words, contacts: crisis.contacts } })
	};
}

/** By code; a town with nothing in it is neither found nor a choice. */
export function municipalitiesWith(
	db: Database,
	codes: ReadonlySet<string>
): RegionFile['municipalities'] {
	const known = towns(db);
	const at = (code: string) => {
		const { latitude, longitude } = known.get(code) ?? {};
		return latitude === undefined || longitude === undefined ? null : { latitude, longitude };
	};
	return withPrefectures(db)
		.filter(({ code }) => codes.has(code))
		.map((one) => ({ ...one, at: at(one.code) }));
}
