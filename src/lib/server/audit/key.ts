import { randomBytes } from 'node:crypto';
import {
	closeSync,
	existsSync,
	fsyncSync,
	linkSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import path from 'node:path';
import { StartError } from '#lib/server/database/start-error.ts';

/** Where the key lies when the environment does not have it. */
export const keyFileOf = (database: string): string => `${database}.key`;

/** What the file says where the environment has the key: that there is a database, and where its key is. */
const elsewhere = 'AUDIT_KEY';

const advice = '写しておいた鍵をそこに戻すか、AUDIT_KEY に書いてください。';

/**
 * `given`, else what the file `<database>.key` says, which is made when it is not there, or empty, and
 * nothing has been recorded yet. `hasRecords`: a new key would fit none of them.
 */
export function findKey(
	database: string | null,
	{
		given = process.env['AUDIT_KEY'],
		hasRecords
	}: { given?: string | undefined; hasRecords: boolean }
): string {
	if (database === null) return given || draw();
	const file = keyFileOf(database);
	if (given) {
		if (!existsSync(file)) put(file, elsewhere);
		return given;
	}
	const kept = read(file);
	if (kept) return understood(file, kept);
	if (hasRecords) {
		const what = kept === null ? 'がありません' : 'が空です';
		throw new StartError(`監査記録の鍵 ${file} ${what}。新しい鍵は作っていません。${advice}`);
	}
	return understood(file, put(file, draw()));
}

/** Where the key is known already; null where it would have to be made. */
export function knownKey(database: string, given = process.env['AUDIT_KEY']): string | null {
	if (given) return given;
	const file = keyFileOf(database);
	const kept = read(file);
	return kept ? understood(file, kept) : null;
}

const draw = () => randomBytes(32).toString('hex');

const read = (file: string): string | null =>
	existsSync(file) ? readFileSync(file, 'utf8').trim() : null;

function understood(file: string, text: string): string {
	if (/^[0-9a-f]{64}$/.test(text)) return text;
	throw new StartError(
		text === elsewhere
			? `監査記録の鍵は環境変数 AUDIT_KEY にあるはずですが、書かれていません。前と同じ鍵を AUDIT_KEY に書いてください。`
			: `監査記録の鍵 ${file} が読めません。${advice}`
	);
}

/** Gives the file its name when all of it lies on the disk. Returns what it holds: somebody may be faster. */
function put(file: string, text: string): string {
	const part = `${file}.${process.pid}.part`;
	writeFileSync(part, `${text}\n`, { mode: 0o600, flush: true });
	try {
		// Only an empty one may be written over.
		if (existsSync(file) && read(file) === '') renameSync(part, file);
		else linkSync(part, file);
		syncFolderOf(file);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		// Some disks know no second name for a file.
		if (code !== 'EEXIST' && !existsSync(file)) renameSync(part, file);
	} finally {
		rmSync(part, { force: true });
	}
	return read(file)!;
}

function syncFolderOf(file: string): void {
	if (process.platform === 'win32') return;
	const handle = openSync(path.dirname(file), 'r');
	fsyncSync(handle);
	closeSync(handle);
}
