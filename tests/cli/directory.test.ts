import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { openDatabase } from '#lib/server/start/open.ts';
import type { documentOf } from '../../src/cli/directory/import-document.ts';
import * as reports from '#lib/server/editing/inbox/reports.ts';
import { run, verbs } from '../../src/cli/directory.ts';
import { temporaryFolder } from '../support/folder.ts';
import { wamnetFile } from '../support/formats.ts';
import { readStrictly } from '../support/strict-csv.ts';
import { now } from '../support/world.ts';

type Document = ReturnType<typeof documentOf>;

let folder: string;
let database: string;

beforeEach(() => {
	folder = temporaryFolder();
	database = path.join(folder, 'bookmark.db');
	vi.stubEnv('DATABASE_FILE', database);
	vi.stubEnv('SAMPLE', 'no');
});
afterEach(() => vi.unstubAllEnvs());

/** The command within this process, its output in lines. */
async function directory(...args: string[]) {
	let [stdout, stderr] = ['', ''];
	const status = await run(args, {
		out: (line) => void (stdout += `${line}\n`),
		err: (line) => void (stderr += `${line}\n`)
	});
	return { status, stdout, stderr };
}

function file(name: string, content: string | Uint8Array): string {
	const whole = path.join(folder, name);
	writeFileSync(whole, content);
	return whole;
}

const offices = () =>
	file(
		'offices.csv',
		wamnetFile([{ no: 'A0000000001' }, { no: 'A0000000002', name: 'いずみ', 法人番号: '12' }])
	);
const made = async () => {
	expect(await directory('import', offices(), '--year', '2026')).toMatchObject({ status: 0 });
};

describe('The command', () => {
	it('lists its verbs, and each explains itself', async () => {
		const { status, stdout } = await directory('--help');
		expect(status).toBe(0);
		for (const verb of Object.keys(verbs)) {
			expect(stdout).toContain(verb);
			const help = await directory(verb, '--help');
			expect([help.status, help.stderr]).toEqual([0, '']);
			expect(help.stdout).toMatch(new RegExp(`^使いかた: npm run directory -- ${verb}`));
		}
		expect(existsSync(database)).toBe(false);
	});

	it('is told of in the operations page, with exactly the verbs it has', () => {
		const page = readFileSync('docs/operations.md', 'utf8');
		const told = [...page.matchAll(/^\| `([a-z]+)` +\|/gm)].map(([, verb]) => verb!);
		expect(told).toEqual(Object.keys(verbs));
	});

	it.each<[string[], string]>([
		[[], '使いかた'],
		[['fly'], '「fly」という動詞はありません'],
		[['toString'], '「toString」という動詞はありません'],
		[['import'], '取り込むファイル を書いてください'],
		[['import', 'a.csv'], '--year'],
		[['import', 'a.csv', '--year', '26'], '年度は西暦4桁で書きます'],
		[['import', 'a.csv', 'b.csv', '--year', '2026'], '「b.csv」は余分です'],
		[['import', 'a.csv', '--year', '2026', '--fast'], '「--fast」という指定はありません'],
		[['import', 'a.csv', '--year'], '「--year'],
		[['import', 'a.csv', '--year', '2026', '--as-of', '2026-02-30'], '日付は 2026-04-01 のように'],
		[['export'], '--region 地域 を書いてください'],
		[['export', '--region', 'nowhere'], '地域「nowhere」はありません'],
		[['export', '--region', 'gunma', '--year', '2026'], '群馬県の2026年度版はありません'],
		[['edition'], 'のどれか を書いてください'],
		[['edition', 'burn'], '「burn」はできません'],
		[['edition', 'publish', '--year', '2026'], '2026年度版はありません'],
		[['edition', 'withdraw', '--year', '2026'], '--region 地域 を書いてください'],
		[['reports', 'burn'], '「burn」はできません'],
		[['reports', 'settle', '7'], '番号「7」の、まだ片づいていない知らせはありません'],
		[['check'], 'はまだありません']
	])('answers %j with a sentence and exit code 2', async (args, sentence) => {
		const { status, stdout, stderr } = await directory(...args);
		expect(stdout + stderr).toContain(sentence);
		expect(status).toBe(2);
	});
});

