import { asc, eq } from 'drizzle-orm';
import { instantWords } from '#lib/domain/calendar/calendar.ts';
import type { EditionClaim } from '#lib/server/audit/claims.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as prints from '#lib/server/editions/print.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { editions, regions } from '#lib/server/database/schema.ts';
import { differences } from './differences.ts';

type Row = typeof editions.$inferSelect & { title: string };

/** Sentences of how editions differ from what the log and their own hashes say; none when all is well. */
export function editionProblems(db: Database, claims: Map<number, EditionClaim>): string[] {
	const rows = db
		.select({ edition: editions, region: regions.name })
		.from(editions)
		.innerJoin(regions, eq(regions.id, editions.region_id))
		.orderBy(asc(editions.id))
		.all()
		.map(({ edition, region }): Row => ({ ...edition, title: `${region} ${edition.year}年度版` }));
	const known = new Set(rows.map(({ id }) => id));
	const lost = [...claims]
		.filter(([id, { locked }]) => locked && !known.has(id))
		.map(([id]) => `年度版（番号 ${id}）が消されています`);
	const found = rows.flatMap((row) => {
		const claim = claims.get(row.id);
		return [...stages(row, claim), ...content(db, row, claim)].map(
			(problem) => `「${row.title}」${problem}`
		);
	});
	return [...lost, ...found];
}

/** How far it has come, against the log. */
function stages(row: Row, claim: EditionClaim | undefined): string[] {
	const { published_at: published, withdrawn_at: withdrawn } = row;
	const { publishedAt = null, withdrawnAt = null, locked = false } = claim ?? {};
	const day = (instant: string) => instantWords(instant);
	const problems: string[] = [];
	if (publishedAt && !published) {
		problems.push(`は${day(publishedAt)}に公開したのに、公開していないことにされています`);
	} else if (published && !publishedAt) {
		problems.push('は公開した記録がないのに、公開したことにされています');
	} else if (published !== publishedAt) {
		problems.push(`の公開の日時が、記録の${day(publishedAt!)}から変えられています`);
	} else if (locked && !row.locked_at) {
		problems.push('は校了にしたのに、していないことにされています');
	}
	if (withdrawnAt && !withdrawn) {
		problems.push(`は${day(withdrawnAt)}に取り下げたのに、取り下げていないことにされています`);
	} else if (withdrawn && !withdrawnAt) {
		problems.push('は取り下げた記録がないのに、取り下げたことにされています');
	}
	return problems;
}

/** What it prints, against the hash in the log, or its own where the log has none. */
function content(db: Database, row: Row, claim: EditionClaim | undefined): string[] {
	const expected = claim?.hash ?? row.content_hash;
	if (expected === null) return [];
	const text = prints.textOf(db, row.id);
	if (sha256(text) === expected) {
		const isSame = row.content_hash === null || row.content_hash === expected;
		return isSame ? [] : ['の中身の控え（content_hash）が書き換えられています'];
	}
	const recorded = prints.recall(db, row.id, expected);
	if (!recorded) return ['の中身が、校了にしたときと違います（どこかは分かりません）'];
	return differences(db, recorded, prints.read(text)).map((one) => `の${one}`);
}
