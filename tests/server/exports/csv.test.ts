import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guard, unguard } from '#lib/domain/formats/cells/cells.ts';
import { activityCsv, list } from '#lib/server/audit/activity.ts';
import { auditCsv } from '#lib/server/audit/export.ts';
import { csv } from '#lib/domain/formats/csv.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import * as previews from '#lib/server/imports/previews/index.ts';
import { bundle } from '#lib/server/booklet/bundle.ts';
import { collect } from '#lib/server/booklet/collecting/collect.ts';
import type { User } from '#lib/domain/staff/staff.ts';
import type { Database } from '#lib/server/database/client.ts';
import * as editions from '#lib/server/editions/index.ts';
import { askedFrom, callsCsv } from '#lib/server/editions/round/calls.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { prepare } from '#lib/server/start/seed.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { exportedCsv } from '../../support/exported.ts';
import { readStrictly } from '../../support/strict-csv.ts';
import { now } from '../../support/world.ts';

test.each([...'=+-@|%＝＋－＠｜％﹦⁼₌⁺₊⁻₋−﹣﹢﹫﹪', '\t', '\r'])(
	'a cell that begins with %j does not run, even behind letters that nobody sees',
	(sign) => {
		for (const before of ['', '\u200b', '\ufeff', '\u2060\u00ad', ' \u3000', '\u3164', "'\u200b"]) {
			const cell = `${before}${sign}cmd`;
			expect(readStrictly(csv([[cell, 'あ']]))[0]).toEqual([`'${cell}`, 'あ']);
		}
	}
);

test('numbers and words stay as they are', () => {
	expect(csv([['場所', -3, null]])).toBe('\uFEFF場所,-3,\r\n');
});

const nasty = fc.string({
	unit: fc.oneof(
		fc.constantFrom(...'\'"=＝﹦⁼−+-@|%,;\n\r\t \u3000\u200b\u2060\ufeff\u00ad'),
		fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })
	),
	maxLength: 12
});

test('what is guarded and unguarded is the same text, whatever it is', () => {
	fc.assert(
		fc.property(nasty, (text) => {
			expect(unguard(guard(text))).toBe(text);
		}),
		{ numRuns: 5000 }
	);
});

test('whatever cells hold, a strict reader finds the same cells', () => {
	const table = fc
		.integer({ min: 1, max: 5 })
		.chain((width) =>
			fc.array(fc.array(nasty, { minLength: width, maxLength: width }), { minLength: 1 })
		);
	fc.assert(
		fc.property(table, (rows) => {
			expect(readStrictly(csv(rows))).toEqual(rows.map((row) => row.map(guard)));
		}),
		{ numRuns: 500 }
	);
});

const ofEdition =
	(write: (db: Database, edition: staffView.StaffEdition) => string) => (db: Database) =>
		staffView.all(db, {}).map((edition) => write(db, edition));

function bundled(db: Database, id: number): string[] {
	const { booklet } = collect(db, id, { channel: 'web', origin: 'https://example.jp' });
	const { bytes } = bundle(db, id, { booklet, pdf: { bytes: new Uint8Array() }, epub: null });
	const files = Object.entries(unzipSync(bytes));
	return files
		.filter(([name]) => name.endsWith('.csv'))
		.map(([, file]) => Buffer.from(file).toString());
}

/** Each module that writes CSV, and all that it has to say of the sample. */
const writers: Record<string, (db: Database) => string[] | Promise<string[]>> = {
	'audit/activity.ts': (db) => [activityCsv(list(db, admin, everything, 100_000))],
	'audit/export.ts': (db) => [auditCsv(db).text],
	'src/lib/domain/booklet/deposit/bundle.ts': (db) =>
		staffView.all(db, {}).flatMap(({ id }) => bundled(db, id)),
	'editions/round/calls.ts': ofEdition((db, { id }) =>
		callsCsv(askedFrom(db, editions.board(db, id)))
	),
	'editions/round/sheets.ts': (db) => [
		...ofEdition((db, { id, region }) =>
			editions.coverageCsv(
				db,
				editions.coverage(db, { editionId: id, regionId: regions.find(db, region)!.id })
			)
		)(db),
		...neighbours(staffView.all(db, {})).map((both) =>
			editions.comparisonCsv(db, editions.comparison(db, both))
		)
	],
	'imports/previews/report.ts': async (db) => {
		const lines = ['名前,区分,市区町村', '"=1+1,\nふたつの行",居場所,さくら市', ',なぞ,どこか'];
		const options = { region: 'sakura', year: null, category: null, asOf: null, choices: {} };
		const user = {
			id: 'admin',
			name: '管理',
			role: 'admin',
			regions: 'all',
			resources: []
		} as User;
		const file = { name: 'a.csv', bytes: Buffer.from(lines.join('\n')) };
		const started = previews.start(db, user, file, { ...options, way: 'revision' }, now);
		const { id } = started as { id: string };
		await previews.make(db, user, id, { at: now });
		return [previews.report(db, user, id)!.text];
	},
	'exports/file.ts': async (db) => {
		const regionId = regions.find(db, 'sakura')!.id;
		const editionIds = [null, ...staffView.all(db, { region: 'sakura' }).map(({ id }) => id)];
		const asked = [true, false].flatMap((staff) =>
			editionIds.map((editionId) => ({ regionId, editionId, staff }))
		);
		return (await Promise.all(asked.map((one) => exportedCsv(db, one)))).map(({ text }) => text);
	}
};

const admin = { role: 'admin', regions: 'all' } as never;
const everything = { kind: null, person: null, before: null };
const neighbours = (all: staffView.StaffEdition[]) =>
	all
		.toSorted((a, b) => a.year - b.year)
		.flatMap((one, at, list): [staffView.StaffEdition, staffView.StaffEdition][] =>
			at === 0 ? [] : [[list[at - 1]!, one]]
		);

function sample(): Database {
	const db = openDatabase(':memory:');
	prepare(db, { now, sample: true });
	return db;
}

test.each(Object.entries(writers))(
	'%s writes tables of which two readers that know nothing of each other find the same records',
	async (_, write) => {
		const files = await write(sample());
		expect(files.length).toBeGreaterThan(0);
		for (const file of files) {
			const records = readStrictly(file);
			expect(records.length).toBeGreaterThan(1);
			expect(parse(file, { bom: true })).toEqual(records);
		}
	}
);

test('no other module writes CSV', () => {
	const found = globSync('src/**/*.ts')
		.filter((file) =>
			/\bcsv(OfGuarded)?\b[^}]*\} from '[^']*csv\.ts'/.test(readFileSync(file, 'utf8'))
		)
		.map((file) => file.replaceAll('\\', '/').replace('src/lib/server/', ''));
	expect(found.sort()).toEqual(Object.keys(writers).sort());
	const direct = globSync('src/**/*.{ts,svelte}').filter((file) =>
		readFileSync(file, 'utf8').includes('csv-stringify')
	);
	expect(direct.map((file) => file.replaceAll('\\', '/'))).toEqual([
		'src/lib/domain/formats/csv.ts'
	]);
});