describe('A file that cannot be imported', () => {
	it.each<[string, () => string, string]>([
		['that is not there', () => path.join(folder, 'none.csv'), 'が見つかりません'],
		['that is a folder', () => folder, 'はフォルダーです'],
		['that is empty', () => file('a.csv', ''), 'ファイルが空です'],
		[
			'of an unknown kind',
			() => file('a.csv', '甲,乙\nあ,い\n'),
			'見出しの行から、どの列が名前かがわかりません'
		],
		['that is a picture', () => file('a.csv', Uint8Array.of(0x89, 80, 78, 71, 0, 1)), '。'],
		['that is a PDF', () => file('a.csv', '%PDF-1.7'), 'PDFのファイルです'],
		[
			'of a header alone, in UTF-16',
			() => file('a.csv', Buffer.from('\ufeff名前,区分\n', 'utf16le')),
			'1行目 見出しの行だけで、中身がありません。'
		],
		[
			'with one bad row',
			() => file('a.csv', '名前,区分,市区町村\nあ,居場所,群馬県高崎市\nい,なぞ,群馬県高崎市\n'),
			'3行目「区分」 なぞ … 「なぞ」は、選べることばにありません。'
		]
	])(
		'%s is told why, with exit code 2, and not even a database is made',
		async (_, make, sentence) => {
			const { status, stdout, stderr } = await directory('import', make(), '--year', '2026');
			expect(stderr).toContain(sentence);
			expect([status, stdout, existsSync(database)]).toEqual([2, '', false]);
		}
	);

	it('is told in JSON as well', async () => {
		const { status, stdout } = await directory(
			'import',
			file('a.csv', '名前,区分\n,居場所\n'),
			'--year',
			'2026',
			'--json'
		);
		const report = JSON.parse(stdout) as Document;
		expect([status, report.accepted]).toEqual([2, false]);
		expect(report.problems).toMatchObject([{ line: 2, column: '名前', kind: 'value' }]);
	});

	it('with an unknown region is refused', async () => {
		const { status, stderr } = await directory(
			'import',
			offices(),
			'--year',
			'2026',
			'--region',
			'x'
		);
		expect([status, existsSync(database)]).toEqual([2, false]);
		expect(stderr).toContain('地域「x」はありません。');
	});
});

describe('An import', () => {
	it('as a trial tells what would be, and makes nothing', async () => {
		const { status, stdout, stderr } = await directory(
			'import',
			offices(),
			'--year',
			'2026',
			'--dry-run'
		);
		expect([status, stderr]).toEqual([0, '']);
		expect(stdout).toContain('新しい         2');
		expect(stdout).toContain('3行目「法人番号」 12 … 法人番号の形ではないので、空にしました。');
		expect(stdout).toContain('試しなので、書き込んでいません。');
		expect(existsSync(database)).toBe(false);
	});

	it('writes one JSON document and nothing else', async () => {
		const { status, stdout, stderr } = await directory(
			'import',
			offices(),
			'--year',
			'2026',
			'--json'
		);
		const report = JSON.parse(stdout) as Document;
		expect([status, stderr]).toEqual([0, '']);
		expect(report).toMatchObject({ accepted: true, counts: { rows: 2, new: 2 } });
	});

	it('says next year who is gone and what has changed', async () => {
		await made();
		const next = file(
			'next.csv',
			wamnetFile([{ no: 'A0000000001', 定員: '20', 事業所電話番号: '03-1234-5678' }])
		);
		const { stdout } = await directory('import', next, '--year', '2027');
		expect(stdout).toContain('変わった       1（定員 1・連絡先 1）');
		expect(stdout).toContain('載らなくなった 1');
		expect(stdout).toContain('いずみ（群馬県）');
	});

	it('lists the first twenty warnings, rare ones before many alike, and counts all by kind', async () => {
		const many = Array.from({ length: 25 }, (_, i) => ({
			no: `A${i}`,
			name: `見本${i}`,
			法人番号: '12',
			...(i === 24 ? { 定員: '若干名' } : {})
		}));
		const offices = file('many.csv', wamnetFile(many));
		const { stdout } = await directory('import', offices, '--year', '2026');
		expect(stdout).toContain('26行目「定員」 若干名');
		expect(stdout.match(/行目「法人番号」/g)).toHaveLength(19);
		expect(stdout).toContain('ほかに 6件');
		expect(stdout).toContain('種類ごと: 数 1・法人番号 25');
	});
});

