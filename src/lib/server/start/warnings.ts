import type { Database } from '#lib/server/database/client.ts';
import { riskSentence } from '#lib/server/database/file/system.ts';
import { proveQuickly } from './check.ts';

/**
 * What whoever starts the app has to know, in sentences; it goes on nevertheless. `lacking`: what
 * `prepare` has mended. No name of a place: what is printed here may be kept as a log.
 */
export function startWarnings(db: Database, file: string, lacking: string[]): string[] {
	const risk = riskSentence(file);
	const differing = proveQuickly(db).map((problem) => problem.split(':')[0]!);
	const check = 'npm run directory -- check で、どこかを見てください。';
	return [
		...(risk === null ? [] : [risk]),
		...(differing.length === 0
			? []
			: [
					`注意: データベースに、書かれたときと違うところがあります（${differing.join('・')}）。プログラムの外で書き換えられたか、壊れたようです。${check}`
				]),
		...(lacking.length === 0
			? []
			: [`注意: 探すための索引が ${lacking.length}か所で欠けていたので、作り直しました。${check}`])
	];
}
