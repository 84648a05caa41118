import { describe, expect, it } from 'vitest';
import {
	boardAddress,
	boardOf,
	nextLeft,
	parseBoardFilter,
	type BoardEntry
} from '#lib/domain/edition/board.ts';
import { contrast, parseEditionWords } from '#lib/domain/edition/words.ts';
import {
	isDone,
	nextDue,
	parseVerified,
	progresses,
	progressNames,
	progressOf
} from '#lib/domain/edition/round.ts';

const form = (fields: Record<string, string | string[]>) => {
	const data = new FormData();
	for (const [name, values] of Object.entries(fields)) {
		for (const value of [values].flat()) data.append(name, value);
	}
	return data;
};

describe('How far an entry has come', () => {
	it('is what a verification says, else what somebody noted, else nothing', () => {
		expect(progressOf(null, null)).toBe('untouched');
		expect(progressOf('waiting', null)).toBe('waiting');
		expect(progressOf('waiting', 'confirmed')).toBe('confirmed');
		expect(Object.keys(progressNames)).toEqual([...progresses]);
	});
});

describe('A verification as it was typed', () => {
	const today = '2026-11-26';
	const good = { method: 'phone', result: 'confirmed', on: today };

	it('is read with what is optional', () => {
		expect(
			parseVerified(
				form({ ...good, role: ' 代表 ', sections: ['cost', 'nothing'], note: '' }),
				today
			)
		).toEqual({
			value: {
				method: 'phone',
				result: 'confirmed',
				on: today,
				role: '代表',
				sections: ['cost'],
				note: null,
				nextDueOn: null
			}
		});
	});

	it.each([
		[{ method: 'telepathy' }, 'method'],
		[{ result: '' }, 'result'],
		[{ on: '' }, 'on'],
		[{ on: '2026-02-30' }, 'on'],
		[{ on: '2026-11-27' }, 'on'],
		[{ nextDueOn: 'いつか' }, 'nextDueOn'],
		[{ note: 'あ'.repeat(501) }, 'note'],
		[{ role: '代表\u0007' }, 'role']
	])('with %j is refused for its %s', (wrong, field) => {
		const parsed = parseVerified(form({ ...good, ...wrong }), today);
		expect(Object.keys((parsed as { issues: object }).issues)).toEqual([field]);
	});
});

describe('The next check is due', () => {
	it.each([
		['a year later, where nothing is known', null, '2027-11-26'],
		['after as long as the last time', { on: '2026-05-01', nextDueOn: '2026-11-01' }, '2027-05-29'],
		[
			'a year later, where that was no time at all',
			{ on: '2026-05-01', nextDueOn: '2026-05-01' },
			'2027-11-26'
		]
	])('%s', (_, last, due) => {
		expect(nextDue('2026-11-26', last)).toBe(due);
	});
});

describe('The board', () => {
	const entry = (
		number: number,
		{ progress = 'untouched', isOwed = false, ...more }: Partial<BoardEntry> = {}
	): BoardEntry => ({
		entryId: number,
		resourceId: `id-${number}`,
		number,
		name: `場所${number}`,
		kana: null,
		chapter: 'ibasho',
		municipality: '102024',
		...{ progress, isOwed, isDone: isDone(progress, { isOwed }) },
		assignee: null,
		checkedOn: null,
		...more
	});
	const entries = [
		entry(1),
		entry(2, { progress: 'confirmed', assignee: 'a' }),
		entry(3, { progress: 'waiting', assignee: 'a', municipality: null }),
		entry(4, { progress: 'closed', chapter: 'family' })
	];
	const board = (query = '') => boardOf(entries, parseBoardFilter(new URLSearchParams(query)));

	it('counts what is left by step, person, town and chapter', () => {
		const { left, total, progress, people, places } = board();
		expect([left, total]).toEqual([2, 4]);
		expect(progress).toMatchObject({ untouched: 1, waiting: 1, confirmed: 1, closed: 1 });
		expect(people).toEqual([
			{ assignee: 'none', left: 1, total: 2 },
			{ assignee: 'a', left: 1, total: 2 }
		]);
		expect(places.get('102024')!.get('ibasho')).toEqual({ left: 1, total: 2 });
		expect(places.get('')!.get('ibasho')).toEqual({ left: 1, total: 1 });
	});

	it.each([
		['progress=left', [1, 3]],
		['progress=confirmed', [2]],
		['assignee=none', [1, 4]],
		['assignee=a&progress=left', [3]],
		['chapter=family', [4]],
		['municipality=none', [3]],
		['municipality=102024&page=9', [1, 2, 4]],
		['progress=nonsense', [1, 2, 3, 4]]
	])('shows for %s the entries %j', (query, numbers) => {
		expect(board(query).shown.map(({ number }) => number)).toEqual(numbers);
	});

	it('keeps an entry whose change was found and is not written', () => {
		expect(entry(5, { progress: 'changed', isOwed: true }).isDone).toBe(false);
		expect(entry(5, { progress: 'changed' }).isDone).toBe(true);
	});

	it('knows which entry comes next of what is left, round to the first', () => {
		const from = (number: number) => nextLeft(entries, `id-${number}`).next?.number;
		expect([from(1), from(2), from(3), from(4)]).toEqual([3, 3, 1, 1]);
		const done = entries.map((one) => ({ ...one, isDone: true }));
		expect(nextLeft(done, 'id-1')).toEqual({ number: 1, next: undefined });
	});

	it('has an address that says its filter', () => {
		const filter = parseBoardFilter(new URLSearchParams('progress=left&page=2'));
		expect(boardAddress(filter, { chapter: 'family' })).toBe('?progress=left&chapter=family');
		expect(boardAddress(filter, { page: 3 })).toBe('?progress=left&page=3');
	});
});

describe('What an edition says beside its entries', () => {
	it('is read, and nothing is nothing', () => {
		expect(parseEditionWords(form({ imprint: ' 発行 見本の会\r\n', colour: '#1F6660' }))).toEqual({
			value: {
				foreword: null,
				imprint: '発行 見本の会',
				licence: null,
				funding: null,
				cover: null,
				colour: '#1f6660'
			}
		});
	});

	it.each([
		[{ funding: 'あ'.repeat(501) }, 'funding'],
		[{ colour: 'green' }, 'colour'],
		[{ colour: '#ffff00' }, 'colour'],
		[{ cover: '\u202e表紙' }, 'cover']
	])('with %j is refused for its %s', (wrong, field) => {
		const parsed = parseEditionWords(form(wrong));
		expect(Object.keys((parsed as { issues: object }).issues)).toEqual([field]);
	});

	it('measures contrast as WCAG does', () => {
		expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
		expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	});
});
