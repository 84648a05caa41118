import { describe, expect, it } from 'vitest';
import type { ContentInput } from '#lib/domain/resource/content.ts';
import {
	checkNames,
	checks,
	isOpen,
	missingFrom,
	openFirst,
	type Check
} from '#lib/domain/edition/readiness.ts';
import { content } from '../../support/world.ts';

const whole: Partial<ContentInput> & { name: string } = {
	name: 'ひだまり',
	kana: 'ひだまり',
	summary: 'お茶を飲んだり。',
	audiences: ['person'],
	phones: [{ number: '000-111-2222' }],
	location: { municipality: '102024' }
};
const found = (
	input: Partial<ContentInput>,
	{ isVerified = true, isOwed = false, isOutside = false } = {}
): string[] =>
	missingFrom(content({ ...whole, ...input }), {
		...{ isVerified, isOwed },
		on: '2026-11-26',
		ground: { isOutside }
	}).map(({ check, field }) => `${check} ${field}`);

describe('An entry', () => {
	it('that has everything lacks nothing', () => {
		expect(found({})).toEqual([]);
	});

	it.each([
		[
			'no consent for paper',
			{ consents: [{ channel: 'web' as const, givenBy: '代表', how: '電話' }] },
			'paper-consent consents'
		],
		[
			'no consent for the web',
			{ consents: [{ channel: 'paper' as const, givenBy: '代表', how: '電話' }] },
			'web-consent consents'
		],
		['no kana', { kana: null }, 'kana kana'],
		['no words', { summary: null }, 'words summary'],
		['nobody it is for', { audiences: [] }, 'audience audiences'],
		[
			'telephones for staff only',
			{ phones: [{ number: '1', visibility: 'staff' as const }] },
			'contact contacts'
		],
		['no municipality', { location: {} }, 'municipality location.municipality']
	])('with %s lacks just that', (_, input, expected) => {
		expect(found(input)).toEqual([expected]);
	});

	it('nobody has verified, or drawn outside its town, says so', () => {
		expect(found({}, { isVerified: false })).toEqual(['verification null']);
		expect(found({}, { isOwed: true })).toEqual(['change null']);
		expect(found({ operation: 'closed' }, { isOwed: true })).toEqual(['change null']);
		expect(found({}, { isOutside: true })).toEqual(['position location.latitude']);
	});

	it('whose place is private or online needs no municipality', () => {
		expect(found({ precision: 'private', location: {} })).toEqual([]);
		expect(found({ precision: 'online', location: {} })).toEqual([]);
	});

	it('that has closed needs a check and the consent for paper only', () => {
		const closed = {
			operation: 'closed' as const,
			kana: null,
			summary: null,
			phones: [],
			consents: []
		};
		expect(found(closed, { isVerified: false })).toEqual([
			'verification null',
			'paper-consent consents'
		]);
	});

	it('says each kind of lack in words', () => {
		expect(Object.keys(checkNames)).toEqual([...checks]);
	});
});

describe('A schedule', () => {
	const of = (schedule: NonNullable<ContentInput['schedules']>[number]) =>
		found({ schedules: [schedule] });
	const unreadable = ['schedule schedules.0.text'];

	it.each([
		['毎月第2土曜 14時から', unreadable],
		['10:00〜16:00', unreadable],
		['不定期', []],
		['お問い合わせください', []]
	])('of which only the words 「%s」 are known', (text, expected) => {
		expect(of({ text })).toEqual(expected);
	});

	it('with a rule from which dates follow is readable', () => {
		expect(of({ text: '毎週水曜', frequency: 'weekly', days: ['we'] })).toEqual([]);
		expect(
			of({ text: '2027年の話', frequency: 'weekly', days: ['we'], startsOn: '2029-01-01' })
		).toEqual([]);
		expect(
			of({ text: '終わった', frequency: 'weekly', days: ['we'], endsOn: '2026-01-01' })
		).toEqual([]);
	});

	it('with a rule from which none follow is not', () => {
		expect(of({ text: '隔週水曜', frequency: 'weekly', interval: 2, days: ['we'] })).toEqual(
			unreadable
		);
		expect(of({ text: 'いつか', frequency: 'once' })).toEqual(unreadable);
	});
});

it('What is still to be done stands before what was waived, each as it was', () => {
	const entry = (number: number, lacks: Partial<Record<Check, string | null>>) => ({
		number,
		missing: checks.flatMap((check) => (check in lacks ? [{ check, waiver: lacks[check] }] : []))
	});
	const entries = [
		entry(1, { kana: 'よし' }),
		entry(2, { kana: null }),
		entry(3, { kana: 'よし', words: null }),
		entry(4, { kana: 'よし' }),
		entry(5, { kana: null })
	];
	const numbers = (check?: Check) => openFirst(entries, check).map(({ number }) => number);
	expect(numbers()).toEqual([2, 3, 5, 1, 4]);
	expect(numbers('kana')).toEqual([2, 5, 1, 3, 4]);
	expect(numbers('words')).toEqual([3]);
	expect(entries.filter((one) => isOpen(one))).toHaveLength(3);
});
