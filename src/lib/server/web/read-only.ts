import { instantWords } from '#lib/domain/calendar/calendar.ts';
import * as audit from '#lib/server/audit/index.ts';
import { maintain } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import type { Refusal } from './request-checks.ts';
import { read_only } from '#lib/server/database/schema/index.ts';
import type { Act } from '#lib/domain/labels/acts.ts';

/** Since when nothing may be written, and what is going on. */
export type ReadOnly = { since: string; by: string; reason: string | null };

export function find(db: Database): ReadOnly | null {
	const row = db.select().from(read_only).get();
	return row ? { since: row.started_at, by: row.started_by, reason: row.reason } : null;
}

/** false when it was so already. */
export function turnOn(
	db: Database,
	{ by, at, reason }: { by: string; at: Date; reason: string | null }
): boolean {
	return maintain(db, () => {
		if (find(db)) return false;
		const now = at.toISOString();
		record(db, 'database.close', { by, at, reason });
		db.insert(read_only).values({ id: 1, started_at: now, started_by: by, reason }).run();
		return true;
	});
}

/** false when it was so already. */
export function turnOff(db: Database, { by, at }: { by: string; at: Date }): boolean {
	return maintain(db, () => {
		if (!find(db)) return false;
		db.delete(read_only).run();
		record(db, 'database.reopen', { by, at, reason: null });
		return true;
	});
}

/** Makes it as another database is; `null`: writable. */
export function take(db: Database, other: Database | null): void {
	const rows = other ? rowsOf(other) : [];
	maintain(db, () => {
		db.delete(read_only).run();
		for (const row of rows) db.insert(read_only).values(row).run();
	});
}

/** An older database has no such table. */
function rowsOf(db: Database): (typeof read_only.$inferSelect)[] {
	const found = db.$client.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'read_only'").get();
	return found ? db.select().from(read_only).all() : [];
}

/** What is going on, for whoever is about to write; null while one may. */
export function sentenceOf(db: Database): string | null {
	const found = find(db);
	if (!found) return null;
	const why = found.reason ? `${found.reason}のため、` : '';
	return `${why}${instantWords(found.since)}から、見るだけにしています。いまは何も保存できません。`;
}

/** For what would write. */
export function refusal(db: Database): Refusal | null {
	const sentence = sentenceOf(db);
	if (sentence === null) return null;
	const advice = '送られた内容は保存されていません。しばらくしてから、もう一度お送りください。';
	return { status: 503, headers: { 'retry-after': '600' }, sentence: sentence + advice };
}

function record(
	db: Database,
	action: Act,
	{ by, at, reason }: { by: string; at: Date; reason: string | null }
): void {
	const subject = { subject: 'database', subjectId: 'read-only' } as const;
	audit.record(db, { at: at.toISOString(), actor: by, action, ...subject, reason });
}
