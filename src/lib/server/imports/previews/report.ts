import { asc, eq } from 'drizzle-orm';
import { csv } from '#lib/domain/formats/csv.ts';
import { statusNames, type Decision } from '#lib/domain/formats/preview/decision.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import { import_rows } from '#lib/server/database/schema/index.ts';
import { skipReasons } from '#lib/server/imports/read.ts';
import { find } from './keeping.ts';

const labels = ['行', 'どうなるか', '名前', '決めたこと', '列', '見つかったもの', '説明'];

const decisionNames: Record<Decision['is'], string> = {
	take: '取り込む',
	skip: '取り込まない',
	different: '別のところ',
	same: '同じところ',
	merge: '選んだ項目だけ'
};

/** What was found row by row, with the lines of the file; a line for each finding. */
export function report(
	db: Database,
	user: User,
	id: string
): { name: string; text: string } | null {
	const preview = find(db, user, id);
	if (!preview) return null;
	const rows = db
		.select()
		.from(import_rows)
		.where(eq(import_rows.preview_id, id))
		.orderBy(asc(import_rows.place))
		.all();
	const own = rows.flatMap(({ line, status, decision, details: { name, findings } }) => {
		const row = [line, statusNames[status], name, decision ? decisionNames[decision.is] : ''];
		if (findings.length === 0) return [[...row, '', '', '']];
		return findings.map(({ column, found, message }) => [...row, column, found, message]);
	});
	const { result, fileName } = preview;
	const skipped = (result?.skipped ?? []).map(({ line, reason, text }) => [
		...[line, statusNames.skipped, '', '', '', text, skipReasons[reason]]
	]);
	const whole = [...(result?.problems ?? []), ...(result?.warnings ?? [])].map(
		({ line, column, found, message }) => [line, '', '', '', column, found, message]
	);
	const inOrder = [...own, ...skipped].sort((a, b) => lineIn(a) - lineIn(b));
	return {
		name: `${fileName.replace(/\.[^.]*$/, '')}-report.csv`,
		text: csv([labels, ...whole, ...inOrder])
	};
}

const lineIn = ([line]: (string | number | null)[]): number =>
	typeof line === 'number' ? line : Number.POSITIVE_INFINITY;
