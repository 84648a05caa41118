import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { openDatabase } from '#lib/server/start/open.ts';
import { close } from '#lib/server/database/client.ts';
import type { documentOf } from '../../../src/cli/directory/import-document.ts';
import { operator } from '../../support/directory.ts';

type Document = ReturnType<typeof documentOf>;
let command: ReturnType<typeof operator>;

beforeEach(() => {
	command = operator();
});

const file = (name: string, text: string): string => {
	const at = path.join(command.folder, name);
	writeFileSync(at, text);
	return at;
};
const run = (name: string, text: string, ...more: string[]) =>
	command.directory('import', file(name, text), '--year', '2026', '--region', 'gunma', ...more);
const documentIn = ({ stdout }: { stdout: string }) => JSON.parse(stdout) as Document;
const names = () => {
	const db = openDatabase(command.database);
	try {
		return db.$client.prepare('SELECT name FROM revisions ORDER BY id').pluck().all();
	} finally {
		close(db);
	}
};

const header = '名前,区分,市区町村,電話';
const twins = [
	'ふたごの家,居場所,群馬県高崎市,027-555-1111',
	'ふたごの 家,居場所,群馬県高崎市,027-555-1111|窓口',
	'ひとりの家,居場所,群馬県高崎市,'
];
const twice = [header, ...twins].join('\n');

describe('A row that may be another one', () => {
	it('is told and taken as a new one where nobody said otherwise', async () => {
		const told = documentIn(await run('a.csv', twice, '--json'));
		expect(told.counts).toMatchObject({ rows: 3, new: 2, duplicate: 1, skipped: 0 });
		expect(told.rows.map(({ line, status }) => [line, status])).toEqual([
			...[
				[2, 'new'],
				[3, 'duplicate'],
				[4, 'new']
			]
		]);
		expect(names()).toHaveLength(3);
	});

	it.each([
		['new', { new: 3, duplicate: 0, skipped: 0 }, 3],
		['skip', { new: 2, duplicate: 0, skipped: 1 }, 2]
	])('is taken as --decide %s says', async (policy, counts, written) => {
		const done = await run('a.csv', twice, '--json', '--decide', policy);
		expect(documentIn(done).counts).toMatchObject(counts);
		expect(names()).toHaveLength(written);
	});

	it('refuses the file with --decide ask, and is listed', async () => {
		const { status, stderr } = await run('a.csv', twice, '--decide', 'ask');
		expect(status).toBe(2);
		expect(stderr).toContain('決めていない行が1件あります');
		expect(stderr).toContain('3行目 ふたごの 家 … 2行目（');
		const told = documentIn(await run('a.csv', twice, '--decide', 'ask', '--json'));
		expect(told).toMatchObject({ accepted: false, counts: { rows: 3, new: 2, duplicate: 1 } });
	});
});

describe('A row that cannot be read', () => {
	const text = [header, ...twins.slice(2), 'よめない家,なぞの区分,群馬県高崎市,'].join('\n');

	it('refuses the whole file', async () => {
		const told = documentIn(await run('a.csv', text, '--json'));
		expect(told).toMatchObject({ accepted: false, counts: { rows: 2, new: 1, error: 1 } });
		expect(told.problems).toMatchObject([{ line: 3, column: '区分', found: 'なぞの区分' }]);
	});

	it('is left out where the operator said so, and told', async () => {
		const done = await run('a.csv', text, '--json', '--decide', 'skip');
		expect(done.status).toBe(0);
		expect(documentIn(done).rows[1]).toMatchObject({
			line: 3,
			status: 'error',
			name: 'よめない家'
		});
		expect(documentIn(done).rows[1]!.warnings).toHaveLength(1);
		expect(names()).toEqual(['ひとりの家']);
	});
});

describe('A file of no known shape', () => {
	const text = ['ばしょの名前,どこ,メモ', 'ひなた,群馬県高崎市八島町1,しずか'].join('\n');
	const mapping = {
		name: '町の一覧',
		columns: [
			{ from: 'ばしょの名前', to: 'name' },
			{ from: 'どこ', to: 'address' },
			{ from: 'メモ', to: 'staff_note' }
		]
	};

	it('is read by a mapping', async () => {
		const map = file('map.json', JSON.stringify(mapping));
		const done = await run('a.csv', text, '--mapping', map, '--category', 'ibasho', '--json');
		expect(documentIn(done).counts).toMatchObject({ rows: 1, new: 1 });
		expect(names()).toEqual(['ひなた']);
	});

	it('with a wrong mapping is refused with the place that is wrong', async () => {
		const map = file(
			'map.json',
			JSON.stringify({ name: 'x', columns: [{ from: 'a', to: 'nam' }] })
		);
		const { status, stderr } = await run('a.csv', text, '--mapping', map);
		expect([status, stderr]).toEqual([2, expect.stringContaining('columns.0.to')]);
	});

	it('gives a mapping to start from, which can be used as it is', async () => {
		const known = text.replace('ばしょの名前,どこ', '施設名,所在地');
		const { status, stdout } = await run('a.csv', known, '--propose');
		expect(status).toBe(0);
		const proposed = JSON.parse(stdout) as typeof mapping;
		expect(proposed.columns.map(({ from }) => from)).toEqual(['施設名', '所在地', 'メモ']);
		const map = file('map.json', stdout);
		const done = await run('a.csv', known, '--mapping', map, '--category', 'ibasho');
		expect(done).toMatchObject({ status: 0, stderr: '' });
	});

	it('and of no name is refused, with the proposal', async () => {
		const told = documentIn(await run('a.csv', '甲,乙\n1,2\n', '--json'));
		expect(told).toMatchObject({ accepted: false, proposal: { columns: [{ from: '甲' }, {}] } });
	});
});

test('how a file was read is told, and can be overruled', async () => {
	const text = [`題,,,`, header, 'ひとりの家,居場所,群馬県高崎市,', '合計,1,,'].join('\n');
	const told = documentIn(await run('a.csv', text, '--json', '--dry-run'));
	expect(told.file).toMatchObject({
		...{ name: 'a.csv', encoding: 'utf-8', delimiter: ',', sheet: null, headerLine: 2 }
	});
	expect(told.counts).toMatchObject({ rows: 1, new: 1, skipped: 2 });
	expect(told.skipped.map(({ line, reason }) => [line, reason])).toEqual([
		...[
			[1, 'title'],
			[4, 'total']
		]
	]);
	const otherwise = await run('a.csv', text, '--json', '--dry-run', '--header-line', '1');
	expect(documentIn(otherwise).accepted).toBe(false);
	const { status, stderr } = await run('a.csv', text, '--encoding', 'ebcdic');
	expect([status, stderr]).toEqual([2, expect.stringContaining('utf-8・cp932')]);
});

test('without an edition only the resources change', async () => {
	const at = file('a.csv', [header, ...twins.slice(2)].join('\n'));
	const done = await command.directory('import', at, '--no-edition', '--region', 'gunma', '--json');
	expect(documentIn(done)).toMatchObject({ accepted: true, year: null, counts: { new: 1 } });
	const db = openDatabase(command.database);
	expect(db.$client.prepare('SELECT count(*) FROM editions').pluck().get()).toBe(0);
	close(db);
});
