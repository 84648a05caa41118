import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { write, type Database } from '#lib/server/database.ts';
import * as schema from '#lib/server/schema.ts';

type Row = Record<string, unknown>;

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
 * An account that only the backup has stays: on a new machine there is no other.
 */
export function carryAccounts(db: Database, now: Database | null): void {
	write(db, () => {
		db.$client.exec('DELETE FROM sessions');
		db.$client.exec('DELETE FROM invitations WHERE used_at IS NULL');
		if (!now || !has(now, schema.staff)) return;
		for (const account of rowsOf(now, schema.staff)) {
			const namesake = db.$client
				.prepare('SELECT 1 FROM staff WHERE mail = ? AND id <> ?')
				.get(account['mail'], account['id']);
			if (!namesake) carry(db, now, account);
		}
	});
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
