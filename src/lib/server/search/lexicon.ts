import { lexiconOf, type Lexicon } from '#lib/domain/search/lexicon.ts';
import { cachedByWords, names } from '#lib/server/regions/names.ts';
import { municipalities, regions, synonyms } from '#lib/server/database/schema.ts';

/** All words that are known to mean something. */
export const lexicon = cachedByWords((db): Lexicon =>
	lexiconOf({
		vocabularies: names(db).vocabularies,
		municipalities: db.select().from(municipalities).all(),
		regions: db.select().from(regions).all(),
		synonyms: db.select().from(synonyms).all()
	})
);
