import { asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { instantWords } from '#lib/domain/calendar/calendar.ts';
import * as audit from './index.ts';
import type { Database } from '#lib/server/database/client.ts';
import { audit as records, editions, regions } from '#lib/server/database/schema/index.ts';

/** What somebody outside the log remembers of it: how many records it had, and the seal of the last. */
export type Memory = { name: string; at: string; count: number | null; head: string };

/** One sentence in Japanese: that all is well, or what is wrong and where. */
export type Examination = { ok: boolean; sentence: string };

/** Checks the chain, and that it still contains all that editions and backups remember of it. */
export function examine(db: Database, backups: Memory[] = []): Examination {
	const found = audit.verify(db);
	const memories = [...ofEditions(db), ...backups];
	if (!found.ok && recordAt(db, found.at)) return { ok: false, sentence: changed(db, found.at) };
	const forgotten = missing(db, memories);
	if (!found.ok) return { ok: false, sentence: cut(found.at, forgotten) };
	if (forgotten.length > 0) return { ok: false, sentence: unknown(forgotten) };
	const words = `監査記録 ${found.count}件は、書かれたときのまま、つながっています`;
	const witnesses =
		memories.length === 0 ? '' : `（覚えのある ${memories.length}か所とも合います）`;
	return { ok: true, sentence: `${words}${witnesses}。` };
}

const recordAt = (db: Database, id: number) =>
	db.select().from(records).where(eq(records.id, id)).get();

function changed(db: Database, id: number): string {
	const { at, action } = recordAt(db, id)!;
	const before = db
		.select({ id: records.id })
		.from(records)
		.where(sql`${records.id} < ${id}`)
		.orderBy(desc(records.id))
		.get();
	const gap = id - (before?.id ?? 0) - 1;
	const lost = gap > 0 ? `その前の ${gap}件が消されています` : '書き換えられています';
	return `監査記録の ${id}番（${instantWords(at)} ${action}）のところで、つながりが切れています: ${lost}。`;
}

function cut(at: number, forgotten: Memory[]): string {
	const after = at === 1 ? '監査記録がすべて' : `監査記録の ${at}番から後が`;
	const witness = forgotten[0] ? `${forgotten[0].name}は、その先を覚えています` : 'あったはずです';
	return `${after}失われています: ${witness}。`;
}

const unknown = ([first, ...others]: Memory[]): string =>
	`${first!.name}${others.length > 0 ? `など ${others.length + 1}か所` : ''}が覚えている監査記録（${first!.count === null ? '' : `${first!.count}件目、`}${instantWords(first!.at)}）が、いまの記録にありません: 書き直されたか、別のデータベースです。`;

/** A backup made on a branch that a restore has cut off is told of by the restore's own record. */
function missing(db: Database, memories: Memory[]): Memory[] {
	const known = new Set(
		db
			.select({ mac: records.mac })
			.from(records)
			.all()
			.map(({ mac }) => mac)
	);
	const restores = db
		.select({ at: records.at, details: records.details })
		.from(records)
		.where(eq(records.action, 'database.restore'))
		.all();
	const isCutOff = ({ at }: Memory) =>
		restores.some((one) => at > String(one.details['made_at']) && at <= one.at);
	return memories.filter((memory) => !known.has(memory.head) && !isCutOff(memory));
}

const ofEditions = (db: Database): Memory[] =>
	db
		.select({
			region: regions.name,
			year: editions.year,
			at: editions.published_at,
			head: editions.audit_head
		})
		.from(editions)
		.innerJoin(regions, eq(regions.id, editions.region_id))
		.where(isNotNull(editions.audit_head))
		.orderBy(asc(editions.published_at))
		.all()
		.map(({ region, year, at, head }) => ({
			name: `公開した年度版「${region} ${year}年度」`,
			at: at!,
			count: null,
			head: head!
		}));
