import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Sayings } from '#lib/domain/search/sentence/meaning.ts';
import { parseSayings } from '#lib/domain/search/sentence/saying.ts';
import type { Database } from '#lib/server/database/client.ts';
import { insertInto } from '#lib/server/database/insertion.ts';
import { sayings } from '#lib/server/database/schema/index.ts';
import { StartError } from '#lib/server/database/start-error.ts';
import { write } from '#lib/server/database/transaction.ts';
import { names } from '#lib/server/regions/names.ts';

/** Makes the sayings exactly those of `data/vocabulary/sayings.json`; the terms they mean are there already. */
export function load(db: Database, file: string): void {
	const content = readSayings(db, file);
	const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
	write(db, () => {
		if (db.select({ hash: sayings.hash }).from(sayings).get()?.hash === hash) return;
		db.delete(sayings).run();
		insertInto(db, sayings, { id: 1, content, hash });
	});
}

function readSayings(db: Database, file: string): Sayings {
	let content: unknown;
	try {
		content = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new StartError(`言いまわしの一覧 ${file} を読めません（${(error as Error).message}）。`);
	}
	const { vocabularies } = names(db);
	const result = parseSayings(content, (name, code) => vocabularies[name].has(code));
	if ('issues' in result) {
		throw new StartError(`言いまわしの一覧 ${file} が読めません。${result.issues[0]!.message}`);
	}
	return result.value;
}
