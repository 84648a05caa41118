import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import * as audit from '#lib/server/audit/index.ts';
import type { Database } from '#lib/server/database/client.ts';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** More than one that we write ever has. */
const mostBytes = 64 * 1024;

const schema = v.object({
	format: v.literal(1),
	/** ISO instant in UTC. */
	madeAt: v.pipe(v.string(), v.isoTimestamp()),
	/** Counts the backups of a folder: a clock may go wrong. Those of before have none. */
	sequence: v.optional(whole),
	bytes: whole,
	sha256: hash,
	/** Rows by table. */
	rows: v.record(v.pipe(v.string(), v.regex(/^\w{1,64}$/)), whole),
	audit: v.object({ count: whole, head: v.nullable(hash) }),
	/** HMAC of all of the above by the key of the audit log; null when nobody had it. */
	seal: v.nullable(hash)
});

/** What lies beside a backup and says what it has to be. */
export type Manifest = v.InferOutput<typeof schema>;

export const manifestOf = (file: string): string => `${file}.json`;

export function sealOf(manifest: Omit<Manifest, 'seal'>, key: string): string {
	const { format, madeAt, sequence, bytes, sha256, rows, audit } = manifest;
	const parts = [format, madeAt, bytes, sha256, Object.entries(rows).sort(), audit];
	if (sequence !== undefined) parts.push(sequence);
	return createHmac('sha256', key)
		.update(`backup\n${JSON.stringify(parts)}`)
		.digest('hex');
}

/** null when there is none that can be read. */
export function readManifest(file: string): Manifest | null {
	try {
		if (statSync(manifestOf(file)).size > mostBytes) return null;
		const text = readFileSync(manifestOf(file), 'utf8');
		const result = v.safeParse(schema, JSON.parse(text));
		return result.success ? result.output : null;
	} catch {
		return null;
	}
}

/** A name in SQL, whatever somebody called it. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export function rowsOf(db: Database): Record<string, number> {
	const tables = db.$client
		.prepare<[], string>(
			`SELECT name FROM sqlite_schema
			WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`
		)
		.pluck()
		.all();
	const count = (table: string) =>
		db.$client
			.prepare<[], number>(`SELECT count(*) FROM ${quoted(table)}`)
			.pluck()
			.get()!;
	return Object.fromEntries(tables.map((table) => [table, count(table)]));
}

export function auditOf(db: Database): Manifest['audit'] {
	const count = db.$client.prepare<[], number>('SELECT count(*) FROM audit').pluck().get()!;
	return { count, head: audit.head(db) };
}

const name = /^bookmark-\d{8}T\d{6}Z\.db$/;

export const nameAt = (at: Date): string =>
	`bookmark-${at.toISOString().replace(/[-:]|\.\d+/g, '')}.db`;

const databasesIn = (folder: string): string[] =>
	existsSync(folder)
		? readdirSync(folder)
				.filter((one) => name.test(one))
				.sort()
				.map((one) => path.join(folder, one))
		: [];

export type Finished = { file: string; manifest: Manifest };

/** Finished backups in a folder, in the order of their making. */
export const list = (folder: string): Finished[] =>
	databasesIn(folder)
		.flatMap((file) => {
			const manifest = readManifest(file);
			return manifest ? [{ file, manifest }] : [];
		})
		.sort((a, b) => (a.manifest.sequence ?? 0) - (b.manifest.sequence ?? 0));

/** What looks like a backup and has no manifest that can be read: nobody can restore it. */
export const orphans = (folder: string): string[] =>
	databasesIn(folder).filter((file) => readManifest(file) === null);

const leftover = /\.part(-journal|-wal|-shm)?$/;

/** What a backup is called while it is made, and what SQLite keeps beside it. */
export const isPart = (file: string): boolean =>
	leftover.test(file) && name.test(file.replace(leftover, '').replace(/\.json$/, ''));

/** A manifest whose database never came. */
export const isWidow = (folder: string, file: string): boolean =>
	file.endsWith('.json') &&
	name.test(file.slice(0, -'.json'.length)) &&
	!existsSync(path.join(folder, file.slice(0, -'.json'.length)));
