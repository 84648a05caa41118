import { lexiconOf, type Lexicon } from '#lib/domain/search/lexicon.ts';
import { noSpeech, speechOf, type Speech } from '#lib/domain/search/sentence/speech.ts';
import { withPrefectures } from '#lib/server/regions/municipalities.ts';
import { cachedByWords, names } from '#lib/server/regions/names.ts';
import { regions, sayings, synonyms } from '#lib/server/database/schema/index.ts';

/** All words that are known to mean something. */
export const lexicon = cachedByWords((db): Lexicon =>
	lexiconOf({
		vocabularies: names(db).vocabularies,
		municipalities: withPrefectures(db),
		regions: db.select().from(regions).all(),
		synonyms: db.select().from(synonyms).all(),
		speech: speech(db)
	})
);

/** Sayings, cut into the stems by which they are found. */
export const speech = cachedByWords((db): Speech => {
	const known = db.select().from(sayings).get();
	if (!known) return noSpeech;
	return speechOf(known.content, {
		vocabularies: names(db).vocabularies,
		synonyms: db.select().from(synonyms).all()
	});
});
