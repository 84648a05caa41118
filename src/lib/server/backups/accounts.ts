import { eq } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Role } from '#lib/domain/staff/staff.ts';
import * as audit from '#lib/server/audit/index.ts';
import { write } from '#lib/server/database/transaction.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as schema from '#lib/server/database/schema/index.ts';

const { staff } = schema;

type Row = Record<string, unknown>;
type Act = { by: string; at: Date };

export type Closed = { mail: string; name: string; role: Role };

/** What belongs to one account, and the object that it has to find in the restored database. */
const belongings: [SQLiteTable, { table: string; column: string } | null][] = [
	[schema.staff_regions, { table: 'regions', column: 'region_id' }],
	[schema.staff_organizations, { table: 'organizations', column: 'organization_id' }],
	[schema.staff_resources, { table: 'resources', column: 'resource_id' }],
	[schema.recovery_codes, null],
	[schema.passkeys, null]
];

/**
 * Who may come in is a matter of today, not of the day of the backup: accounts are as they are now, with
 * what was disabled, changed or lost since. Nobody is signed in, and no invitation of the backup opens.
 * An account that only the backup has is closed: somebody may have planted it there. On a new machine,
 * where there is no other, those of a sealed backup stay. Returns who was closed.
 */
export function carryAccounts(
	db: Database,
	now: Database | null,
	{ isSealed, ...act }: { isSealed: boolean } & Act
): Closed[] {
	return write(db, () => {
		db.$client.exec('DELETE FROM sessions');
		db.$client.exec('DELETE FROM invitations WHERE used_at IS NULL');
		const present = now && has(now, schema.staff) ? rowsOf(now, schema.staff) : [];
		if (present.length === 0 && isSealed) return [];
		const strangers = db
			.select()
			.from(staff)
			.all()
			.filter(({ id }) => !present.some((account) => account['id'] === id));
		const closed = strangers.filter(({ disabled_at }) => disabled_at === null);
		closed.forEach(({ id }) => disable(db, id, act));
		strangers
			.filter(({ mail }) => present.some((account) => account['mail'] === mail))
			.forEach(({ id, mail }) => {
				const old = `old-${id.slice(0, 8)}-${mail}`;
				db.update(staff).set({ mail: old }).where(eq(staff.id, id)).run();
			});
		present.forEach((account) => carry(db, now!, account));
		return closed.map(({ mail, name, role }) => ({ mail, name, role }));
	});
}

function disable(db: Database, id: string, { by, at }: Act): void {
	db.update(staff)
		.set({ disabled_at: at.toISOString(), disabled_by: by })
		.where(eq(staff.id, id))
		.run();
	audit.record(db, {
		...{ at: at.toISOString(), actor: by, action: 'staff.disable' },
		...{ subject: 'staff', subjectId: id }
	});
}

/** Whether the key fits: what was encrypted with another one opens nothing here. */
export function isOurs(db: Database, key: string): boolean {
	audit.trust(db, key);
	try {
		return audit.fits(db);
	} catch {
		// An earlier version has other columns, and has encrypted nothing.
		return true;
	}
}

function carry(db: Database, now: Database, account: Row): void {
	put(db, schema.staff, account);
	for (const [table, needs] of belongings) {
		const { name } = getTableConfig(table);
		db.$client.prepare(`DELETE FROM "${name}" WHERE staff_id = ?`).run(account['id']);
		if (!has(now, table)) continue;
		for (const row of rowsOf(now, table)) {
			if (row['staff_id'] !== account['id']) continue;
			const isThere = needs && db.$client.prepare(`SELECT 1 FROM "${needs.table}" WHERE id = ?`);
			if (!isThere || isThere.get(row[needs.column])) put(db, table, row);
		}
	}
}

const has = ({ $client }: Database, table: SQLiteTable): boolean =>
	$client
		.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")
		.get(getTableConfig(table).name) !== undefined;

const rowsOf = ({ $client }: Database, table: SQLiteTable) =>
	$client.prepare(`SELECT * FROM "${getTableConfig(table).name}"`).all() as Row[];

/** The columns that both know: the database of now may be of an earlier version. */
function put({ $client }: Database, table: SQLiteTable, row: Row): void {
	const { name, columns } = getTableConfig(table);
	const known = columns.map((column) => column.name).filter((column) => column in row);
	const quoted = known.map((column) => `"${column}"`);
	const set = quoted.map((column) => `${column} = excluded.${column}`);
	$client
		.prepare(
			`INSERT INTO "${name}" (${quoted.join()}) VALUES (${known.map(() => '?').join()})
			ON CONFLICT DO UPDATE SET ${set.join()}`
		)
		.run(known.map((column) => row[column]));
}
