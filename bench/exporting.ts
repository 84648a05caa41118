import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readXlsx } from 'hucre/xlsx';
import { parse } from 'csv-parse/sync';
import { close } from '#lib/server/database/client.ts';
import { exportFile } from '#lib/server/exports/file.ts';
import * as staffView from '#lib/server/editions/staff-view.ts';
import { ordered } from '#lib/server/listings/chart.ts';
import { parseFilter } from '#lib/domain/search/filter.ts';
import * as regions from '#lib/server/regions/regions.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import type { Encoding, Form } from '#lib/domain/formats/export/about.ts';
import { generate, region, year } from './generate.ts';
import { checkInOffice } from './office.ts';

const help = `npm run bench -- exporting [--entries 12000] [--office]

A region of so many places written in every form, for staff, and read again: milliseconds (also
those of the processor, on a machine that others use, and the longest time for which readers would not be
answered) and megabytes.
--office   opens the workbook in LibreOffice without a screen, and looks for its lists and typed cells`;

const readers: Record<string, (bytes: Buffer) => unknown> = {
	xlsx: (bytes) => readXlsx(bytes),
	csv: (bytes) => parse(bytes, { bom: true, columns: true }),
	cp932: (bytes) => parse(new TextDecoder('shift_jis').decode(bytes), { columns: true }),
	json: (bytes) => JSON.parse(bytes.toString()) as unknown,
	geojson: (bytes) => JSON.parse(bytes.toString()) as unknown
};

const megabytes = (bytes: number) => Math.round((bytes / 1024 / 1024) * 10) / 10;

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			entries: { type: 'string', default: '12000' },
			office: { type: 'boolean' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	const folder = mkdtempSync(path.join(tmpdir(), 'exporting-'));
	const database = path.join(folder, 'bookmark.db');
	generate(database, Number(values.entries));
	const db = openDatabase(database);
	const regionId = regions.find(db, region)!.id;
	const editionId = staffView.all(db, { region, year })[0]!.id;
	// What the first list after a start makes, and all later ones use.
	ordered(db, { edition: editionId }, parseFilter(new URLSearchParams()));
	const rows: Record<string, string | number>[] = [];
	const measure = async (what: string, form: Form, encoding: Encoding, staff: boolean) => {
		const begin = performance.now();
		const busy = process.cpuUsage();
		const held = monitorEventLoopDelay({ resolution: 1 });
		held.enable();
		await wait(5);
		const asked = { regionId, editionId, staff, form, encoding, year };
		const file = await exportFile(db, { ...asked, origin: 'https://example.jp' });
		const written = performance.now() - begin;
		// A hold is measured from one turn of the loop to the next.
		await wait(5);
		held.disable();
		const { user, system } = process.cpuUsage(busy);
		const body = Buffer.from(file.body as Uint8Array);
		writeFileSync(path.join(folder, file.name), body);
		const again = performance.now();
		await readers[encoding === 'cp932' ? encoding : form]!(body);
		rows.push({
			...{ what, rows: file.rows, 'written ms': Math.round(written) },
			'cpu ms': Math.round((user + system) / 1000),
			'longest hold ms': Math.round(held.max / 1e6),
			'read ms': Math.round(performance.now() - again),
			...{ MB: megabytes(body.length), 'memory MB': megabytes(process.memoryUsage.rss()) }
		});
		return path.join(folder, file.name);
	};
	const workbook = await measure('XLSX, staff', 'xlsx', 'utf-8', true);
	await measure('XLSX, everyone', 'xlsx', 'utf-8', false);
	await measure('CSV, staff', 'csv', 'utf-8', true);
	await measure('CSV CP932, staff', 'csv', 'cp932', true);
	await measure('JSON, staff', 'json', 'utf-8', true);
	await measure('GeoJSON, everyone', 'geojson', 'utf-8', false);
	close(db);
	console.table(rows);
	const problems = values.office ? await checkInOffice(workbook, Number(values.entries)) : [];
	for (const problem of problems) console.error(problem);
	rmSync(folder, { recursive: true });
	return problems.length === 0 ? 0 : 1;
}
