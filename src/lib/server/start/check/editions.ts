import { asc, eq } from 'drizzle-orm';
import { chapterOrderNames, type ChapterOrder } from '#lib/domain/edition/edition.ts';
import { instantWords } from '#lib/domain/calendar/calendar.ts';
import type { Claims, EditionClaim } from '#lib/server/audit/claim.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as prints from '#lib/server/editions/print.ts';
import { sha256 } from '#lib/server/database/hash.ts';
import { editions, regions } from '#lib/server/database/schema/index.ts';
import { differences } from './differences.ts';
import { prepareRegionName } from './names.ts';

type Row = typeof editions.$inferSelect & { title: string; order: ChapterOrder };

/** Sentences of how editions differ from what the log and their own hashes say; none when all is well. */
export function editionProblems(db: Database, { editions: claims, parts }: Claims): string[] {
	const rows = db
		.select({ edition: editions, region: regions.name, order: regions.chapter_order })
		.from(editions)
		.innerJoin(regions, eq(regions.id, editions.region_id))
		.orderBy(asc(editions.id))
		.all()
		.map(({ edition, region, order }): Row => ({
			...{ ...edition, title: `${region} ${edition.year}年度版` },
			order: edition.chapter_order ?? order
		}));
	const regionName = prepareRegionName(db);
	const known = new Set(rows.map(({ id }) => id));
	const lost = [...claims]
		.filter(([id, { locked }]) => locked && !known.has(id))
		.map(([id]) => `年度版（番号 ${id}）が消されています`);
	const found = rows.flatMap((row) => {
		const claim = claims.get(row.id);
		return [
			...stages(row, claim),
			...stand(row, claim, regionName),
			...(parts.has('volumes') ? superseding(row, claim) : []),
			...content(db, row, claim)
		].map((problem) => `「${row.title}」${problem}`);
	});
	return [...lost, ...found];
}

/** How far it has come, against the log. */
function stages(row: Row, claim: EditionClaim | undefined): string[] {
	const { published_at: published, withdrawn_at: withdrawn } = row;
	const { publishedAt = null, withdrawnAt = null, locked = false, lockedAt = null } = claim ?? {};
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
	} else if (lockedAt && row.locked_at !== lockedAt) {
		problems.push(`の校了の日時が、記録の${day(lockedAt)}から変えられています`);
	}
	if (withdrawnAt && !withdrawn) {
		problems.push(`は${day(withdrawnAt)}に取り下げたのに、取り下げていないことにされています`);
	} else if (withdrawn && !withdrawnAt) {
		problems.push('は取り下げた記録がないのに、取り下げたことにされています');
	}
	return problems;
}

/** Where it belongs, and how it is ordered. */
function stand(
	row: Row,
	claim: EditionClaim | undefined,
	nameOf: (region: number) => string
): string[] {
	const { standing } = claim ?? {};
	if (!standing) return [];
	const { region, year, order } = standing;
	const wayOf = (one: ChapterOrder) => chapterOrderNames[one];
	const problems: string[] = [];
	const say = (isOther: boolean, change: string) => void (isOther && problems.push(change));
	say(
		row.region_id !== region,
		`の地域が、記録の${nameOf(region)}から${nameOf(row.region_id)}に変えられています`
	);
	say(row.year !== year, `の年度が、記録の ${year} から ${row.year} に変えられています`);
	say(
		row.order !== order,
		`の章の並びが、記録の「${wayOf(order)}」から「${wayOf(row.order)}」に変えられています`
	);
	return problems;
}

/** 旧版 or not, as its region's editions were published and withdrawn. */
function superseding({ superseded_at: at }: Row, claim: EditionClaim | undefined): string[] {
	const expected = claim?.supersededAt ?? null;
	if (at === expected) return [];
	if (expected === null) return ['は旧版ではないのに、旧版にされています'];
	if (at === null)
		return [`は${instantWords(expected)}から旧版なのに、旧版でないことにされています`];
	return ['が旧版になった日時が変えられています'];
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
