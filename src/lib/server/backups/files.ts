import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** SHA-256 (hex) and length of a file of any size. */
export function digest(file: string): { sha256: string; bytes: number } {
	const handle = openSync(file, 'r');
	try {
		const hash = createHash('sha256');
		const part = Buffer.alloc(1 << 20);
		for (;;) {
			const read = readSync(handle, part);
			if (read === 0) break;
			hash.update(part.subarray(0, read));
		}
		return { sha256: hash.digest('hex'), bytes: statSync(file).size };
	} finally {
		closeSync(handle);
	}
}

export function writeDurably(file: string, text: string): void {
	writeFileSync(file, text, { mode: 0o600, flush: true });
}

export function sync(file: string): void {
	const handle = openSync(file, 'r+');
	fsyncSync(handle);
	closeSync(handle);
}

/** Makes names that were given in it last through a power cut. Windows cannot and need not. */
export function syncFolderOf(file: string): void {
	if (process.platform === 'win32') return;
	const handle = openSync(path.dirname(file), 'r');
	fsyncSync(handle);
	closeSync(handle);
}
