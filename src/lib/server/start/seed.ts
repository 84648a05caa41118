import { count } from 'drizzle-orm';
import { join } from 'node:path';
import { ensureBaseline } from './baseline.ts';
import { maintain } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { strayProblems } from './check.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import * as sample from './sample/load.ts';
import { regions } from '#lib/server/database/schema/index.ts';
import * as search from '#lib/server/search/index.ts';
import * as shapes from '#lib/server/imports/shapes.ts';
import * as sayings from './sayings.ts';
import * as synonyms from './synonyms.ts';
import * as vocabularies from './vocabularies.ts';

/**
 * Brings what every database holds up to date with `data/`: terms, synonyms, sayings, municipalities and
 * their regions, and the search index; into a database that is quite new also the sample region,
 * unless it is not wanted. Returns sentences of what the index lacked: it has been made anew.
 */
export function prepare(
	db: Database,
	options: { now: Date; sample: boolean; data?: string }
): string[] {
	const data = options.data ?? join(process.cwd(), 'data');
	return maintain(db, () => {
		const isNew = db.select({ count: count() }).from(regions).get()!.count === 0;
		vocabularies.load(db, join(data, 'vocabulary'));
		synonyms.load(db, join(data, 'vocabulary', 'synonyms.json'));
		sayings.load(db, join(data, 'vocabulary', 'sayings.json'));
		shapes.load(data);
		municipalities.seed(db, options.now);
		const problems = strayProblems(db);
		search.prepare(db, { isDamaged: problems.length > 0 });
		if (isNew && options.sample) {
			sample.load(db, join(data, 'sample'));
			search.settle(db);
		}
		ensureBaseline(db, options.now);
		return problems;
	});
}
