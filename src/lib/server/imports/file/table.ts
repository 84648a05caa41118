import { kindOf } from '#lib/domain/formats/file/signature.ts';
import {
	readTextTable,
	readWorkbookTable,
	type TableOptions,
	type TableOutcome
} from '#lib/domain/formats/file/table.ts';
import { inspectArchive } from './archive.ts';

/** A file's bytes as rows by column name, whatever its name says it is; or why not. */
export async function readTable(
	bytes: Uint8Array,
	options: TableOptions = {}
): Promise<TableOutcome> {
	if (kindOf(bytes) !== 'archive') return readTextTable(bytes, options);
	const archive = await inspectArchive(bytes);
	return 'problems' in archive ? archive : readWorkbookTable(bytes, archive, options);
}
