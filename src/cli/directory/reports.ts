import { reportSections, type ReportSection } from '#lib/domain/editing/report.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import { needed, read, UsageError, type Io } from './io.ts';
import { by, withDatabase } from './database.ts';

export const help = `使いかた: npm run directory -- reports [--json]
          npm run directory -- reports settle 番号

読む人から届いた「ここが違う」の知らせを古い順に見ます。直したら settle で片づけます。`;

export function run(args: string[], io: Io): number {
	const { values, positionals } = read(args, { json: { type: 'boolean' } }, ['settle', '番号']);
	const [act, id] = positionals;
	if (act === undefined) return list(io, values.json ?? false);
	if (act !== 'settle') throw new UsageError(`「${act}」はできません。できるのは settle です。`);
	const number = needed(id, '片づける知らせの番号');
	const settled =
		/^\d{1,15}$/.test(number) &&
		withDatabase((db) => reports.settle(db, Number(number), { by, at: new Date() }));
	if (!settled) throw new UsageError(`番号「${number}」の、まだ片づいていない知らせはありません。`);
	io.out(`${number}番の知らせを片づけました。`);
	return 0;
}

function list(io: Io, json: boolean): number {
	const open = withDatabase((db) => reports.open(db));
	if (json) {
		io.out(JSON.stringify(open));
		return 0;
	}
	for (const { id, createdAt, name, section, message, resourceId } of open) {
		const title = reportSections[section as ReportSection];
		io.out(`${id}\t${createdAt.slice(0, 10)}\t${name}\t${title}\t/resources/${resourceId}`);
		if (message) io.out(`\t${message.replaceAll('\n', '\n\t')}`);
	}
	if (open.length === 0) io.out('まだ片づいていない知らせはありません。');
	return 0;
}
