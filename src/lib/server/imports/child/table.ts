import { kindOf } from '#lib/domain/formats/file/signature.ts';
import type { TableOutcome } from '#lib/domain/formats/file/table.ts';
import type { Progress } from '#lib/server/imports/read.ts';
import type { Choices, Mapping } from '#lib/server/imports/understanding.ts';
import { ChildError, start } from './child.ts';
import { received } from './sending.ts';

export const isArchive = (bytes: Uint8Array): boolean => kindOf(bytes) === 'archive';

/** Reads a table in a process of its own; what that cannot bear is a problem in a sentence. */
export async function readTableApart(
	bytes: Uint8Array,
	{ choices, mapping, progress }: { choices: Choices; mapping: Mapping | null; progress: Progress }
): Promise<TableOutcome> {
	const task = { kind: 'table', bytes, choices, mapping } as const;
	try {
		const read = await start(task, { isArchive: isArchive(bytes) }, { progress }).done;
		return 'problems' in read ? read : { ...read, table: received(read.table) };
	} catch (error) {
		if (!(error instanceof ChildError)) throw error;
		const { message } = error;
		return { problems: [{ line: null, column: null, kind: 'file', found: null, message }] };
	}
}
