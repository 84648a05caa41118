import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Crisis } from '#lib/domain/search/crisis/contact.ts';
import { inspectCrisis, load } from '#lib/server/search/crisis.ts';
import { close } from '#lib/server/database/client.ts';
import { openDatabase } from '#lib/server/start/open.ts';
import { prepare } from '#lib/server/start/seed.ts';

const file = join(process.cwd(), 'data/crisis.json');
const folder = mkdtempSync(join(tmpdir(), 'crisis-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The file as somebody has changed it. */
function changed(change: (crisis: Crisis) => unknown): string {
	const crisis = JSON.parse(readFileSync(file, 'utf8')) as Crisis;
	const made = change(crisis) ?? crisis;
	const name = join(folder, 'crisis.json');
	writeFileSync(name, typeof made === 'string' ? made : JSON.stringify(made));
	return name;
}

describe('The file of whom one can reach', () => {
	it('is sound, and says which entries no person has compared with their sources', () => {
		const { ok, isOld, detail } = inspectCrisis(file, '2026-12-01');
		const { contacts } = JSON.parse(readFileSync(file, 'utf8')) as Crisis;
		const waiting = contacts.filter(({ confirmedOn }) => !confirmedOn);
		expect([ok, isOld ?? false]).toEqual([true, waiting.length > 0]);
		for (const { name } of waiting)
			expect(detail).toContain(`「${name}」（2026-11-30 に書いたまま）`);
	});

	it('is quiet once all are confirmed, and asks again a year later, by name', () => {
		const confirmed = changed(({ contacts }) => {
			for (const one of contacts) one.confirmedOn = '2027-01-10';
		});
		expect(inspectCrisis(confirmed, '2028-01-10')).toEqual({
			name: 'いま話せるところ',
			ok: true,
			detail: expect.stringMatching(/^ことば\d+、窓口\d+が読めます$/) as string
		});
		const { ok, isOld, detail } = inspectCrisis(confirmed, '2028-01-11');
		expect([ok, isOld]).toEqual([true, true]);
		expect(detail).toContain('「あなたのいばしょ」（2027-01-10 に確かめたきり）');
	});

	it.each<[string, (crisis: Crisis) => unknown, string]>([
		['a date', ({ contacts }) => void (contacts[1]!.enteredOn = '2026-02-30'), 'enteredOn'],
		[
			'the day of a look',
			({ contacts }) => void (contacts[1]!.confirmedOn = 'きのう'),
			'confirmedOn'
		],
		['a rank', ({ contacts }) => void (contacts[1]!.rank = 0), 'rank'],
		['a number', ({ contacts }) => void (contacts[1]!.at = '電話で'), 'at'],
		['a source', ({ contacts }) => void (contacts[1]!.source = 'http://a.jp'), 'source'],
		['the hours', ({ contacts }) => void (contacts[1]!.hours = ' '), 'hours'],
		['a topic', ({ contacts }) => void (contacts[1]!.topics = ['x' as 'life']), 'topics'],
		['a field left out', ({ contacts }) => void delete (contacts[1] as { for?: string }).for, 'for']
	])('names entry and field when %s is wrong', (_, change, field) => {
		const { ok, detail } = inspectCrisis(changed(change), '2026-12-01');
		expect(ok).toBe(false);
		expect(detail).toContain(`contacts の 2番目「生きづらびっと」 の ${field} が読めません`);
		expect(() => load(join(folder, 'crisis.json'))).toThrow(detail);
	});

	it('always has somebody for everything at any hour', () => {
		const file = changed(({ contacts }) => void delete contacts[0]!.allDay);
		expect(inspectCrisis(file, '2026-12-01').detail).toContain('allDay が true の窓口が');
	});

	it('names a word whose kana is none, and a file that is none', () => {
		const kana = changed(({ words }) => void (words[0]!.kana = 'シニタイ'));
		expect(inspectCrisis(kana, '2026-12-01').detail).toContain(
			'words の 1番目「死にたい」 の kana'
		);
		expect(
			inspectCrisis(
				changed(() => '{'),
				'2026-12-01'
			).detail
		).toContain('を読めません');
		expect(inspectCrisis(join(folder, 'nothing'), '2026-12-01').ok).toBe(false);
	});
});

it('No municipality and no place of the sample sounds like danger', () => {
	const db = openDatabase(':memory:');
	prepare(db, { now: new Date('2026-11-30T00:00:00Z'), sample: true });
	const names = db.$client
		.prepare<[], string>(
			`SELECT name FROM municipalities UNION SELECT kana FROM municipalities
			UNION SELECT name FROM revisions UNION SELECT kana FROM revisions WHERE kana IS NOT NULL
			UNION SELECT name FROM organizations`
		)
		.pluck()
		.all();
	close(db);
	const { find } = load(file);
	expect(names.length).toBeGreaterThan(3000);
	expect(names.filter((name) => find(name) !== null)).toEqual([]);
});
