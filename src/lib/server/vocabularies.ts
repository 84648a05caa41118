import { sql } from 'drizzle-orm';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { vocabularyNames, type VocabularyName } from '#lib/domain/vocabulary.ts';
import { write, type Database } from './database.ts';
import { terms } from './schema.ts';
import { StartError } from './start-error.ts';

const term = v.strictObject({
	code: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
	label: v.pipe(v.string(), v.minLength(1)),
	plain: v.pipe(v.string(), v.minLength(1)),
	kana: v.pipe(v.string(), v.minLength(1)),
	parent: v.nullable(v.string()),
	symbol: v.nullable(v.string()),
	synonyms: v.array(v.string())
});

/** Brings the terms up to what `data/vocabulary` says; a term that is no longer there stays known. */
export function load(db: Database, folder: string): void {
	const read = vocabularyNames.map((name) => ({ name, list: readVocabulary(folder, name) }));
	write(db, () => {
		for (const { name, list } of read) {
			list.forEach((one, position) => {
				const values = { ...one, position };
				db.insert(terms)
					.values({ vocabulary: name, ...values })
					.onConflictDoUpdate({
						target: [terms.vocabulary, terms.code],
						set: values,
						setWhere: sql`(label, plain, kana, parent, symbol, synonyms, position) IS NOT
							(excluded.label, excluded.plain, excluded.kana, excluded.parent, excluded.symbol,
							excluded.synonyms, excluded.position)`
					})
					.run();
			});
		}
	});
}

function readVocabulary(folder: string, name: VocabularyName) {
	const file = join(folder, `${name}.json`);
	let content: unknown;
	try {
		content = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		throw new StartError(`用語の一覧 ${file} を読めません（${(error as Error).message}）。`);
	}
	const result = v.safeParse(v.array(term), content);
	if (result.success) return result.output;
	const issue: v.BaseIssue<unknown> = result.issues[0];
	const found = JSON.stringify(issue.input)?.slice(0, 80);
	throw new StartError(
		`用語の一覧 ${file} の ${v.getDotPath(issue) ?? '全体'} が読めません。見つかったもの: ${found}、必要なもの: ${issue.expected ?? issue.message}`
	);
}
