/**
 * Checks the EPUB of the sample region, of 500 entries and of hostile words by EPUBCheck (Debian: epubcheck):
 * `node scripts/epubcheck.ts`. Ends with 1 unless there are no errors and no warnings.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collect } from '#lib/server/booklet/collecting/collect.ts';
import { epub } from '#lib/server/booklet/reading/forms.ts';
import * as editions from '#lib/server/editions/index.ts';
import { badBooklet } from '../tests/support/bad-booklet.ts';
import { anyBooklet } from '../tests/support/booklet.ts';
import { copy, sample } from '../tests/support/seeds.ts';

const program = process.env.EPUBCHECK ?? '/usr/bin/epubcheck';
if (!existsSync(program)) {
	throw new Error(`No EPUBCheck at ${program}: apt-get install epubcheck, or set EPUBCHECK.`);
}
const db = copy(sample);
const edition = editions.findByName(db, 'sakura-2026')!;
const of = { channel: 'web', origin: 'https://bookmark.example.jp' } as const;
const pages = (count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_, at) => [at + 1, 9 + (at >> 1)]));
const books = {
	'sakura-2026': epub(collect(db, edition.id, of).booklet),
	'500-with-pages': epub(anyBooklet(500), pages(500)),
	'hostile-words': epub(badBooklet()),
	'nothing-in-it': epub(
		anyBooklet(0, { wishes: [], indexes: [], windows: [], legend: [], chapters: [] })
	)
};

const folder = mkdtempSync(path.join(tmpdir(), 'epubcheck-'));
for (const [name, bytes] of Object.entries(books)) {
	const file = path.join(folder, `${name}.epub`);
	writeFileSync(file, bytes);
	// Debian's program is a Java archive, which not every system runs by itself.
	const words = ['-jar', program, '--failonwarnings', file];
	const { status, stdout, stderr } = spawnSync('java', words, { encoding: 'utf8' });
	const sum = /^Messages: .*$/m.exec(stdout + stderr)?.[0] ?? 'EPUBCheck did not run';
	process.stdout.write(`${name} (${Math.round(bytes.byteLength / 1000)}KB): ${sum}\n`);
	if (status !== 0) {
		process.stdout.write(stderr || stdout);
		process.exitCode = 1;
	}
}
rmSync(folder, { recursive: true });
