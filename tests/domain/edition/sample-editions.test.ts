import { expect, test } from 'vitest';
import type { Content } from '#lib/domain/resource/content.ts';
import { current, editions, keysOf } from '../../support/sample-files.ts';

const [first, second, third] = editions as [
	(typeof editions)[0],
	(typeof editions)[0],
	(typeof editions)[0]
];
const pairs = [
	{ before: first, after: second },
	{ before: second, after: third }
];

test('there are three yearly editions', () => {
	expect(editions.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
	expect(keysOf(first.entries, 'new').length).toBeGreaterThanOrEqual(40);
	expect(third.entries.size).toBeGreaterThanOrEqual(60);
});

test('each edition has arrivals, changes, pauses, closures and places that stayed as they were', () => {
	for (const { year, entries } of [second, third]) {
		expect(keysOf(entries, 'new').length, `${year} new`).toBeGreaterThanOrEqual(8);
		expect(keysOf(entries, 'changed').length, `${year} changed`).toBeGreaterThanOrEqual(10);
		expect(keysOf(entries, 'closed').length, `${year} closed`).toBeGreaterThanOrEqual(3);
		expect(keysOf(entries, 'continued').length, `${year} continued`).toBeGreaterThanOrEqual(10);
	}
	for (const { year, entries } of editions) {
		expect(keysOf(entries, 'paused').length, `${year} paused`).toBeGreaterThanOrEqual(2);
	}
});

test('some of what paused has opened again a year later', () => {
	for (const { before, after } of pairs) {
		const reopened = keysOf(before.entries, 'paused').filter(
			(key) => after.entries.get(key)?.content.operation === 'open'
		);
		expect(reopened.length, `${after.year}`).toBeGreaterThan(0);
	}
});

test('what has closed is said once and is gone from the edition after', () => {
	for (const key of keysOf(second.entries, 'closed')) {
		expect(third.entries.has(key), key).toBe(false);
	}
});

test('times, fees, places, telephones and intake all change', () => {
	for (const { before, after } of pairs) {
		const fields = new Set<string>();
		for (const key of keysOf(after.entries, 'changed')) {
			const now = after.entries.get(key)!.content;
			const then = before.entries.get(key)!.content;
			for (const field of Object.keys(now) as (keyof Content)[]) {
				if (JSON.stringify(now[field]) !== JSON.stringify(then[field])) fields.add(field);
			}
		}
		for (const field of ['schedules', 'feeNote', 'location', 'phones', 'intake']) {
			expect([...fields], `${after.year}`).toContain(field);
		}
	}
});

test('everything in the edition of 2026 was checked in 2026', () => {
	const older = [...third.entries.values()].filter(({ verifiedOn }) => verifiedOn < '2026');
	expect(older.map(({ key }) => key)).toEqual([]);
});

test('the live pages know more than what was printed in 2026', () => {
	const later = [...current.values()].filter(({ key, content }) => {
		const printed = third.entries.get(key);
		return printed && JSON.stringify(printed.content) !== JSON.stringify(content);
	});
	const live = later.filter(({ on }) => on > third.lockedOn);
	expect(live.length).toBeGreaterThanOrEqual(6);
	expect(
		[...current.keys()].filter((key) => !editions.some((one) => one.entries.has(key)))
	).toEqual(['tobira']);
});
