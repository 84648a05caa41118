import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeXlsx } from 'hucre/xlsx';
import { readTable } from '#lib/server/imports/file/table.ts';
import { root } from '../src/cli/build.ts';
import { mutatedText, mutatedWorkbook } from '../tests/support/mutations.ts';
import { faultsOf } from '../tests/support/table-faults.ts';

const help = `npm run bench -- reading [--texts 10000] [--workbooks 2000] [--seed 0]
Reads large files, each in a process of its own, and damaged ones, and says what went wrong.`;

type Result = {
	seconds: number;
	megabytes: number;
	rows?: number;
	columns?: number;
	said?: string;
};

const words = ['居場所', '相談', '就労支援', '家族会', '', '要予約'];

function cellsOf(row: number, columns: number): string[] {
	return Array.from({ length: columns }, (_, column) => {
		if (column === 0) return String(row).padStart(7, '0');
		if (column < 8) return `施設${row % 9973}の値${column}`;
		return column < 16 ? String((row * column) % 1000) : words[(row + column) % words.length]!;
	});
}

const names = (columns: number) => [
	'番号',
	...Array.from({ length: columns - 1 }, (_, at) => `項目${at + 1}`)
];

async function files(folder: string): Promise<[string, string][]> {
	const write = (name: string, content: string | Uint8Array) => {
		const file = path.join(folder, name);
		writeFileSync(file, content);
		return file;
	};
	const csv = Array.from({ length: 97_000 }, (_, row) => cellsOf(row, 30).join(',')).join('\n');
	const book = async (rows: number, columns: number) =>
		writeXlsx({
			sheets: [
				{
					name: '一覧',
					rows: [names(columns), ...Array.from({ length: rows }, (_, row) => cellsOf(row, columns))]
				}
			]
		});
	return [
		['97,000 rows × 30, no header', write('97000.csv', csv)],
		['the same in quotes', write('quoted.csv', csv.replace(/[^,\n]+/g, '"$&"'))],
		['12,000 rows × 30 XLSX', write('12000.xlsx', await book(12_000, 30))],
		['12,000 rows × 57 XLSX', write('wide.xlsx', await book(12_000, 57))]
	];
}

function alone(script: string, ...args: string[]): Result {
	const output = execFileSync(
		process.execPath,
		[path.join(root, 'bench/reading', script), ...args],
		{
			cwd: root,
			encoding: 'utf8'
		}
	);
	return JSON.parse(output) as Result;
}

async function damage(
	what: string,
	count: number,
	seed: number,
	make: (seed: number) => Uint8Array
) {
	const begin = performance.now();
	let [read, refused, slowest] = [0, 0, 0];
	const faults: string[] = [];
	for (let at = seed; at < seed + count; at++) {
		const start = performance.now();
		try {
			const outcome = await readTable(make(at));
			if ('problems' in outcome) refused++;
			else read++;
			faults.push(...faultsOf(outcome).map((fault) => `${what} ${at}: ${fault}`));
		} catch (error) {
			faults.push(`${what} ${at}: ${String(error)}`);
		}
		slowest = Math.max(slowest, performance.now() - start);
	}
	const seconds = (performance.now() - begin) / 1000;
	return {
		row: { what, read, refused, faults: faults.length, seconds, 'slowest ms': slowest },
		faults
	};
}

export async function run(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			texts: { type: 'string', default: '10000' },
			workbooks: { type: 'string', default: '2000' },
			seed: { type: 'string', default: '0' },
			help: { type: 'boolean' }
		}
	});
	if (values.help) {
		console.log(help);
		return 0;
	}
	const folder = mkdtempSync(path.join(tmpdir(), 'reading-'));
	const made = await files(folder);
	console.table(made.map(([what, file]) => ({ what, ...alone('read.ts', file) })));
	const texts = made.filter(([, file]) => file.endsWith('.csv'));
	console.table(
		texts.flatMap(([what, file]) =>
			['our splitter', 'csv-parse'].map((by) => ({ what, by, ...alone('split.ts', file, by) }))
		)
	);
	rmSync(folder, { recursive: true });
	const seed = Number(values.seed);
	const damaged = [
		await damage('damaged texts', Number(values.texts), seed, mutatedText),
		await damage('damaged workbooks', Number(values.workbooks), seed, mutatedWorkbook)
	];
	console.table(damaged.map(({ row }) => row));
	const faults = damaged.flatMap((one) => one.faults);
	for (const fault of faults.slice(0, 20)) console.error(fault);
	return faults.length > 0 ? 1 : 0;
}
