import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import * as audit from '#lib/server/audit.ts';
import type { Database } from '#lib/server/database.ts';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** More than one that we write ever has. */
const mostBytes = 64 * 1024;

const schema = v.object({
	format: v.literal(1),
	/** ISO instant in UTC. */
	madeAt: v.pipe(v.string(), v.isoTimestamp()),
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
	const { format, madeAt, bytes, sha256, rows, audit } = manifest;
	const parts = [format, madeAt, bytes, sha256, Object.entries(rows).sort(), audit];
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

/** Finished backups in a folder, oldest first. */
export function list(folder: string): { file: string; manifest: Manifest }[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((one) => name.test(one))
		.sort()
		.map((one) => path.join(folder, one))
		.flatMap((file) => {
			const manifest = readManifest(file);
			return manifest ? [{ file, manifest }] : [];
		});
}

export const isPart = (file: string): boolean =>
	file.endsWith('.part') && name.test(file.replace(/(\.json)?\.part$/, ''));
