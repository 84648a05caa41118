import { lexiconOf, type Lexicon } from '#lib/domain/search/lexicon.ts';
import { noPhrases, phrasesOf, type Phrases } from '#lib/domain/search/sentence/phrases.ts';
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
		sayings: phrases(db)
	})
);

/** Sayings, cut into the stems by which they are found. */
export const phrases = cachedByWords((db): Phrases => {
	const known = db.select().from(sayings).get();
	if (!known) return noPhrases;
	return phrasesOf(known.content, {
		vocabularies: names(db).vocabularies,
		synonyms: db.select().from(synonyms).all()
	});
});
