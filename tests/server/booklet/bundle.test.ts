import { execFileSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { bundleName } from '#lib/domain/booklet/deposit/bundle.ts';
import { bundle, type ReadersForms } from '#lib/server/booklet/bundle.ts';
import { bundleForStaff } from '#lib/server/booklet/staff-bundle.ts';
import type { Database } from '#lib/server/database/client.ts';
import { sha256Of } from '#lib/server/database/hash.ts';
import * as editions from '#lib/server/editions/index.ts';
import { save } from '#lib/server/editing/save.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { root } from '../../../src/cli/build.ts';
import { anyBooklet } from '../../support/booklet.ts';
import { workshop } from '../../support/workshop.ts';
import { canary, content, now as at, places, world, type World } from '../../support/world.ts';

let here: World;
let db: Database;
let id: number;
const by = 'editor';
const imprint = '編集・発行：見本の会\nISBN 978-4-00-000000-1';
const licence = 'CC BY 4.0';
const words = {
	cover: null,
	foreword: null,
	imprint,
	licence,
	funding: '見本基金の助成を受けました。'
};
const bytes = (text: string) => new TextEncoder().encode(text);
const forms = (): ReadersForms => ({
	booklet: anyBooklet(3, { channel: 'web', publishedOn: '2026-06-19', words, year: 2026 }),
	...{ pdf: { bytes: bytes('%PDF-'), pages: 48 }, epub: { bytes: bytes('PK epub') } }
});
const unpacked = (zip: Uint8Array) =>
	Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, file]) => [name, strFromU8(file)]));
const table = (text: string): string[][] => parse(text, { bom: true });

beforeEach(() => {
	here = world();
	db = here.db;
	id = editions.find(db, { region: 'gunma', year: 2026 })!.id;
});

