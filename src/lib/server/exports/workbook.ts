import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { plainColumn, type Column } from '#lib/domain/formats/column.ts';
import { workbook, type Book } from '#lib/domain/formats/workbook/workbook.ts';
import { migrationsFolder } from '#lib/server/database/migrations.ts';

/** Fewer rows are written sooner than a thread begins. */
const few = 300;

/** Beside the migrations: what was built has no types to strip. */
const script = (): string => join(dirname(migrationsFolder()), 'src', 'cli', 'workbook-thread.ts');

/** A workbook of many rows takes the processor for more than a second at once: in a thread of its own. */
export async function writeWorkbook(
	book: Book & { columns: readonly Column[] }
): Promise<Uint8Array> {
	if (book.rows.length <= few) return workbook(book);
	const columns = book.columns.map(plainColumn);
	const thread = new Worker(script(), { workerData: { ...book, columns }, execArgv: [], env: {} });
	const [bytes] = (await once(thread, 'message')) as [Uint8Array];
	return bytes;
}
