/** What cells of spreadsheets hold, as contents keep it. What cannot be read goes on as it is: the schema names it. */

const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/** In half width, without blanks and what nobody sees. */
const bare = (cell: string): string =>
	cell.normalize('NFKC').replace(unseen, '').replace(/\s+/gu, '');

/** First year of each era less one. */
const eras: Record<string, number> = {
	明治: 1867,
	大正: 1911,
	昭和: 1925,
	平成: 1988,
	令和: 2018,
	明: 1867,
	大: 1911,
	昭: 1925,
	平: 1988,
	令: 2018,
	m: 1867,
	t: 1911,
	s: 1925,
	h: 1988,
	r: 2018
};

const western =
	/^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))$/;
const eastern =
	/^(明治|大正|昭和|平成|令和|[明大昭平令mtshr])\.?(\d{1,2}|元)(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/i;
const weekday = /[(（][月火水木金土日](?:曜日?)?[)）]$/u;

/** 2026/4/1, 20260401, 2026年4月1日（水）, 令和8年4月1日, 平元.9.9 and R8.4.1 as 2026-04-01. */
export function readDate(cell: string): string {
	// A spreadsheet that knows of times adds midnight.
	const text = bare(cell.replace(/[\sT]+0{1,2}:00(:00)?$/u, '')).replace(weekday, '');
	const found = western.exec(text);
	if (found) {
		const [, year, ...parts] = found;
		const [month, day] = parts.filter((part) => part !== undefined);
		return iso(Number(year), month!, day!);
	}
	const [, era, year, ...days] = eastern.exec(text) ?? [];
	if (!era) return cell;
	const counted = year === '元' ? 1 : Number(year);
	return iso(eras[era.toLowerCase()]! + counted, days[0] ?? days[2]!, days[1] ?? days[3]!);
}

const iso = (year: number, month: string, day: string) =>
	`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** １５, 15歳 and 1,000人 as numbers; undefined for anything else. */
export function readNumber(cell: string): number | undefined {
	const text = bare(cell).replace(/(人|名|歳|才)$/u, '');
	const digits = /^-?\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
	return /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(digits) ? Number(digits) : undefined;
}

export function readPostalCode(cell: string): { value: string } | { issue: string } {
	const digits = bare(cell)
		.replace(/^〒/u, '')
		.replace(/[‐‑–—―−ー-]/gu, '');
	if (/^\d{6}$/.test(digits)) {
		const whole = `0${digits.slice(0, 2)}-${digits.slice(2)}`;
		return {
			issue: `「${cell}」は6桁です。先頭の0が消えているようです（${whole} ではありませんか）。`
		};
	}
	if (!/^\d{7}$/.test(digits)) return { value: cell };
	return { value: /^\d{3}-?\d{4}$/.test(cell) ? cell : `${digits.slice(0, 3)}-${digits.slice(3)}` };
}

export function readCorporateNumber(cell: string): { value: string } | { issue: string } {
	const digits = bare(cell).replaceAll('-', '');
	if (!/e\+?\d+$/i.test(digits)) return { value: digits };
	return { issue: `「${cell}」は、表計算ソフトが数に変えたものです。もとの13桁の数字を書きます。` };
}

/** A telephone number or a code without what came along from where it was copied. */
export const readSeen = (cell: string): string => cell.replace(/\p{Cf}+/gu, '').trim();
