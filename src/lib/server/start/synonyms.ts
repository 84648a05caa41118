import { readFileSync } from 'node:fs';
import { alternatives, parseSynonyms, type Alternative } from '#lib/domain/search/synonyms.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { insertInto } from '#lib/server/database/insertion.ts';
import { synonyms } from '#lib/server/database/schema/index.ts';
import { StartError } from '#lib/server/database/start-error.ts';

/** Makes the synonyms exactly those of `data/vocabulary/synonyms.json`. */
export function load(db: Database, file: string): void {
	const read = readSynonyms(file);
	write(db, () => {
		const known = db.select().from(synonyms).all();
		if (JSON.stringify(known) === JSON.stringify(read)) return;
		db.delete(synonyms).run();
		for (const one of read) insertInto(db, synonyms, one);
	});
}

function readSynonyms(file: string): Alternative[] {
	let content: unknown;
	try {
		content = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new StartError(`言いかえの一覧 ${file} を読めません（${(error as Error).message}）。`);
	}
	const result = parseSynonyms(content);
	if ('issues' in result) {
		throw new StartError(`言いかえの一覧 ${file} が読めません。${result.issues[0]!.message}`);
	}
	return result.value.flatMap(alternatives);
}
