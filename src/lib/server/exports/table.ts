import type { Column } from '#lib/domain/formats/column.ts';
import { cellsOf, exportColumns } from '#lib/domain/formats/resource-csv.ts';
import { columns as allColumns, municipalityName } from '#lib/domain/formats/resource-columns.ts';
import type { Context } from '#lib/domain/formats/format.ts';
import { sampleMark } from '#lib/domain/region/sample.ts';
import { gazetteer } from '#lib/domain/region/municipality.ts';
import { hasConsent } from '#lib/domain/resource/publication.ts';
import type { Content } from '#lib/domain/resource/content.ts';
import { tellable } from '#lib/server/contents/telling.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as municipalities from '#lib/server/regions/municipalities.ts';
import { names } from '#lib/server/regions/names.ts';
import type { Chosen, Selection } from './selection.ts';
import { sliceSize } from './slices.ts';

export function contextOf(db: Database): Context {
	return {
		gazetteer: gazetteer(municipalities.list(db)),
		vocabularies: names(db).vocabularies,
		category: null
	};
}

/** The columns of a file; of the invented region each row says that it is one. */
export function columnsOf({ about }: Selection): Column[] {
	const own = exportColumns({ staff: about.staff });
	const mark = allColumns.find(({ code }) => code === 'sample')!;
	return about.isSample ? [...own, { ...mark, write: () => sampleMark }] : own;
}

export type Told = { one: Chosen; content: Content };

/** The resources of a file with what may be told of them, a page at a time. */
export function* contentsOf(db: Database, { chosen, about }: Selection): Generator<Told[]> {
	for (let from = 0; from < chosen.length; from += sliceSize) {
		const page = chosen.slice(from, from + sliceSize);
		const told = about.staff ? page.map((one) => ({ ...one, beside: null })) : page;
		const read = tellable(db, told);
		yield page.flatMap((one) => {
			const content = read.get(one.revision);
			// Somebody may have hidden it since it was chosen.
			const isOpen = content && (about.staff || hasConsent(content, 'web'));
			return isOpen ? [{ one, content }] : [];
		});
	}
}

/** A resource as cells of the columns, unguarded. */
export function cellsFor({ one, content }: Told, columns: readonly Column[], context: Context) {
	const { id, source, sourceNumber: number, number: revision } = one;
	return cellsOf(columns, { id, source, number, revision }, content, context);
}

/** All resources of a file as such cells, a page at a time. */
export function* cellsIn(
	db: Database,
	selection: Selection,
	columns: readonly Column[],
	context: Context
): Generator<string[][]> {
	for (const page of contentsOf(db, selection)) {
		yield page.map((told) => cellsFor(told, columns, context));
	}
}

/** Names of the municipalities of a region, to choose from. */
export const townsOf = (db: Database, regionId: number, context: Context): string[] =>
	municipalities.codesOf(db, regionId).map((code) => municipalityName(code, context));
