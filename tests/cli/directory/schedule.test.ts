import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';

const command = ['src/cli/run.js', 'directory', 'schedule'];

const ask = (input: string, ...options: string[]) =>
	spawnSync(process.execPath, [...command, ...options], { input, encoding: 'utf8' });

test('each line of words is answered with one line of JSON', () => {
	const words = ['第2土曜 14時〜16時', '月1回程度', '', '火・木 10:00-12:00 13:00-16:00'];
	const { stdout, status } = ask(
		`${words.join('\n')}\n`,
		...['--file', '-', '--from', '2026-12-08', '--days', '5', '--json']
	);
	expect(status).toBe(0);
	const day = (date: string, opens: string, closes: string) => ({ date, opens, closes });
	expect(
		stdout
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as unknown)
	).toEqual([
		{
			...{ words: words[0], understood: true, unread: [] },
			dates: [day('2026-12-12', '14:00', '16:00')]
		},
		{ words: '月1回程度', understood: false, unread: ['程度'], dates: [] },
		{ words: '', understood: false, unread: [], dates: [] },
		{
			...{ words: words[3], understood: true, unread: [] },
			dates: [
				day('2026-12-08', '10:00', '12:00'),
				day('2026-12-08', '13:00', '16:00'),
				day('2026-12-10', '10:00', '12:00'),
				day('2026-12-10', '13:00', '16:00')
			]
		}
	]);
});

test('a file is read as well, and answered in words', () => {
	const file = path.join(temporaryFolder(), 'words.txt');
	writeFileSync(file, '\ufeff毎週水曜 13時から\r\n不定期\r\n');
	const said = execFileSync(
		process.execPath,
		[...command, '--file', file, '--from', '2026-12-01', '--days', '7'],
		{ encoding: 'utf8' }
	);
	expect(said).toBe(
		'毎週水曜 13時から\n  2026-12-02 13:00〜\n不定期\n  読み取れません：「不定期」\n'
	);
});

test.each([
	[[], '--file'],
	[['--file', '-', '--days', '5'], '--from 日付 を書いてください'],
	[['--file', '-', '--from', '2026-02-30', '--days', '5'], '2026-02-30'],
	[['--file', '-', '--from', '2026-02-01'], '--days'],
	[['--file', '-', '--from', '2026-02-01', '--days', '0'], '1から1100まで'],
	[['--file', '-', '--from', '2026-02-01', '--days', '9999'], '1から1100まで'],
	[['--file', '/nowhere.txt', '--from', '2026-02-01', '--days', '5'], '/nowhere.txt を読めません'],
	[['--file', '-', '--from', '2026-02-01', '--days', '5', '--xml'], '--xml']
])('%j is refused with a sentence', (options, words) => {
	const { status, stderr, stdout } = ask('毎週月曜\n', ...options);
	expect([status, stdout]).toEqual([2, '']);
	expect(stderr).toContain(words);
	expect(stderr).toMatch(/[。）]\n/);
});
