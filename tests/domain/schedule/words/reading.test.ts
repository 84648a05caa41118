import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSchedule, ruleWords } from '#lib/domain/schedule/words.ts';
import { readSessions } from '#lib/domain/schedule/words/sessions.ts';
import { meant } from './oracle.ts';

const linesOf = (name: string) =>
	readFileSync(new URL(name, import.meta.url), 'utf8')
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('#'));

/** Longer than a year: every month, fifth weekday and closing comes. */
const [from, days] = ['2026-04-01', 400];

const golden = linesOf('golden.tsv').map((line) => line.split('\t') as [string, string]);

describe('Words as they stand in town papers', () => {
	test.each(golden)('%s', (words, spec) => {
		const { understood, unread, dates } = readSessions(words, from, days);
		expect(understood).toBe(spec !== '-');
		expect(dates).toEqual(spec === '-' ? [] : meant(spec, from, days));
		// What is not understood is named.
		expect(unread.length > 0).toBe(spec === '-');
	});

	test('are read for the most part', () => {
		const read = golden.filter(([, spec]) => spec !== '-').length;
		expect(golden.length).toBeGreaterThanOrEqual(250);
		expect(read / golden.length).toBeGreaterThanOrEqual(0.85);
		expect(new Set(golden.map(([words]) => words)).size).toBe(golden.length);
	});

	test('are read the same whatever the spelling', () => {
		for (const [words] of golden) {
			const { rules } = readSchedule(words);
			expect(readSchedule(words.normalize('NFD')).rules, words).toEqual(rules);
			expect(readSchedule(`\u3000${words}\u3000`).rules, words).toEqual(rules);
			expect(readSchedule(wide(words)).rules, words).toEqual(rules);
		}
	});
});

const wide = (words: string) =>
	words.replace(/[0-9:/()]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

describe('No date is read from', () => {
	test.each(linesOf('refused.txt'))('%s', (words) => {
		const { understood, unread, dates } = readSessions(words, from, days);
		expect([understood, dates]).toEqual([false, []]);
		expect(unread.join('')).not.toBe('');
	});

	test.each(['', '\u3000', '。', '第'.repeat(301), `毎週月曜${'、'.repeat(300)}`])(
		'%j',
		(words) => {
			expect(readSchedule(words).rules).toBeNull();
		}
	);
});

test('every second week asks from which date on', () => {
	expect(readSchedule('隔週水曜 14時').needsStart).toBe(true);
	expect(readSchedule('毎週水曜 14時').needsStart).toBe(false);
	expect(readSchedule('隔週水曜 14時（2026年4月8日から）').needsStart).toBe(false);
});

test('a rule that is said in words is read as itself', () => {
	for (const [words, spec] of golden) {
		if (spec === '-') continue;
		for (const rule of readSchedule(words).rules!) {
			if (rule.startsOn !== null || rule.endsOn !== null || rule.holidays === 'also') continue;
			const said = ruleWords(rule)!;
			expect(readSchedule(said).rules, said).toEqual([rule]);
		}
	}
});
