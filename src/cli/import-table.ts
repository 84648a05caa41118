import path from 'node:path';
import { headerTest } from '#lib/domain/formats/all.ts';
import type { Done, Task } from '#lib/server/imports/child/messages.ts';
import { sent } from '#lib/server/imports/child/sending.ts';
import { readTable } from '#lib/server/imports/file/table.ts';
import type { Progress } from '#lib/server/imports/read.ts';
import * as shapes from '#lib/server/imports/shapes.ts';
import { root } from './build.ts';

type TableTask = Extract<Task, { kind: 'table' }>;

export async function readApart(
	{ bytes, choices, mapping }: TableTask,
	progress: Progress
): Promise<Done<'table'>> {
	const read = await readTable(bytes, {
		choices,
		isHeader: headerTest(mapping, shapes.list(path.join(root, 'data'))),
		onProgress: (done, total) => progress('parse', done, total)
	});
	return 'problems' in read ? read : { ...read, table: sent(read.table) };
}
