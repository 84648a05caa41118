import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/server/start/open.ts';
import { close } from '#lib/server/database/client.ts';
import type { documentOf } from '../../../src/cli/directory/import-document.ts';
import { operator } from '../../support/directory.ts';

type Document = ReturnType<typeof documentOf>;
let command: ReturnType<typeof operator>;

beforeEach(() => {
	command = operator();
});

async function take(name: string, lines: string[], ...more: string[]) {
	const at = path.join(command.folder, name);
	writeFileSync(at, lines.join('\n'));
	const done = await command.directory('import', at, '--year', '2026', ...more);
	const told = more.includes('--json') ? (JSON.parse(done.stdout) as Document) : null;
	return { ...done, told };
}

function places() {
	const db = openDatabase(command.database);
	try {
		const sql = 'SELECT name, municipality_code FROM revisions ORDER BY id';
		return db.$client.prepare(sql).raw().all();
	} finally {
		close(db);
	}
}

describe('A town’s file without a mapping', () => {
	const titled = [
		'令和7年度　藤岡市　居場所一覧（令和7年4月1日現在）,,',
		'団体名,会場,電話',
		'見本の会,見本会館,0274-22-1111',
		'例の会,〃,〃',
		'鬼石地区,,',
		'森の会,森公民館,0274-22-3333',
		'計,3団体,',
		'注1　祝日は休み,,'
	];

	it('is read with the town of its title, and each warning says where', async () => {
		const { status, told } = await take('a.csv', titled, '--json');
		expect(status).toBe(0);
		expect(told!.counts).toMatchObject({ rows: 3, new: 3, skipped: 4 });
		expect(places()).toEqual(['見本の会', '例の会', '森の会'].map((name) => [name, '102091']));
		for (const { line, warnings } of told!.rows) {
			expect(warnings).toContainEqual(expect.objectContaining({ line, column: '団体名' }));
		}
	});

	it.each([
		['again', titled],
		[
			'in another order',
			[...titled.slice(0, 2), titled[5]!, titled[2]!, '例の会,見本会館,0274-22-1111']
		]
	])('brings no change %s', async (_, lines) => {
		await take('a.csv', titled, '--json');
		const { told } = await take('a.csv', lines, '--json');
		expect(told!.counts).toMatchObject({ unchanged: 3, new: 0, changed: 0, duplicate: 0 });
		expect(told!.missing).toEqual([]);
	});

	it('is read where its header is ours in part', async () => {
		const lines = ['名前,住所,電話,備考', '見本の家,前橋市見本町1-1,027-224-1111,要予約'];
		const { told } = await take('a.csv', lines, '--json');
		expect(told!.file.format).toBe('mapping');
		expect(places()).toEqual([['見本の家', '102016']]);
	});

	it('says in words of its own what it was and what the operator may write', async () => {
		const lines = ['施設名,電話', '見本の家,027-224-1111'];
		const refused = await take('a.csv', lines);
		expect(refused.status).toBe(2);
		expect(refused.stderr).toContain('地域を選んでください。');
		expect(refused.stderr).toContain('--region 地域 を書きます');
		const { told } = await take('a.csv', lines, '--json');
		expect(told!.problems[0]!.message).not.toContain('--');
		const taken = await take('a.csv', lines, '--region', 'gunma');
		expect(taken.stdout).toContain('a.csv（列の対応づけ、1行）');
	});

	it('names no line of a header that it does not have', async () => {
		const lines = ['1,見本の家,027-224-1111', '2,例の家,027-224-1112', '3,森の家,027-224-1113'];
		const { told } = await take('a.csv', lines, '--json', '--header-line', '0');
		expect(told!.problems).toMatchObject([{ line: null, column: null }]);
	});
});

it('A row like one that is known already is asked about beside it', async () => {
	const [header, one, other] = [
		'施設名,住所,電話番号',
		'見本の家,前橋市見本町1-1,027-224-1111',
		'見本の 家,前橋市見本町1-1,027-224-1111'
	];
	await take('a.csv', [header, one], '--json');
	for (const lines of [
		[header, one, other],
		[header, other, one]
	]) {
		const { status, told } = await take('a.csv', lines, '--json', '--decide', 'ask');
		expect(status).toBe(2);
		expect(told!.counts).toMatchObject({ rows: 2, new: 0, unchanged: 1, duplicate: 1 });
	}
});
