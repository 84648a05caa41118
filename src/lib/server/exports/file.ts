import {
	fileName,
	mediaTypes,
	type Encoding,
	type Form
} from '#lib/domain/formats/export/about.ts';
import { lostIn, writeCp932 } from '#lib/domain/formats/export/cp932.ts';
import { jsonLines, wholeJson } from '#lib/domain/formats/export/json.ts';
import type { Column } from '#lib/domain/formats/column.ts';
import { csv, csvLines } from '#lib/domain/formats/csv.ts';
import { editionName } from '#lib/domain/edition/edition.ts';
import { choicesFor } from '#lib/domain/formats/workbook/choices.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { writeFeatures } from './features.ts';
import { selectionOf, type Asked, type Selection } from './selection.ts';
import { gathered, inSlices } from './slices.ts';
import { cellsIn, columnsOf, contextOf, townsOf } from './table.ts';
import { fileInTurn } from './turns.ts';
import { writeWorkbook } from './workbook.ts';

/** A letter that CP932 does not have, how often it stands in a file, and the names of the resources with it. */
export type Lost = { letter: string; times: number; names: string[] };

export type ExportFile = {
	name: string;
	type: string;
	body: string | Uint8Array;
	/** What its letters lack; nothing in UTF-8. */
	lost: Lost[];
	rows: number;
	selection: Selection;
};

type Wanted = Asked & {
	form: Form;
	encoding: Encoding;
	/** Where pages of resources are, without a slash at the end. */
	origin: string;
	/** Of the edition. */
	year: number | null;
};

/** A file of what was asked, in any form. */
export const exportFile = (db: Database, wanted: Wanted): Promise<ExportFile> =>
	fileInTurn(db, sameFor(wanted), async () => {
		const { form, encoding, staff, regionId, year } = wanted;
		const selection = selectionOf(db, wanted);
		const { slug } = regions.identify(db, regionId);
		const { body, lost } = await made(db, wanted, selection);
		const isWindows = form === 'csv' && encoding === 'cp932';
		return {
			name: fileName(year === null ? slug : editionName(slug, year), { form, encoding, staff }),
			type: isWindows ? 'text/csv; charset=shift_jis' : mediaTypes[form],
			...{ body, lost },
			rows: selection.chosen.length,
			selection
		};
	});

type Made = Pick<ExportFile, 'body' | 'lost'>;

async function made(db: Database, wanted: Wanted, selection: Selection): Promise<Made> {
	const { form, encoding, regionId } = wanted;
	if (form === 'geojson') {
		return { body: await writeFeatures(db, selection, wanted), lost: [] };
	}
	const context = contextOf(db);
	const columns = columnsOf(selection);
	const rows = await gathered(cellsIn(db, selection, columns, context));
	const { about } = selection;
	switch (form) {
		case 'csv': {
			const head = csv([columns.map(({ label }) => label)]);
			const texts = [head, ...(await inSlices(rows, csvLines))];
			if (encoding === 'utf-8') return { body: texts.join(''), lost: [] };
			const parts = await inSlices(texts, ([text]) => writeCp932(text!), 1);
			return { body: Buffer.concat(parts), lost: await lostAmong(rows, columns) };
		}
		case 'json': {
			const parts = await inSlices(rows, (slice) => jsonLines(columns, slice));
			return { body: wholeJson(columns, parts, about), lost: [] };
		}
		case 'xlsx': {
			const choices = choicesFor(columns, context, townsOf(db, regionId, context));
			return { body: await writeWorkbook({ columns, rows, choices, about }), lost: [] };
		}
	}
}

/** For what staff may see nobody waits with others. */
const sameFor = (wanted: Asked) => (wanted.staff ? null : [wanted]);

/** What CP932 would lose of a file, the most frequent first. */
export const lostLetters = (db: Database, asked: Asked): Promise<Lost[]> =>
	fileInTurn(db, asked.staff ? null : ['lost', asked], () => lostOf(db, asked));

async function lostOf(db: Database, asked: Asked): Promise<Lost[]> {
	const selection = selectionOf(db, asked);
	const columns = columnsOf(selection);
	return lostAmong(await gathered(cellsIn(db, selection, columns, contextOf(db))), columns);
}

async function lostAmong(rows: string[][], columns: readonly Column[]): Promise<Lost[]> {
	const name = columns.findIndex(({ code }) => code === 'name');
	const found = new Map<string, { times: number; names: Set<string> }>();
	const look = (row: string[]) => {
		for (const letter of row.flatMap(lostIn)) {
			const known = found.get(letter) ?? { times: 0, names: new Set<string>() };
			known.times += 1;
			known.names.add(row[name]!);
			found.set(letter, known);
		}
	};
	await inSlices(rows, (slice) => slice.forEach(look));
	return [...found]
		.map(([letter, { times, names }]) => ({ letter, times, names: [...names] }))
		.sort((a, b) => b.times - a.times);
}