describe('The export', () => {
	it('is on the screen byte for byte what it is in a file', async () => {
		await made();
		const out = path.join(folder, 'out.csv');
		await directory('export', '--region', 'gunma', '--out', out);
		const { stdout } = await directory('export', '--region', 'gunma');
		expect(stdout).toBe(readFileSync(out, 'utf8'));
		expect(readStrictly(stdout)).toHaveLength(3);
	});

	it('is a workbook, JSON or CP932 on request, and narrowed as a list is', async () => {
		await made();
		const [book, old] = [path.join(folder, 'out.xlsx'), path.join(folder, 'old.csv')];
		expect((await directory('export', '--region', 'gunma', '--format', 'xlsx')).status).toBe(2);
		expect(await directory('export', '--region', 'gunma', '--out', book)).toMatchObject({
			...{ status: 0, stderr: '2件を書き出しました。\n' }
		});
		expect(readFileSync(book).subarray(0, 2).toString()).toBe('PK');
		const windows = ['--encoding', 'cp932', '--out', old];
		expect((await directory('export', '--region', 'gunma', ...windows)).status).toBe(0);
		expect(new TextDecoder('shift_jis').decode(readFileSync(old))).toMatch(/^資源ID,/);
		const json = ['--format', 'json', '--category', 'no-such-thing'];
		const { stdout } = await directory('export', '--region', 'gunma', ...json);
		expect(JSON.parse(stdout)).toMatchObject({ format: 'resource-json', resources: [] });
		const wrong = await directory('export', '--region', 'gunma', '--format', 'pdf');
		expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('いまは「pdf」')]);
	});

	it('goes to a file of its own and comes back unchanged', async () => {
		await made();
		const out = path.join(folder, 'out.csv');
		expect(await directory('export', '--region', 'gunma', '--out', out)).toMatchObject({
			status: 0,
			stdout: '',
			stderr: '2件を書き出しました。\n'
		});
		const again = await directory('import', out, '--year', '2027', '--json');
		expect((JSON.parse(again.stdout) as Document).counts).toMatchObject({ unchanged: 2, new: 0 });
		expect(await directory('export', '--region', 'gunma', '--out', out)).toMatchObject({
			status: 2
		});
	});
});

describe('Editions', () => {
	it('are listed, published for good, and withdrawn with a reason', async () => {
		await made();
		expect((await directory('edition', 'list')).stdout).toBe(
			'gunma-2026\t群馬県\t準備（編集中として見えます）\t2件\n'
		);
		expect((await directory('edition', 'preview', '--year', '2026', '--hide')).status).toBe(0);
		expect((await directory('edition', 'list')).stdout).toContain('\t準備\t');
		expect((await directory('edition', 'publish', '--year', '2026')).stdout).toContain('群馬県');
		expect((await directory('edition', 'list')).stdout).toContain('\t公開\t');
		expect(await directory('import', offices(), '--year', '2026')).toMatchObject({ status: 2 });
		const withdraw = ['edition', 'withdraw', '--year', '2026', '--region', 'gunma'];
		expect((await directory(...withdraw)).status).toBe(2);
		expect((await directory(...withdraw, '--reason', '誤りがあった')).status).toBe(0);
		expect((await directory('edition', 'list')).stdout).toContain('\t取り下げ\t');
	});
});