describe('A bundle', () => {
	test('holds the booklet in its forms, what is to be written into a form, and the results', () => {
		const { name, bytes: zip, sha256 } = bundle(db, id, forms());
		const stem = bundleName(forms().booklet);
		expect(name).toBe(`${stem}-bundle.zip`);
		expect(sha256).toBe(sha256Of(zip));
		const files = unpacked(zip);
		expect(Object.keys(files)).toEqual([
			...[`${stem}.pdf`, `${stem}.epub`, 'README.txt', 'metadata.csv', 'metadata.json'],
			...['results.csv', 'places.csv', 'gaps.csv', 'SHA256SUMS.txt']
		]);
		const metadata = new Map(
			table(files['metadata.csv']!).map(([title, , value]) => [title, value])
		);
		expect(
			[...['出版者', '出版日', '言語', 'ページ数', 'ISBN', '会計年度']].map((one) =>
				metadata.get(one)
			)
		).toEqual(['見本の会', '2026-06-19', 'jpn', '48p', '978-4-00-000000-1', '2026']);
		expect(metadata.get('利用条件')).toBe(licence);
		expect(metadata.get('タイトルよみ')).toMatch(/^チイキ シゲン ブックマーク [ァ-ヶー ]+$/);
		const json = JSON.parse(files['metadata.json']!) as { files: unknown[]; results: object };
		expect(json.files[0]).toMatchObject({ name: `${stem}.pdf`, sha256: sha256Of(bytes('%PDF-')) });
		expect([...unzipSync(zip)['README.txt']!.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		expect(files['README.txt']).toMatch(/^[^\n]*報告と納本の束\r\n/);
		expect(files['README.txt']).toContain('見本基金の助成を受けました。');
		for (const line of files['SHA256SUMS.txt']!.trim().split('\n')) {
			const [sum, file] = line.split('  ') as [string, string];
			expect(sum, file).toBe(sha256Of(unzipSync(zip)[file]!));
		}
	});

	test('tells of the year what readers may see: nothing for staff, nothing for paper alone', () => {
		const all = bundle(db, id, forms()).bytes;
		const files: Record<string, string> = { zip: strFromU8(all, true), ...unpacked(all) };
		for (const [file, text] of Object.entries(files)) {
			for (const tell of ['カナリア', canary(''), '000-111-2222', '36.98', '非公開の']) {
				expect(text, `${file}: ${tell}`).not.toContain(tell);
				expect(text, `${file}: ${tell}`).not.toContain(strFromU8(bytes(tell), true));
			}
		}
		const counts = new Map(table(files['results.csv']!).map(([, what, count]) => [what, count]));
		expect(counts.get('2026年度版（サイトで読める場所）')).toBe('5');
		expect(counts.get('紙の冊子だけの場所と、あとで見えなくした場所（数だけ）')).toBe('1');
		expect(counts.get('新規（2025年度版とくらべて）')).toBe('1');
		expect(counts.get('電話')).toBe('5');
		expect(table(files['places.csv']!).map(([fate, , name]) => [fate, name])).toContainEqual([
			...['新規', places.shigoto.name]
		]);
		const towns = table(files['gaps.csv']!).filter(([, , count]) => count !== '0');
		expect(towns.length).toBeGreaterThan(2);
	});

	test('runs no formula in a spreadsheet', () => {
		const name = '=HYPERLINK("https://example.jp")';
		const made = { regionId: here.region.id, by, at };
		const year = editions.openFrom(db, { regionId: here.region.id, year: 2027, by, at }) as number;
		const pinned = resources.create(db, { ...made, content: content({ name: `+${name}` }) });
		editions.pin(db, year, pinned);
		editions.publish(db, year, { by, at });
		const files = unpacked(bundle(db, year, forms()).bytes);
		expect(files['places.csv']).toContain(`'+=HYPERLINK`);
	});

	test('forgets at once what is taken off the web, and says only that a number is missing', () => {
		const { region, ids } = here;
		const hidden = { ...places.hidamari, consents: [places.hidamari.consents[1]!] };
		const change = { resourceId: ids.hidamari, regionId: region.id, base: here.revisions.hidamari };
		save(db, { ...change, content: hidden, reason: '本人の希望', by, at });
		expect(strFromU8(bundle(db, id, forms()).bytes, true)).not.toContain('ひだまり');
		expect(unpacked(bundle(db, id, forms()).bytes)['places.csv']).not.toContain('ひだまり');
	});

	test('is made of what readers get alone', () => {
		const paper = { ...forms(), booklet: anyBooklet(1, { channel: 'paper' }) };
		expect(() => bundle(db, id, paper)).toThrow('readers');
	});

	test('without an EPUB says so', () => {
		const files = unpacked(bundle(db, id, { ...forms(), epub: null }).bytes);
		expect(Object.keys(files).some((name) => name.endsWith('.epub'))).toBe(false);
		expect(files['README.txt']).toContain('まだありませんでした');
	});

	test('is asked of the readers’ own files', async () => {
		const edition = editions.find(db, { region: 'gunma', year: 2026 })!;
		const made = await bundleForStaff(db, edition, 'https://example.jp', workshop());
		if ('sentence' in made) throw new Error(made.sentence);
		const pdf = Object.entries(unpacked(made.bytes)).find(([name]) => name.endsWith('.pdf'))![1];
		expect(pdf).toMatch(/^%PDF web /);
	});

	test('has the same bytes in another time zone', () => {
		const script = `
			const { bundleOf } = await import('#lib/server/booklet/bundle.ts');
			const forms = ${JSON.stringify({ booklet: forms().booklet })};
			const none = { entries: 0, untold: 0, fates: {}, rows: [], checks: [], from: null, to: 2026,
				gaps: { chapters: [], towns: [], blanks: 0, cells: 0 } };
			const pdf = { bytes: new Uint8Array([1, 2, 3]), pages: 3 };
			console.log(bundleOf({ ...forms, pdf, epub: null },
				{ results: none, editionHash: null, audiences: [] }).sha256);`;
		const made = ['Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((TZ) =>
			execFileSync(process.execPath, ['--input-type=module', '-e', script], {
				...{ cwd: root, encoding: 'utf8', env: { ...process.env, TZ } }
			}).trim()
		);
		expect(made[0]).toMatch(/^[0-9a-f]{64}$/);
		expect(new Set(made).size).toBe(1);
	});
});
