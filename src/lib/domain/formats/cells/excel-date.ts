const asDate = /^(?:\d{4}\/)?(\d{1,2})\/(\d{1,2})$|^(\d{1,2})月(\d{1,2})日$/;
const asEnglish = /^(\d{1,2})-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** 「1-2」 of a number in a street that a spreadsheet took for the 2nd of January: 1月2日, 2026/1/2, 2-Jan. */
export function numberOfDate(cell: string): string | null {
	const text = cell.normalize('NFKC').trim();
	const [, day, name] = asEnglish.exec(text) ?? [];
	if (day && name) return `${months.indexOf(name.toLowerCase()) + 1}-${day}`;
	const [, ...parts] = asDate.exec(text) ?? [];
	const [month, date] = parts.filter((part) => part !== undefined);
	return month && date ? `${Number(month)}-${Number(date)}` : null;
}
