import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { unexpected } from '#lib/server/database/faults.ts';
import { UsageError } from './io.ts';

/** All of it or nothing: half a file looks like a file. */
export function writeNew(file: string, body: string | Uint8Array, mode: number): void {
	let isOurs = false;
	try {
		closeSync(openSync(file, 'wx', mode));
		isOurs = true;
		writeFileSync(file, body, { flush: true });
	} catch (error) {
		if (isOurs) rmSync(file, { force: true });
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
			throw new UsageError(`${file} はもうあります。別の名前にしてください。`);
		}
		throw new UsageError(unexpected(file, error));
	}
}
