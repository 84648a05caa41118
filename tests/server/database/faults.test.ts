import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { faultOf, sentenceOf, unexpected } from '#lib/server/database/faults.ts';
import { riskOf, riskSentence } from '#lib/server/database/file/system.ts';
import * as resources from '#lib/server/resources/resources.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { content, now, world } from '../../support/world.ts';

const thrown = (code: string, message = 'English words') =>
	Object.assign(new Error(message), { code });

test.each([
	['SQLITE_FULL', 'full', /空きが足りません（SQLITE_FULL）。ディスクを空けて/],
	['ENOSPC', 'full', /空きが足りません/],
	['SQLITE_CORRUPT', 'damaged', /壊れています（SQLITE_CORRUPT）。バックアップから戻して/],
	['SQLITE_CORRUPT_INDEX', 'damaged', /壊れています/],
	['SQLITE_NOTADB', 'damaged', /壊れています/],
	['SQLITE_IOERR_SHORT_READ', 'damaged', /壊れています/],
	['SQLITE_IOERR_WRITE', 'unreadable', /開けないか、読み書きできません/],
	['SQLITE_CANTOPEN', 'unreadable', /開けないか/],
	['SQLITE_READONLY', 'denied', /権限がありません/],
	['EACCES', 'denied', /権限がありません/],
	['EROFS', 'denied', /権限がありません/],
	['EMFILE', 'crowded', /開けるファイルの数を使いきっています/],
	['ENOENT', 'missing', /見つかりません/],
	['SQLITE_BUSY', 'busy', /ほかの作業が使っています/],
	['EIO', 'unreadable', /開けないか/]
])('%s is told in Japanese, with what to do', (code, kind, sentence) => {
	expect(faultOf(thrown(code))?.kind).toBe(kind);
	const said = sentenceOf('a.db', thrown(code))!;
	expect(said).toMatch(sentence);
	expect(said).toMatch(/^a\.db は/);
	const wrapped = new Error('a query failed', { cause: thrown(code) });
	expect(sentenceOf('a.db', wrapped)).toBe(said);
});

test('of a copy that a disk has no place for, the new file is named', () => {
	const copying = { path: 'backup.db', dest: 'place.db' };
	expect(unexpected('x', Object.assign(thrown('ENOSPC'), copying))).toMatch(/^place\.db は置く/);
	expect(unexpected('x', Object.assign(thrown('ENOENT'), copying))).toMatch(/^backup\.db は見つ/);
});

test('a mistake of the program is told by its place, without its words', () => {
	expect(faultOf(new TypeError('x is not a function'))).toBeNull();
	const said = unexpected('a.db', new TypeError('名前 of somebody'));
	expect(said).toMatch(
		/^思いがけない失敗で、続けられませんでした（TypeError、.*faults\.test\.ts:\d+/
	);
	expect(said).not.toMatch(/名前|\n/);
});

test('a disk that is full leaves what was there, and says so', () => {
	const { db, region } = world(path.join(temporaryFolder(), 'a.db'));
	onTestFinished(() => close(db));
	const pages = Number(db.$client.pragma('page_count', { simple: true }));
	db.$client.pragma(`max_page_count = ${pages}`);
	const before = db.$client.prepare('SELECT count(*) FROM revisions').pluck().get();
	let error: unknown;
	try {
		for (let i = 0; i < 500; i++) {
			const text = '長い説明'.repeat(500);
			const input = { content: content({ name: `場所${i}`, description: text }), by: 'a', at: now };
			resources.create(db, { ...input, regionId: region.id });
		}
	} catch (found) {
		error = found;
	}
	expect(unexpected('データベース', error)).toMatch(/空きが足りません（SQLITE_FULL）/);
	db.$client.pragma('max_page_count = 1000000');
	expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
	expect(db.$client.prepare('SELECT count(*) FROM revisions').pluck().get()).toBeGreaterThanOrEqual(
		Number(before)
	);
});

describe('A place where a database loses data', () => {
	test.each([
		[0x6969, 'NFS'],
		[0x517b, 'SMB'],
		[0xff534d42, 'CIFS'],
		[0xfe534d42, 'SMB2'],
		[0x65735546, 'FUSE']
	])('is told by its file system %i', (type, name) => {
		expect(riskOf('/srv/a.db', () => type)).toBe(`${name} のファイル置き場`);
	});

	test.each(['OneDrive', 'OneDrive - 市役所', 'Dropbox', 'Google Drive', 'Mobile Documents'])(
		'is told by its folder %s',
		(name) => {
			expect(riskOf(`/home/a/${name}/data/a.db`, () => null)).toContain(`「${name}」`);
		}
	);

	test('is not a disk of this machine', () => {
		for (const type of [0xef53, 0x58465342, 0x01021994, null]) {
			expect(riskOf('/srv/bookmark/data/a.db', () => type)).toBeNull();
		}
		const folder = path.join(temporaryFolder(), 'Dropbox');
		mkdirSync(folder);
		expect(riskSentence(path.join(folder, 'a.db'))).toMatch(/^注意: .*「Dropbox」にあるようです/);
	});
});
