import { sql } from 'drizzle-orm';
import { fates, fatesOf, type Fate } from '#lib/domain/edition/comparison.ts';
import { newestBefore } from '#lib/domain/edition/edition.ts';
import { gapsOf, type ResultRow, type YearResults } from '#lib/domain/booklet/deposit/results.ts';
import { label } from '#lib/domain/labels/vocabulary.ts';
import { publicContent } from '#lib/domain/resource/publication.ts';
import { tellable } from '#lib/server/contents/telling.ts';
import { hasWebConsent, isStillOnTheWeb } from '#lib/server/contents/visibility.ts';
import type { Database } from '#lib/server/database/client.ts';
import { list } from '#lib/server/editions/find.ts';
import { chaptersOf, sheetOf } from '#lib/server/editions/round/coverage.ts';
import { names } from '#lib/server/regions/names.ts';
import { prepare } from '#lib/server/resources/rows.ts';
import { fieldChanges, pinsForReaders, type Pin } from './pins.ts';

type Asked = { id: number; regionId: number; year: number };

const pinsOf = (db: Database, editionId: number | undefined): Map<string, Pin> =>
	editionId === undefined
		? new Map<string, Pin>()
		: pinsForReaders(db, editionId, sql`${hasWebConsent} AND ${isStillOnTheWeb}`);

/** What came of a year, by what readers may see today; also of an edition that they do not see yet. */
export function yearResults(db: Database, { id, regionId, year }: Asked): YearResults {
	const older = newestBefore(list(db, regionId), year);
	const before = pinsOf(db, older?.id);
	const after = pinsOf(db, id);
	const rows = rowsOf(db, before, after);
	const count = (fate: Fate) => rows.filter((row) => row.fate === fate).length;
	const printed = db.get<{ count: number }>(
		sql`SELECT count(*) AS count FROM entries WHERE edition_id = ${id}`
	).count;
	return {
		...{ from: older?.year ?? null, to: year },
		...{ entries: after.size, untold: printed - after.size },
		fates: Object.fromEntries(fates.map((fate) => [fate, count(fate)])) as Record<Fate, number>,
		rows,
		checks: checksOf(db, [...after.values()]),
		gaps: gaps(db, regionId, [...after.values()])
	};
}

function rowsOf(
	db: Database,
	before: ReadonlyMap<string, Pin>,
	after: ReadonlyMap<string, Pin>
): ResultRow[] {
	const fated = fatesOf(before, after);
	const prepared = prepare(
		db,
		fated.map(({ pin }) => pin)
	);
	const changes = fieldChanges(
		db,
		fated
			.filter(({ fate, pin }) => fate !== 'left-out' && before.has(pin.resource))
			.map(({ pin }) => ({ before: before.get(pin.resource)!, after: pin }))
	);
	const { municipalities, vocabularies } = names(db);
	return fated.map(({ pin, fate }, at): ResultRow => {
		const { row, municipality } = prepared[at]!;
		const fields = fate === 'left-out' ? [] : (changes.get(pin.revision) ?? []);
		return {
			// What differs only in what readers do not see goes on, for them.
			fate: fate === 'changed' && fields.length === 0 ? 'continued' : fate,
			...{ number: pin.number, name: row.name, kana: row.kana, fields },
			chapter: label(vocabularies, 'category', pin.chapter),
			municipality: (municipality && municipalities.get(municipality)) ?? ''
		};
	});
}

function checksOf(db: Database, pins: readonly Pin[]): YearResults['checks'] {
	const { vocabularies } = names(db);
	const words = ({ method }: Pin) =>
		method === null ? '確認の記録なし' : label(vocabularies, 'method', method);
	return [...Map.groupBy(pins, words)]
		.map(([words, { length: count }]) => ({ words, count }))
		.sort((a, b) => b.count - a.count);
}

function gaps(db: Database, regionId: number, pins: readonly Pin[]): YearResults['gaps'] {
	const told = tellable(db, pins);
	const prepared = prepare(db, pins);
	const covering = pins.flatMap(({ revision, chapter }, at) => {
		const { operation, audiences } = publicContent(told.get(revision)!);
		if (operation !== 'open') return [];
		return [{ chapter, audiences, municipality: prepared[at]!.municipality }];
	});
	const { municipalities } = names(db);
	return gapsOf(sheetOf(db, regionId, covering), {
		chapters: chaptersOf(db).map(({ label }) => label),
		townOf: (code) => municipalities.get(code) ?? ''
	});
}
