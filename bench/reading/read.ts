import { readFileSync } from 'node:fs';
import { readTable } from '#lib/server/imports/file/table.ts';

// One file in a process of its own, so that what it holds is this file's alone.
const outcome = await (async () => {
	const bytes = readFileSync(process.argv[2]!);
	const begin = performance.now();
	const read = await readTable(bytes);
	const seconds = (performance.now() - begin) / 1000;
	const megabytes = process.resourceUsage().maxRSS / 1024;
	if ('problems' in read) return { seconds, megabytes, said: read.problems[0]!.message };
	const { rows, header, skipped } = read.table;
	const zero = rows[0]!.cells.get(header[0]!);
	return {
		seconds,
		megabytes,
		rows: rows.length,
		columns: header.length,
		skipped: skipped.length,
		zero
	};
})();
console.log(JSON.stringify(outcome));
