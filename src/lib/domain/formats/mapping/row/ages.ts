import type { Sheet } from './sheet.ts';

const year = /(\d{1,3})(?:歳|才)?/.source;
const age = /(\d{1,3})(?:歳|才)/.source;
const until = /(未満|以下|まで|くらいまで)?/.source;
const range = new RegExp(`^${year}(?:以上(?:から|[~〜～、-])?|から|[~〜～-])${age}${until}$`);
const from = new RegExp(`^${age}(?:以上|から|[~〜～-])$`);
const to = new RegExp(`^(?:[~〜～-])?${age}${until.replace(/\?$/, '')}$`);

/** 「15歳〜39歳」「18歳以上」「概ね40歳まで」; other words are said of whom it is for. */
export function readAges(sheet: Sheet): void {
	for (const cell of sheet.of('ages')) {
		const text = cell.text
			.normalize('NFKC')
			.replace(/\s/g, '')
			.replace(/^(?:満|概ね|おおむね|およそ|原則)|(?:の方|の人|の者|程度)$/g, '');
		const most = to.exec(text);
		const between = most ? null : range.exec(text);
		const least = from.exec(text);
		if (most) sheet.draft['ageMax'] = bound(most[1]!, most[2]);
		else if (between) {
			sheet.draft['ageMin'] = Number(between[1]);
			sheet.draft['ageMax'] = bound(between[2]!, between[3]);
		} else if (least) sheet.draft['ageMin'] = Number(least[1]);
		else sheet.say('description', cell);
	}
}

const bound = (years: string, how?: string) => Number(years) - (how === '未満' ? 1 : 0);
