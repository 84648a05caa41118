import { asc } from 'drizzle-orm';
import type { FilterNames } from '#lib/domain/filter.ts';
import { vocabularyNames, type Vocabularies } from '#lib/domain/vocabulary.ts';
import type { Database } from './database.ts';
import { keptByGeneration } from './generation.ts';
import { municipalities, regions, terms } from './schema.ts';

/** What every code is called. */
export const names = keptByGeneration((db): FilterNames => ({
	vocabularies: vocabularies(db),
	municipalities: new Map(
		db
			.select()
			.from(municipalities)
			.orderBy(asc(municipalities.code))
			.all()
			.map(({ code, name }) => [code, name])
	),
	regions: new Map(
		db
			.select()
			.from(regions)
			.orderBy(asc(regions.id))
			.all()
			.map(({ slug, name }) => [slug, name])
	)
}));

function vocabularies(db: Database): Vocabularies {
	const all = Map.groupBy(
		db.select().from(terms).orderBy(asc(terms.position)).all(),
		(term) => term.vocabulary
	);
	return Object.fromEntries(
		vocabularyNames.map((name) => [
			name,
			new Map(
				(all.get(name) ?? []).map(({ code, label, plain, kana, parent, symbol, synonyms }) => [
					code,
					{ code, label, plain, kana, parent, symbol, synonyms }
				])
			)
		])
	) as Vocabularies;
}
