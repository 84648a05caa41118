import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { plainColumn, type Column } from '#lib/domain/formats/column.ts';
import { workbook, type Book } from '#lib/domain/formats/workbook/workbook.ts';
import { shipped } from '#lib/server/database/migrations.ts';

/** Fewer rows are written sooner than a thread begins. */
const few = 300;

/** A workbook of many rows takes the processor for more than a second at once: in a thread of its own. */
export async function writeWorkbook(
	book: Book & { columns: readonly Column[] }
): Promise<Uint8Array> {
	if (book.rows.length <= few) return workbook(book);
	const columns = book.columns.map(plainColumn);
	const thread = new Worker(shipped('src', 'cli', 'workbook-thread.ts'), {
		workerData: { ...book, columns },
		execArgv: [],
		env: {}
	});
	const [bytes] = (await once(thread, 'message')) as [Uint8Array];
	return bytes;
}
