import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSessions } from '#lib/domain/schedule/words/sessions.ts';
import { meant } from './oracle.ts';

const phrases = readFileSync(new URL('second.tsv', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'))
	.map((line) => line.split('\t') as [string, string])
	.map(([words, spec]) => ({ words: words.replaceAll('\\n', '\n'), spec }));
const readable = phrases.filter(({ spec }) => spec !== '-');
const windows = [
	['2026-12-01', 60],
	['2026-04-01', 400]
] as const;

test.each(phrases)('$words has no date that is not meant', ({ words, spec }) => {
	for (const [from, days] of windows) {
		const { understood, unread, dates } = readSessions(words, from, days);
		expect(unread.length > 0).toBe(!understood);
		expect(dates).toEqual(understood ? meant(spec, from, days) : []);
		if (spec === '-') expect(understood).toBe(false);
	}
});

test('the phrases of the second list that mean dates are read for the most part', () => {
	const read = readable.filter(({ words }) => readSessions(words, ...windows[0]).understood);
	expect(phrases.length).toBeGreaterThanOrEqual(180);
	expect(read.length / readable.length).toBeGreaterThanOrEqual(0.95);
});