describe('The check', () => {
	it('finds nothing in a database that is whole', async () => {
		await made();
		const { status, stdout } = await directory('check');
		expect(status).toBe(0);
		expect(stdout.match(/^[○△]/gm)).toHaveLength(10);
		expect(stdout).not.toContain('×');
	});

	it('finds a revision that was changed behind our back', async () => {
		await made();
		const db = openDatabase(database);
		db.$client.exec('DROP TRIGGER revisions_refuse_update');
		db.$client.exec(`UPDATE revisions SET street = '別の番地' WHERE id = 1`);
		db.$client.close();
		const { status, stdout } = await directory('check');
		expect(status).toBe(2);
		expect(stdout).toContain('× 改訂: 1件が書かれたときと違います（1）');
	});
});

describe('Reports of readers', () => {
	it('are listed until they are settled', async () => {
		await made();
		const db = openDatabase(database);
		const resourceId = db.$client
			.prepare('SELECT id FROM resources LIMIT 1')
			.pluck()
			.get() as string;
		reports.add(db, { resourceId, section: 'schedule', message: '曜日が違います', at: now });
		db.$client.close();
		expect((await directory('reports')).stdout).toContain('曜日が違います');
		expect((await directory('reports', 'settle', '1')).status).toBe(0);
		expect((await directory('reports')).stdout).toBe('まだ片づいていない知らせはありません。\n');
		expect((await directory('reports', 'settle', '1')).status).toBe(2);
	});
});

describe('A reset', () => {
	it('starts anew and keeps what was, when that is wished', async () => {
		await made();
		const refused = await directory('reset', '--empty');
		expect([refused.status, readdirSync(folder).sort()]).toEqual([
			2,
			['bookmark.db', 'bookmark.db.key', 'offices.csv']
		]);
		expect(refused.stderr).toContain('--yes');
		expect((await directory('reset', '--empty', '--yes')).status).toBe(0);
		const kept = readdirSync(folder).find((name) => /^bookmark\.db\.\d{8}T\d{6}$/.test(name))!;
		expect((await directory('edition', 'list')).stdout).toBe('');
		vi.stubEnv('DATABASE_FILE', path.join(folder, kept));
		expect((await directory('edition', 'list')).stdout).toContain('gunma-2026');
	});

	it('needs no assurance when there is nothing to lose', async () => {
		expect((await directory('reset', '--empty')).status).toBe(0);
		expect((await directory('reset', '--empty')).status).toBe(0);
	});

	it('leaves a database alone that another program has open', async () => {
		await made();
		const db = openDatabase(database);
		db.$client.exec('BEGIN; SELECT * FROM resources');
		try {
			const { status, stderr } = await directory('reset', '--yes');
			expect(status).toBe(2);
			expect(stderr).toContain('ほかのプログラムが開いています');
		} finally {
			db.$client.exec('ROLLBACK');
			db.$client.close();
		}
		expect((await directory('edition', 'list')).stdout).toContain('gunma-2026');
	});
});

test('a database in use by a long writer is a sentence and exit code 1', async () => {
	await made();
	const db = openDatabase(database);
	db.$client.exec('BEGIN IMMEDIATE');
	try {
		const { status, stderr } = await directory('import', offices(), '--year', '2027');
		expect([status, stderr]).toEqual([
			1,
			'ほかの作業がデータベースを使っています。少し待ってからもう一度始めてください。\n'
		]);
	} finally {
		db.$client.exec('ROLLBACK');
		db.$client.close();
	}
});

test('a database that is none is a sentence and exit code 1', async () => {
	mkdirSync(database);
	const { status, stderr } = await directory('edition', 'list');
	expect(status).toBe(1);
	expect(stderr).toContain('フォルダーです');
});
