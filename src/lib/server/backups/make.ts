import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { close } from '#lib/server/database/client.ts';
import { openToRead } from '#lib/server/start/open.ts';
import { digest, sync, syncFolderOf, writeDurably } from './files.ts';
import {
	auditOf,
	isPart,
	isWidow,
	list,
	manifestOf,
	nameAt,
	orphans,
	rowsOf,
	sealOf,
	type Manifest
} from './manifest.ts';
import { look, type Finding } from './verify.ts';

export type Made = {
	file: string;
	manifest: Manifest;
	removed: number;
	/** Files of the folder that look like backups and are none. */
	orphans: string[];
};

/**
 * A copy of the database as it is at one moment, also while others write to it. It gets its name
 * when it was looked through and lies on the disk; before that it is called `.part`.
 */
export function make(
	database: string,
	folder: string,
	{ key, at, keep }: { key: string | null; at: Date; keep?: number | undefined }
): Made | { problem: Finding } {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	sweep(folder, at);
	const file = path.join(folder, nameAt(at));
	const part = `${file}.part`;
	try {
		const problem = copy(database, part);
		if (problem) return { problem };
		const manifest = describe(part, key, { at, sequence: nextIn(folder) });
		const found = look(part, manifest, key).find(({ ok }) => !ok);
		if (found) return { problem: found };
		sync(part);
		writeDurably(`${manifestOf(file)}.part`, `${JSON.stringify(manifest, null, '\t')}\n`);
		// The manifest first: cut off here, it is found to belong to nothing.
		renameSync(`${manifestOf(file)}.part`, manifestOf(file));
		renameSync(part, file);
		syncFolderOf(file);
		const removed = keep === undefined ? 0 : thin(folder, keep, file);
		return { file, manifest, removed, orphans: orphans(folder) };
	} finally {
		for (const end of ['', '-journal']) rmSync(part + end, { force: true });
		rmSync(`${manifestOf(file)}.part`, { force: true });
	}
}

/** Compares what was copied with what is there, unless somebody wrote in between. */
function copy(database: string, part: string): Finding | null {
	const source = openToRead(database);
	try {
		const version = () => source.$client.pragma('data_version', { simple: true });
		const [before, rows] = [version(), rowsOf(source)];
		closeSync(openSync(part, 'wx', 0o600));
		source.$client.prepare('VACUUM INTO ?').run(part);
		if (version() !== before) return null;
		const copied = openToRead(part);
		const isSame = isDeepStrictEqual(rowsOf(copied), rows);
		close(copied);
		return isSame ? null : { name: '行数', ok: false, detail: '元のデータベースと違います' };
	} finally {
		close(source);
	}
}

const nextIn = (folder: string): number =>
	1 + Math.max(0, ...list(folder).map(({ manifest }) => manifest.sequence ?? 0));

function describe(
	part: string,
	key: string | null,
	{ at, sequence }: { at: Date; sequence: number }
): Manifest {
	const db = openToRead(part);
	try {
		const facts = {
			format: 1 as const,
			madeAt: at.toISOString(),
			sequence,
			...digest(part),
			rows: rowsOf(db),
			audit: auditOf(db)
		};
		return { ...facts, seal: key === null ? null : sealOf(facts, key) };
	} finally {
		close(db);
	}
}

const hour = 3_600_000;

/** What a backup that was cut off has left behind; also one of a clock that went ahead. */
function sweep(folder: string, at: Date): void {
	for (const name of readdirSync(folder)) {
		if (!isPart(name) && !isWidow(folder, name)) continue;
		const file = path.join(folder, name);
		const stat = statSync(file, { throwIfNoEntry: false });
		if (stat && Math.abs(at.getTime() - stat.mtimeMs) > hour) rmSync(file, { force: true });
	}
}

/** All but the `keep` that were made last, among which is the one that has just been. */
function thin(folder: string, keep: number, made: string): number {
	const old = list(folder)
		.slice(0, -keep)
		.filter(({ file }) => file !== made);
	for (const { file } of old) {
		rmSync(file);
		rmSync(manifestOf(file), { force: true });
	}
	return old.length;
}
