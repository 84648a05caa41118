import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { close } from '#lib/server/database/client.ts';
import { operator } from '../support/directory.ts';
import { world } from '../support/world.ts';
import { temporaryFolder } from '../support/folder.ts';

const files = 42;
const page = 4096;

let whole: Buffer;
let key: Buffer;

beforeEach(() => {
	const file = path.join(temporaryFolder(), 'whole.db');
	close(world(file).db);
	whole = readFileSync(file);
	key = readFileSync(`${file}.key`);
});

/** Numbers from 0 to 1 that are the same each time. */
function drawn(turn: number): () => number {
	let state = turn * 2_654_435_761;
	return () => {
		state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
		return state / 2 ** 32;
	};
}

/** As a bad disk, a cut copy or a careless hand leave it. */
function damaged(turn: number): Buffer {
	const random = drawn(turn);
	const bytes = Buffer.from(whole);
	const at = (length: number) => Math.floor(random() * (bytes.length - length));
	const ways = [
		() => bytes.fill(0, ...block(at(page), 1)),
		() => bytes.fill(0xff, ...block(at(page), 4)),
		() => void Array.from({ length: 200 }, () => (bytes[100 + at(100)]! ^= 1 << (turn % 8))),
		() => bytes.fill(0xa5, 0, 100 + Math.floor(random() * 4000)),
		() => bytes.subarray(0, at(0)),
		() => void bytes.copy(bytes, at(page * 8), at(page * 8), at(page * 8) + page * 4),
		() => bytes.fill(0x20, ...block(at(page * 20), 20))
	];
	const result = ways[turn % ways.length]!();
	return Buffer.isBuffer(result) ? result : bytes;
}

const block = (from: number, pages: number): [number, number] => {
	const start = Math.floor(from / page) * page;
	return [start, start + pages * page];
};

const commands: [string[], number[]][] = [
	[['check'], [0, 1, 2]],
	[['backup'], [0, 1, 2]],
	[
		['audit', 'verify'],
		[0, 1, 2]
	],
	[
		['export', '--region', 'gunma', '--year', '2026', '--staff'],
		[0, 1, 2]
	],
	[
		['edition', 'list'],
		[0, 1, 2]
	],
	[
		['import', 'a.csv', '--year', '2027'],
		[0, 1, 2]
	]
];

test(`${files} damaged databases: every command says in a sentence what is wrong`, async () => {
	const english: string[] = [];
	let found = 0;
	for (let turn = 0; turn < files; turn++) {
		const { folder, database, directory } = operator();
		writeFileSync(`${database}.key`, key);
		writeFileSync(path.join(folder, 'a.csv'), '名称,市区町村,区分\nあさひ,前橋市,居場所\n');
		const bytes = damaged(turn);
		for (const [[verb, ...rest], codes] of commands) {
			writeFileSync(database, bytes);
			const words = rest.map((word) => (word === 'a.csv' ? path.join(folder, word) : word));
			const { status, stdout, stderr } = await directory(verb!, ...words);
			const said = stdout + stderr;
			if (status !== 0 && verb === 'check') found++;
			const isPlain =
				!/\n\s+at |Error: |[a-z]+ [a-z]+ [a-z]+/.test(said.replaceAll('npm run directory', '')) &&
				(status === 0 || /[ぁ-ん]/.test(stderr + stdout));
			if (!isPlain || !codes.includes(status)) english.push(`${turn} ${verb}: ${status} ${said}`);
			for (const end of ['-wal', '-shm']) rmSync(database + end, { force: true });
		}
	}
	expect(english).toEqual([]);
	expect(found).toBeGreaterThan(files / 2);
}, 300_000);
