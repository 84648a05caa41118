import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { About } from '#lib/domain/formats/export/about.ts';
import { throughCp932, writeCp932 } from '#lib/domain/formats/export/cp932.ts';
import { resourceJson } from '#lib/domain/formats/export/json.ts';
import { csvOfGuarded } from '#lib/domain/formats/csv.ts';
import { guard } from '#lib/domain/formats/cells/cells.ts';
import { columns } from '#lib/domain/formats/resource-columns.ts';
import { cellsOf, exportColumns, resourceCsv } from '#lib/domain/formats/resource-csv.ts';
import { choicesFor } from '#lib/domain/formats/workbook/choices.ts';
import { hintOf } from '#lib/domain/formats/workbook/hints.ts';
import { workbook } from '#lib/domain/formats/workbook/workbook.ts';
import type { Row } from '#lib/domain/formats/format.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { contentHash } from '#lib/server/database/hash.ts';
import { anyContent } from '../../support/any-content.ts';
import { context } from '../../support/formats.ts';
import { rowsOf } from '../../support/sheet.ts';
import { places } from '../../support/world.ts';

const identity = {
	...{ id: '0f8fad5b-d9cb-469f-a165-70867728950e', source: 'city/ibasho', number: '0012' },
	revision: 3
};
const about: About = {
	...{ title: '見本', on: '2026-04-01', rows: 1, leftOut: 0, closed: 0, condition: null },
	...{ staff: true, isSample: false, imprint: null, licence: null }
};
const towns = ['群馬県前橋市', '群馬県高崎市'];

type Staff = { staff: boolean };
const tableOf = (contents: Content[], staff: Staff) => {
	const of = exportColumns(staff);
	return { of, rows: contents.map((one) => cellsOf(of, identity, one, context)) };
};

const csvText = (contents: Content[], staff: Staff) => {
	const { of, rows } = tableOf(contents, staff);
	return csvOfGuarded([of.map(({ label }) => label), ...rows.map((row) => row.map(guard))]);
};

const bookOf = (contents: Content[], staff: Staff) => {
	const { of, rows } = tableOf(contents, staff);
	const choices = choicesFor(of, context, towns);
	return workbook({ columns: of, rows, choices, about: { ...about, ...staff } });
};

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Each form of file, written and read again. */
const forms: Record<string, (contents: Content[], staff: Staff) => Promise<Row[]>> = {
	'CSV (UTF-8)': (contents, staff) => rowsOf(utf8(csvText(contents, staff))),
	'CSV (CP932)': (contents, staff) => rowsOf(writeCp932(csvText(contents, staff))),
	XLSX: async (contents, staff) => rowsOf(await bookOf(contents, staff)),
	JSON(contents, staff) {
		const { of, rows } = tableOf(contents, staff);
		return rowsOf(utf8(resourceJson(of, rows, about)));
	}
};

describe.each(Object.entries(forms))('What is written as %s', (_, through) => {
	it.each([true, false])(
		'comes back the same, whatever it holds (with the staff’s columns: %s)',
		async (staff) => {
			await fc.assert(
				fc.asyncProperty(fc.array(anyContent, { minLength: 1, maxLength: 6 }), async (contents) => {
					const rows = await through(contents, { staff });
					expect(rows).toHaveLength(contents.length);
					for (const [at, row] of rows.entries()) {
						const reading = resourceCsv.read(row, context);
						const back = resourceCsv.readOnto(reading, contents[at]!, context);
						expect(back.problems).toEqual([]);
						expect(contentHash(back.content!)).toBe(contentHash(contents[at]!));
						expect([back.id, back.source]).toEqual([
							identity.id,
							{ source: identity.source, number: identity.number }
						]);
						expect(back.revision).toBe(staff ? identity.revision : null);
					}
				}),
				{ numRuns: 25 }
			);
		}
	);
});

test('a file without knowledge of before says all of a content too, in every form but CP932', async () => {
	for (const [name, through] of Object.entries(forms)) {
		const [row] = await through([places.hidamari], { staff: true });
		const { content } = resourceCsv.read(row!, context);
		const hash = contentHash(places.hidamari);
		expect([name, contentHash(content!) === hash]).toEqual([name, name !== 'CSV (CP932)']);
	}
});

test('a workbook is the same bytes for the same rows', async () => {
	const [one, other] = [
		await bookOf(Object.values(places), { staff: true }),
		await bookOf(Object.values(places), { staff: true })
	];
	expect(Buffer.compare(one, other)).toBe(0);
});

test('what CP932 lacks is replaced letter by letter, and what Windows writes alike is not lost', () => {
	expect(throughCp932('14時〜16時−‖—¥')).toBe('14時～16時－∥―￥');
	expect(throughCp932('𠮷野家😀 é?葛\u{e0100}髙①')).toBe('〓野家〓 〓?葛髙①');
});

test('every column says in Japanese what is written in it', () => {
	expect(columns.filter((column) => hintOf(column).length < 5).map(({ label }) => label)).toEqual(
		[]
	);
});
