import { lexiconOf, type Lexicon } from '#lib/domain/search/lexicon.ts';
import type { Database } from '#lib/server/database.ts';
import { keptByGeneration } from '#lib/server/generation.ts';
import { keptByDatabase } from '#lib/server/kept.ts';
import { names } from '#lib/server/names.ts';
import { municipalities, regions, synonyms } from '#lib/server/schema.ts';

const kept = keptByDatabase(() => ({ words: '', lexicon: null as Lexicon | null }));

/** All words that are known to mean something; made anew only when one of them has changed. */
export const lexicon = keptByGeneration((db): Lexicon => {
	const known = kept(db);
	const words = said(db);
	if (!known.lexicon || known.words !== words) {
		known.words = words;
		known.lexicon = lexiconOf({
			vocabularies: names(db).vocabularies,
			municipalities: db.select().from(municipalities).all(),
			regions: db.select().from(regions).all(),
			synonyms: db.select().from(synonyms).all()
		});
	}
	return known.lexicon;
});

/** Places are only ever added; terms and synonyms are few. */
const said = (db: Database) =>
	String(
		db.$client
			.prepare(
				`SELECT (SELECT count(*) FROM municipalities)
				|| (SELECT group_concat(slug || name || kana) FROM regions)
				|| (SELECT group_concat(vocabulary || code || label || plain || kana || coalesce(parent, '') || synonyms) FROM terms)
				|| (SELECT coalesce(group_concat("from" || "to" || weight), '') FROM synonyms)`
			)
			.pluck()
			.get()
	);
