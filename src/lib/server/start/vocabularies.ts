import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { vocabularyNames, type VocabularyName } from '#lib/domain/labels/vocabulary.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import { sentenceOf } from '#lib/server/database/faults.ts';
import { terms } from '#lib/server/database/schema/index.ts';
import { StartError } from '#lib/server/database/start-error.ts';

const term = v.strictObject({
	code: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
	label: v.pipe(v.string(), v.minLength(1)),
	opposite: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1))), null),
	plain: v.pipe(v.string(), v.minLength(1)),
	kana: v.pipe(v.string(), v.minLength(1)),
	parent: v.nullable(v.string()),
	symbol: v.nullable(v.string()),
	synonyms: v.array(v.string())
});

/** Brings the terms up to what `data/vocabulary` says; a term that is no longer there stays known, as long as nothing uses it. */
export function load(db: Database, folder: string): void {
	const read = vocabularyNames.map((name) => ({ name, list: readVocabulary(folder, name) }));
	for (const { name, list } of read) refuseMissing(db, join(folder, `${name}.json`), name, list);
	write(db, () => {
		const key = (vocabulary: string, code: string) => `${vocabulary} ${code}`;
		const known = new Map(
			db
				.select()
				.from(terms)
				.all()
				.map((row) => [key(row.vocabulary, row.code), row])
		);
		for (const { name, list } of read) {
			list.forEach((one, position) => {
				const row = { vocabulary: name, ...one, position };
				if (isDeepStrictEqual(known.get(key(name, one.code)), row)) return;
				db.insert(terms)
					.values(row)
					.onConflictDoUpdate({ target: [terms.vocabulary, terms.code], set: { ...one, position } })
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
		const fault = sentenceOf(`用語の一覧 ${file}`, error);
		throw new StartError(
			fault ?? `用語の一覧 ${file} は JSON として読めません。前の版のファイルに戻してください。`,
			{ cause: error }
		);
	}
	const result = v.safeParse(v.array(term), content);
	if (result.success) {
		const problem = inconsistency(result.output);
		if (problem === null) return result.output;
		throw new StartError(`用語の一覧 ${file} の${problem}`);
	}
	const issue: v.BaseIssue<unknown> = result.issues[0];
	const found = JSON.stringify(issue.input)?.slice(0, 80);
	throw new StartError(
		`用語の一覧 ${file} の ${v.getDotPath(issue) ?? '全体'} が読めません。見つかったもの: ${found}、必要なもの: ${issue.expected ?? issue.message}`
	);
}

type Term = v.InferOutput<typeof term>;

/** What makes a list contradict itself, in a sentence; null when nothing does. */
function inconsistency(list: Term[]): string | null {
	const parents = new Map<string, string | null>();
	for (const { code, parent } of list) {
		if (parents.has(code)) return `用語の code「${code}」が2つあります。1つにしてください。`;
		parents.set(code, parent);
	}
	for (const { code, parent } of list) {
		if (parent !== null && !parents.has(parent)) {
			return `用語「${code}」の parent「${parent}」がありません。`;
		}
		const seen = new Set([code]);
		for (let wider = parent; wider !== null; wider = parents.get(wider) ?? null) {
			if (seen.has(wider)) return `用語「${code}」の parent が、自分に戻ってきます。`;
			seen.add(wider);
		}
	}
	return null;
}

/** A code never changes: what is written with one that is gone would no longer be found or named. */
function refuseMissing(db: Database, file: string, name: VocabularyName, list: Term[]): void {
	const used = db.$client
		.prepare<[string, string], { code: string; label: string; count: number }>(
			`SELECT t.code, t.label, count(DISTINCT v.resource_id) AS count
			FROM revision_terms r
			JOIN terms t ON t.vocabulary = r.vocabulary AND t.code = r.code
			JOIN revisions v ON v.id = r.revision_id
			WHERE r.vocabulary = ? AND r.code NOT IN (SELECT value FROM json_each(?))
			GROUP BY t.code ORDER BY t.position`
		)
		.get(name, JSON.stringify(list.map(({ code }) => code)));
	if (!used) return;
	throw new StartError(
		`用語の一覧 ${file} に、code「${used.code}」（${used.label}）がありません。${used.count}件の資源で使われています。一覧に戻してください。ことば（label）は変えられますが、code は変えられません。`
	);
}
