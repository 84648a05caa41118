import { asc, desc, inArray } from 'drizzle-orm';
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import * as anchor from './anchor.ts';
import type { Database } from '#lib/server/database/client.ts';
import { audit, editions } from '#lib/server/database/schema/index.ts';
import { StartError } from '#lib/server/database/start-error.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Act, Subject } from '#lib/domain/labels/acts.ts';

export { findKey, knownKey } from './key.ts';

type Details = Record<string, string | number | null>;

const keys = new WeakMap<Database['$client'], string>();

/** Takes the key for granted: `verify` then says whether it fits. */
export function trust(db: Database, key: string): void {
	keys.set(db.$client, key);
}

/** Refuses a key that the records were not written with: going on would break the chain for good. */
export function useKey(db: Database, key: string): void {
	trust(db, key);
	if (!fits(db)) {
		throw new StartError(
			'監査記録の鍵が、これまでの記録と合いません。AUDIT_KEY か、データベースと同じ場所の .key ファイルを元に戻してください。'
		);
	}
}

/** Whether the last record was written with the key that is taken for granted. */
export function fits(db: Database): boolean {
	const [last, before] = db.select().from(audit).orderBy(desc(audit.id)).limit(2).all();
	return !last || eraOf(db, before?.mac ?? '', last) !== null;
}

/** A key for something else, made of the one that is in no backup (RFC 5869). */
export const derive = (db: Database, purpose: string): Buffer =>
	Buffer.from(hkdfSync('sha256', keyOf(db), '', purpose, 32));

/** Appends one record; `at` in UTC, `actor` the id or role of who did it. */
export function record(
	db: Database,
	{
		at,
		actor,
		action,
		subject,
		subjectId,
		reason = null,
		details = {}
	}: {
		at: string;
		actor: string;
		action: Act;
		subject: Subject;
		subjectId: string | number;
		reason?: string | null;
		details?: Details;
	}
): void {
	const salt = reason === null ? null : randomBytes(16).toString('hex');
	const row = {
		...{ at, actor, action, subject, subject_id: String(subjectId), details },
		...{ reason, reason_salt: salt },
		reason_digest: reason === null ? null : digestOf(db, salt!, reason)
	};
	write(db, () => {
		const from = head(db);
		const mac = seal(db, from ?? '', row, 'anchored');
		anchor.move(db, keyOf(db), { from, to: mac, mayBegin: () => !isAnchored(db) });
		db.insert(audit)
			.values({ ...row, mac })
			.run();
	});
}

/** The last seal of the chain; null while nothing has been recorded. */
export function head(db: Database): string | null {
	const [last] = db.select({ mac: audit.mac }).from(audit).orderBy(desc(audit.id)).limit(1).all();
	return last?.mac ?? null;
}

/** `at`: the first record that was changed, or the first one missing at the end. */
export function verify(db: Database): { ok: true; count: number } | { ok: false; at: number } {
	let mac = '';
	let id = 0;
	let count = 0;
	const heads = new Set(
		db
			.select({ head: editions.audit_head })
			.from(editions)
			.all()
			.flatMap((edition) => edition.head ?? [])
	);
	const end = anchor.read(db, keyOf(db));
	let isEndDue = end !== 'none';
	const rows = db.select().from(audit).orderBy(asc(audit.id)).all();
	const silenced = new Set(rows.flatMap(silencedBy));
	for (const row of rows) {
		const era = eraOf(db, mac, row);
		if (era === null || !isReasonWhole(db, row, silenced)) return { ok: false, at: row.id };
		isEndDue ||= era === 'anchored';
		({ mac, id } = row);
		heads.delete(mac);
		count++;
	}
	// A chain does not notice that its tail was cut: what published editions remember does, the anchor,
	// and the counter of ids.
	const isAtEnd = typeof end === 'object' && end.count === count && end.mac === mac;
	const counter = db.$client
		.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'audit'")
		.pluck();
	const highest = Number(counter.get() ?? 0);
	if (heads.size > 0 || highest > id || (isEndDue && !isAtEnd)) return { ok: false, at: id + 1 };
	return { ok: true, count };
}

type Row = typeof audit.$inferSelect;

/**
 * Takes the reasons of records away, for an erasure, which says so in a record of its own:
 * `details.silenced`, made by `idsIn`. The caller has lifted the triggers.
 */
export function silence(db: Database, ids: readonly number[]): void {
	db.update(audit)
		.set({ reason: null, reason_salt: null })
		.where(inArray(audit.id, [...ids]))
		.run();
}

/** Ids as a record holds them in its details. */
export const idsIn = (ids: readonly number[]): string => ids.join(' ');

const silencedBy = ({ action, details }: Row): number[] =>
	action.endsWith('.erase') && typeof details['silenced'] === 'string'
		? details['silenced'].split(' ').map(Number)
		: [];

/** As it was written, or gone because an erasure says so. */
function isReasonWhole(db: Database, row: Row, silenced: ReadonlySet<number>): boolean {
	if (row.reason_digest === null) return true;
	if (row.reason === null || row.reason_salt === null) return silenced.has(row.id);
	// A longer salt could have taken a line of the reason.
	const isSalt = /^[0-9a-f]{32}$/.test(row.reason_salt);
	return isSalt && row.reason_digest === digestOf(db, row.reason_salt, row.reason);
}

const digestOf = (db: Database, salt: string, reason: string): string =>
	createHmac('sha256', keyOf(db)).update(`${salt}\n${reason}`).digest('hex');

function keyOf(db: Database): string {
	const key = keys.get(db.$client);
	if (key === undefined) throw new Error('The database was not opened by openDatabase');
	return key;
}

/** Since when every record moves the anchor on; those of before stand without. */
type Era = 'plain' | 'anchored';

/** null: it is not as it was written. */
const eraOf = (db: Database, before: string, row: Row): Era | null =>
	(['anchored', 'plain'] as const).find((era) => row.mac === seal(db, before, row, era)) ?? null;

/** Whether the last record has moved the anchor, which cannot be missing then. */
function isAnchored(db: Database): boolean {
	const [last, before] = db.select().from(audit).orderBy(desc(audit.id)).limit(2).all();
	return last !== undefined && eraOf(db, before?.mac ?? '', last) !== 'plain';
}

/** Records of before had no digest: those are sealed with the reason itself. */
function seal(db: Database, before: string, row: Omit<Row, 'id' | 'mac'>, era: Era): string {
	const fields = [
		row.at,
		row.actor,
		row.action,
		row.subject,
		row.subject_id,
		row.reason_digest === null ? row.reason : { digest: row.reason_digest },
		JSON.stringify(row.details),
		...(era === 'anchored' ? [era] : [])
	];
	return createHmac('sha256', keyOf(db))
		.update(`${before}\n${JSON.stringify(fields)}`)
		.digest('hex');
}
