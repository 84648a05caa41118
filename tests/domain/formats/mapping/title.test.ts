import { describe, expect, it } from 'vitest';
import type { Detected, Skipped } from '#lib/domain/formats/file/detection.ts';
import { titledBy } from '#lib/domain/formats/mapping/title.ts';
import { context } from '../../../support/formats.ts';

const detected: Detected = {
	...{ encoding: null, delimiter: null, sheet: null, sheets: [] },
	...{ kind: 'workbook', headerLine: 3, headerLines: 1 }
};
const title = (line: number, text: string): Skipped => ({ line, reason: 'title', text });

function told(titles: Skipped[], more: { sheet?: string; fileName?: string; line?: number } = {}) {
	const { sheet = null, fileName, line = 4 } = more;
	const about = { skipped: titles, detected: { ...detected, sheet }, headerLine: 3 };
	const { town, category } = titledBy(about, { ...context, fileName })(line);
	return [town?.name ?? null, category];
}

describe('A title', () => {
	it.each([
		['令和7年度　前橋市　ひきこもり相談窓口一覧（令和7年4月1日現在）', '前橋市', 'consultation'],
		['ふれあいサロン一覧（高崎市社会福祉協議会）', '高崎市', 'ibasho'],
		['群馬県前橋市 子ども食堂マップ', '前橋市', 'meals'],
		['前橋市・高崎市 家族会一覧', null, 'family'],
		['居場所・相談窓口一覧', null, null],
		['障害福祉サービス事業所一覧', null, null],
		['市内の福祉のしおり', null, null]
	])('%s', (text, ...expected) => {
		expect(told([title(1, text)])).toEqual(expected);
	});

	it('goes after the sheet and before the name of the file', () => {
		const named = { fileName: '高崎市_サロン一覧.csv' };
		expect(told([], named)).toEqual(['高崎市', 'ibasho']);
		expect(told([title(1, '前橋市 家族会一覧')], named)).toEqual(['前橋市', 'family']);
		const sheet = { ...named, sheet: '高崎市' };
		expect(told([title(1, '前橋市 家族会一覧')], sheet)).toEqual(['高崎市', 'family']);
	});

	it('between rows speaks of those below it', () => {
		const titles = [title(1, '前橋市 居場所一覧'), title(5, '【家族会】'), title(8, '高崎市')];
		expect(told(titles, { line: 4 })).toEqual(['前橋市', 'ibasho']);
		expect(told(titles, { line: 6 })).toEqual(['前橋市', 'family']);
		expect(told(titles, { line: 9 })).toEqual(['高崎市', 'ibasho']);
	});
});
