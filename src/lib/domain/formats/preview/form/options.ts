import { isDate } from '#lib/domain/calendar/calendar.ts';
import type { Choices, Delimiter, Encoding } from '#lib/domain/formats/file/table.ts';
import { textOf, type SentForm } from '#lib/domain/input/form.ts';
import { ways, type Way } from '#lib/domain/formats/preview/preview.ts';

/** Where a file goes. */
export type WhereTo = {
	region: string | null;
	year: number | null;
	category: string | null;
	way: Way;
	asOf: string | null;
};

/** A field that is not sent is not chosen. */
export function parseWhereTo(form: SentForm): WhereTo | { issue: string } {
	const [year, asOf] = [textOf(form, 'year'), textOf(form, 'asOf')];
	if (year !== '' && !/^20\d\d$/.test(year)) {
		return { issue: `年度は 2027 のような西暦4桁です（いまは「${year.slice(0, 20)}」）。` };
	}
	if (asOf !== '' && !isDate(asOf)) {
		return {
			issue: `「${asOf.slice(0, 20)}」は、こよみにない日付です。2026-04-01 のように書きます。`
		};
	}
	return {
		region: textOf(form, 'region') || null,
		year: year === '' ? null : Number(year),
		category: textOf(form, 'category') || null,
		way: ways.find((way) => way === textOf(form, 'way')) ?? 'revision',
		asOf: asOf || null
	};
}

export const encodingNames: Record<Encoding, string> = {
	'utf-8': 'UTF-8',
	cp932: 'Shift_JIS（CP932）',
	'utf-16le': 'UTF-16（LE）',
	'utf-16be': 'UTF-16（BE）'
};
export const delimiterNames: Record<Delimiter, string> = {
	',': 'カンマ（,）',
	'\t': 'タブ',
	';': 'セミコロン（;）'
};

const keys = <Key extends string>(of: Record<Key, string>) => Object.keys(of) as Key[];

/** How a file is to be read; what is empty is found out. */
export function parseReading(form: SentForm): Choices {
	const sheet = textOf(form, 'sheet');
	const encoding = keys(encodingNames).find((one) => one === textOf(form, 'encoding'));
	const line = textOf(form, 'headerLine').normalize('NFKC').trim();
	const delimiter = keys(delimiterNames).find((one) => one === textOf(form, 'delimiter'));
	const lines = textOf(form, 'headerLines');
	return {
		...(encoding ? { encoding } : {}),
		...(delimiter ? { delimiter } : {}),
		...(sheet ? { sheet: sheet.slice(0, 100) } : {}),
		...(/^\d{1,4}$/.test(line) ? { headerLine: Number(line) } : {}),
		...(lines === '1' ? { headerLines: 1 } : lines === '2' ? { headerLines: 2 } : {})
	};
}
