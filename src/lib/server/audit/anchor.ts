import { count as countRows, eq } from 'drizzle-orm';
import { createHmac } from 'node:crypto';
import type { Database } from '#lib/server/database/client.ts';
import { audit, audit_anchor } from '#lib/server/database/schema/index.ts';

/** Where the log ends: a chain alone does not miss its tail (docs/decisions/027-secrets-and-heads-need-the-key.md). */
export type End = { count: number; mac: string };

const sealOf = (key: string, { count, mac }: End): string =>
	createHmac('sha256', key).update(`anchor\n${count}\n${mac}`).digest('hex');

const hasTable = ({ $client }: Database): boolean =>
	$client.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit_anchor'").get() !== undefined;

/** `none` also in a backup of before there was one; `forged`: it was not written with the key. */
export function read(db: Database, key: string): End | 'none' | 'forged' {
	const row = hasTable(db) ? db.select().from(audit_anchor).get() : undefined;
	if (!row) return 'none';
	return row.seal === sealOf(key, row) ? { count: row.count, mac: row.mac } : 'forged';
}

/**
 * From one end of the log to the next. One that does not hold where the log ends stays where it is:
 * what was lost before is not forgotten by going on.
 */
export function move(
	db: Database,
	key: string,
	{ from, to, mayBegin }: { from: string | null; to: string; mayBegin: () => boolean }
): void {
	const end = read(db, key);
	if (end === 'none' && mayBegin()) {
		const { count } = db.select({ count: countRows() }).from(audit).get()!;
		const begun = { count: count + 1, mac: to };
		db.insert(audit_anchor)
			.values({ id: 1, ...begun, seal: sealOf(key, begun) })
			.run();
	} else if (typeof end === 'object' && end.mac === from) {
		const moved = { count: end.count + 1, mac: to };
		db.update(audit_anchor)
			.set({ ...moved, seal: sealOf(key, moved) })
			.where(eq(audit_anchor.id, 1))
			.run();
	}
}
