import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync
} from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { close, openToRead } from '#lib/server/database.ts';
import { digest, sync, syncFolderOf, writeDurably } from './files.ts';
import {
	auditOf,
	isPart,
	list,
	manifestOf,
	nameAt,
	rowsOf,
	sealOf,
	type Manifest
} from './manifest.ts';
import { look, type Finding } from './verify.ts';

export type Made = { file: string; manifest: Manifest; removed: number };

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
		const manifest = describe(part, key, at);
		const found = look(part, manifest, key).find(({ ok }) => !ok);
		if (found) return { problem: found };
		sync(part);
		writeDurably(`${manifestOf(file)}.part`, `${JSON.stringify(manifest, null, '\t')}\n`);
		renameSync(part, file);
		renameSync(`${manifestOf(file)}.part`, manifestOf(file));
		syncFolderOf(file);
		return { file, manifest, removed: keep === undefined ? 0 : thin(folder, keep) };
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

function describe(part: string, key: string | null, at: Date): Manifest {
	const db = openToRead(part);
	try {
		const facts = {
			format: 1 as const,
			madeAt: at.toISOString(),
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

/** What a backup that was cut off has left behind. */
function sweep(folder: string, at: Date): void {
	for (const name of readdirSync(folder).filter(isPart)) {
		const file = path.join(folder, name);
		if (at.getTime() - statSync(file).mtimeMs > hour) rmSync(file, { force: true });
	}
}

function thin(folder: string, keep: number): number {
	const old = list(folder).slice(0, -keep);
	for (const { file } of old) {
		rmSync(file);
		if (existsSync(manifestOf(file))) rmSync(manifestOf(file));
	}
	return old.length;
}
